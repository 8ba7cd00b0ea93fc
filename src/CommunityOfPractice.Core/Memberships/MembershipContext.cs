using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>What a decision about a membership rests on besides the membership.</summary>
/// <param name="At">When it is decided.</param>
/// <param name="By">Who acts.</param>
/// <param name="Policy">The policy in force.</param>
/// <param name="Community">The community.</param>
/// <param name="Members">Everybody else.</param>
internal sealed record MembershipContext(DateTimeOffset At, Actor By, MembershipPolicy Policy, Community Community, Members Members)
{
    /// <summary>The policy about communities, for what a decision about a member does to the community.</summary>
    public CommunityPolicy CommunityPolicy { get; init; } = CommunityPolicy.Default;
}
