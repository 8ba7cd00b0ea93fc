using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>One case of an evaluation: what was recommended, and what turned out to be right.</summary>
/// <remarks>Immutable and compared by value. Items are told apart by their ids (ordinal).</remarks>
/// <param name="Ranked">What was recommended, the first one first, each once.</param>
/// <param name="Relevant">What was right, each once, in any order. A case without is undefined: it is left out of every mean, and counted.</param>
public sealed record RankedCase(
    [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<string>))] ValueList<string> Ranked,
    [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<string>))] ValueList<string> Relevant);
