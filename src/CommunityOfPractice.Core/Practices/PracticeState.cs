using System.Text.Json.Serialization;
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
}
