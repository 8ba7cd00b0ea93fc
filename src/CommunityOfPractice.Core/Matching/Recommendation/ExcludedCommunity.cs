using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>A community that was not considered for a person, and why.</summary>
/// <remarks>Immutable and compared by value. What a private rule keeps out is not listed.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Reason">The first rule that keeps it out.</param>
public sealed record ExcludedCommunity(CommunityId Community, [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<Reason>))] Reason Reason);
