using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>A community that is similar to a draft, and why.</summary>
/// <remarks>Immutable and compared by value. Counts and no people: who they are is not said.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Kind">How it relates to the draft.</param>
/// <param name="TopicCosine">How alike the topics are, from 0 to 1; null when either has none.</param>
/// <param name="SharedMembers">How many of the interested people are members.</param>
/// <param name="Significance">
/// How probable so many people in common are by chance (hypergeometric upper tail), from 0 to 1; null when nobody is interested or nobody is a member.
/// </param>
/// <param name="Containment">Which share of the smaller group belongs to the larger one, from 0 to 1; null when either is empty.</param>
/// <param name="Reasons">
/// Why, in words: <c>similar.name</c>, <c>similar.topics</c>, <c>similar.people</c>, <c>similar.contained</c> (all interested people are members already),
/// <c>similar.closed</c> (it can be reopened). At least one.
/// </param>
public sealed record SimilarCommunity(
    CommunityId Community,
    SimilarityKind Kind,
    double? TopicCosine,
    int SharedMembers,
    double? Significance,
    double? Containment,
    [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<Reason>))] ValueList<Reason> Reasons);
