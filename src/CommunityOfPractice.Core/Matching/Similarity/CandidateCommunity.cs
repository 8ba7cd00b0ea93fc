using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Matching;

/// <summary>A community that a draft is compared with.</summary>
/// <param name="Community">The community.</param>
/// <param name="Members">Its members, each once; those of a closed community when it closed.</param>
public sealed record CandidateCommunity(Community Community, IReadOnlySet<PersonId> Members);
