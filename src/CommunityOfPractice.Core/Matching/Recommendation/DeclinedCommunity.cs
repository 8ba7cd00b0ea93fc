using CommunityOfPractice.Core.Communities;

namespace CommunityOfPractice.Core.Matching;

/// <summary>That a person did not want a community that was recommended or offered.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Community">The community.</param>
/// <param name="At">When.</param>
public sealed record DeclinedCommunity(CommunityId Community, DateTimeOffset At);
