using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>Two communities that have something in common, and what they might do.</summary>
/// <remarks>Immutable and compared by value. Counts and no people.</remarks>
/// <param name="One">The one; for a group within the other, the smaller one, else the lower id.</param>
/// <param name="Other">The other.</param>
/// <param name="Overlap">How far their members are the same people.</param>
/// <param name="TopicCosine">How alike their topics are where rare topics count more, from 0 to 1; null when either has none.</param>
/// <param name="ArtifactCrossUse">Which share of the artifacts that the people of the one with fewer use are used by both, from 0 to 1; null when either uses none.</param>
/// <param name="Suggestion">What they might do.</param>
/// <param name="Together">What they would be as one; null unless a merger is suggested.</param>
/// <param name="Reasons">Why, in words: <c>pair.name</c>, <c>pair.topics</c>, <c>pair.people</c>, <c>pair.contained</c>, <c>pair.artifacts</c>, <c>pair.weak</c> (one is dormant or very small). At least one.</param>
public sealed record CommunityPair(
    CommunityId One,
    CommunityId Other,
    MemberOverlap Overlap,
    double? TopicCosine,
    double? ArtifactCrossUse,
    TogetherKind Suggestion,
    MergeProjection? Together,
    [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<Reason>))] ValueList<Reason> Reasons);
