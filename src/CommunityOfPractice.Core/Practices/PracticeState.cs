using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Everything that a practice holds, as plain lists: what a snapshot keeps.</summary>
/// <remarks>Immutable and compared by value; each list is in the order of its ids.</remarks>
public sealed record PracticeState
{
    /// <summary>Gets the state of an empty practice.</summary>
    /// <value>Every list is empty.</value>
    public static PracticeState Empty { get; } = new();

    /// <summary>Gets the gatherings about which there is a fact.</summary>
    /// <value>By id.</value>
    [JsonConverter(typeof(ValueListJsonConverter<GatheringState>))]
    public ValueList<GatheringState> Gatherings { get; init => field = value ?? []; } = [];

    /// <summary>Gets the series of gatherings.</summary>
    /// <value>By id.</value>
    [JsonConverter(typeof(ValueListJsonConverter<GatheringSeries>))]
    public ValueList<GatheringSeries> Series { get; init => field = value ?? []; } = [];

    /// <summary>Gets the questions.</summary>
    /// <value>By id.</value>
    [JsonConverter(typeof(ValueListJsonConverter<Question>))]
    public ValueList<Question> Questions { get; init => field = value ?? []; } = [];

    /// <summary>Gets the milestones, also those that are not shown.</summary>
    /// <value>By person, kind and number.</value>
    [JsonConverter(typeof(ValueListJsonConverter<Milestone>))]
    public ValueList<Milestone> Milestones { get; init => field = value ?? []; } = [];

    /// <summary>Gets the kudos, also those that are not shown.</summary>
    /// <value>By id.</value>
    [JsonConverter(typeof(ValueListJsonConverter<Kudos>))]
    public ValueList<Kudos> Kudos { get; init => field = value ?? []; } = [];

    /// <summary>Gets who does not want to be recognised.</summary>
    /// <value>By id.</value>
    [JsonConverter(typeof(ValueListJsonConverter<PersonId>))]
    public ValueList<PersonId> RecognitionOptOuts { get; init => field = value ?? []; } = [];

    /// <summary>Gets the artifacts.</summary>
    /// <value>By id; empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<Artifact>))]
    public ValueList<Artifact> Artifacts { get; init => field = value ?? []; } = [];

    /// <summary>Gets the uses of artifacts.</summary>
    /// <value>By artifact; those of one artifact in the order in which they were recorded; empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<ArtifactUse>))]
    public ValueList<ArtifactUse> ArtifactUses { get; init => field = value ?? []; } = [];

    /// <summary>Gets the value stories.</summary>
    /// <value>By id; empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<ValueStory>))]
    public ValueList<ValueStory> Stories { get; init => field = value ?? []; } = [];

    /// <summary>Gets the communities whose artifacts are taken over when they close.</summary>
    /// <value>By id; empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<CommunityId>))]
    public ValueList<CommunityId> TakesOverFrom { get; init => field = value ?? []; } = [];
}
