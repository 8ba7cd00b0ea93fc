using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>What an indicator is called and how it is to be read.</summary>
/// <param name="Id">The stable id with the version of the definition, such as <c>isolates/v1</c>; a changed definition gets a new one.</param>
/// <param name="Name">The name for people.</param>
/// <param name="Unit">The unit of its values: <c>share</c> (0 to 1), <c>people</c>, <c>hours</c>, <c>per week</c>, <c>index</c>.</param>
/// <param name="Meaning">What a value tells about a community, in one sentence a facilitator understands.</param>
public sealed record IndicatorInfo(
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Id,
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Name,
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Unit,
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Meaning)
{
    /// <summary>Gets the name of the same metric in the CHAOSS catalogue.</summary>
    /// <value>Null when there is none.</value>
    public string? Chaoss { get; init; }

    /// <summary>Gets what a facilitator can do when the reading is weak.</summary>
    /// <value>One sentence; null for indicators that only give context.</value>
    public string? NextStep { get; init; }
}
