using System.Text.Json.Serialization;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>Somebody to ask, and why.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Question">The id of the question.</param>
/// <param name="Person">Whom to ask.</param>
/// <param name="Score">The estimated probability that theirs is the answer: the sum of the shares, from 0 to 1.</param>
/// <param name="Shares">What each topic of the question adds, and <c>answers</c> for answers on whatever topic.</param>
/// <param name="Because">Why, in a sentence that tells of answers only.</param>
public sealed record ExpertSuggestion(
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Question,
    [property: JsonRequired] PersonId Person,
    [property: JsonRequired] double Score,
    [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<Share>))] ValueList<Share> Shares,
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Because);
