using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>A community recommended to a person, with what speaks for it.</summary>
/// <remarks>Immutable and compared by value. The shares add up to the score exactly, in any order; a criterion that is taken away takes its share and nothing else.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Score">From 0 on, at most the sum of the model's weights; compares with the other scores of the same person only.</param>
/// <param name="Shares">One for each criterion that speaks for it, in the order of the model; the amounts are multiples of 2^-40.</param>
/// <param name="Reasons">Why, in words: one for each share, the weightiest first. Of other people only groups are spoken of.</param>
public sealed record CommunityRecommendation(
    CommunityId Community,
    double Score,
    [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<Share>))] ValueList<Share> Shares,
    [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<Reason>))] ValueList<Reason> Reasons)
{
    /// <summary>Gets a value indicating whether it was drawn by lot, so that somebody of whom little is known gets to see something else.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool IsExploration { get; init; }
}
