using CommunityOfPractice.Core.Memberships;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Who may be matched: active members who agreed to <see cref="ProcessingPurpose.Matching"/>.</summary>
internal static class MatchingConsent
{
    public static bool Agreed(Membership member) =>
        member.Status == MembershipStatus.Active && member.Allows(ProcessingPurpose.Matching) && !member.ObjectsTo(ProcessingPurpose.Matching);
}
