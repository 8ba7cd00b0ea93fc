using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>A person for whom communities are looked for, as of one moment; also what others' recommendations may rest on.</summary>
/// <remarks>Immutable and compared by value. Everything but the id may be unknown.</remarks>
/// <param name="Person">Who it is.</param>
public sealed record CommunitySeeker(PersonId Person)
{
    /// <summary>Gets the topics that they care about.</summary>
    /// <value>Empty when unknown.</value>
    [JsonConverter(typeof(ValueListJsonConverter<TopicWeight>))]
    public ValueList<TopicWeight> Interests { get; init => field = value ?? []; } = [];

    /// <summary>Gets the ids of the organisational goals that they work for.</summary>
    /// <value>Empty when unknown.</value>
    [JsonConverter(typeof(ValueListJsonConverter<string>))]
    public ValueList<string> Goals { get; init => field = value ?? []; } = [];

    /// <summary>Gets the languages that they speak.</summary>
    /// <value>BCP 47 tags such as <c>en</c>; empty when unknown.</value>
    [JsonConverter(typeof(ValueListJsonConverter<string>))]
    public ValueList<string> Languages { get; init => field = value ?? []; } = [];

    /// <summary>Gets how far their clock is ahead of UTC.</summary>
    /// <value>From −14 to 14 hours; null when unknown.</value>
    public TimeSpan? UtcOffset { get; init; }

    /// <summary>Gets their department.</summary>
    /// <value>Null when unknown.</value>
    public string? Department { get; init; }

    /// <summary>Gets the people with whom they have to do, beside those they share a community with.</summary>
    /// <value>Empty when unknown.</value>
    [JsonConverter(typeof(ValueListJsonConverter<PersonId>))]
    public ValueList<PersonId> Knows { get; init => field = value ?? []; } = [];

    /// <summary>Gets which communities they declined, and when.</summary>
    /// <value>Once for each time; empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<DeclinedCommunity>))]
    public ValueList<DeclinedCommunity> Declined { get; init => field = value ?? []; } = [];

    /// <summary>Gets the communities that they were removed from or may not enter.</summary>
    /// <value>Never told to anybody; empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<CommunityId>))]
    public ValueList<CommunityId> KeptOut { get; init => field = value ?? []; } = [];

    /// <summary>Gets the communities in which something is under way already: an invitation or a request.</summary>
    /// <value>Empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<CommunityId>))]
    public ValueList<CommunityId> UnderWay { get; init => field = value ?? []; } = [];

    /// <summary>Gets a value indicating whether they want no part in matching: nothing is recommended to them, and nothing that is recommended rests on them.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool OptedOut { get; init; }
}
