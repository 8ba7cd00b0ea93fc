using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Something a facilitator can do, and what it would bring.</summary>
/// <param name="Indicator">The id of the indicator that it improves.</param>
/// <param name="Text">What to do, in one or two sentences.</param>
/// <param name="Gain">
/// The points by which the score would rise if the indicator came to the middle between its goalposts (a score of 50); recomputed
/// exactly, all else being equal.
/// </param>
public sealed record NextStep(
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Indicator,
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Text,
    [property: JsonRequired] double Gain);
