using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;

namespace CommunityOfPractice.Core.Records;

/// <summary>The dates and numbers that the rules rest on, read in one place from the state and the policies of other rooms.</summary>
internal static class Deadlines
{
    public static DateTimeOffset? Invitation(Membership member) => member.Status == MembershipStatus.Invited ? member.Invitation?.ExpiresOn : null;

    public static DateTimeOffset? Request(Membership member) => member.Status == MembershipStatus.Requested ? member.Request?.ExpiresOn : null;

    public static DateTimeOffset? Leave(Membership member) => member.Status == MembershipStatus.Paused ? member.Dates?.PausedUntil : null;

    public static DateTimeOffset? Term(Membership member) => member.IsMember ? member.Dates?.TermEndsOn : null;

    public static Notice? Warning(Membership member) => member.Dates?.LapseWarning is { } warning ? new(warning.WarnedOn, warning.LapsesOn) : null;

    public static DateTimeOffset? Break(Community community) => community.Status == CommunityStatus.Active ? community.PausedUntil : null;

    public static DateTimeOffset? LastBreak(Community community) => community.LastBreakEnded;

    public static DateTimeOffset? Review(Community community) =>
        community.Status is CommunityStatus.Chartered or CommunityStatus.Active or CommunityStatus.Dormant ? community.NextReviewOn : null;

    public static DateTimeOffset? ReviewNoticed(Community community) => community.ReviewOverdueSince;

    public static DateTimeOffset? Grace(Community community) => community.FacilitationGrace?.Deadline;

    public static Notice? Dormancy(Community community, string ruleId) =>
        community.DormancyNotice is { } notice && notice.RuleId == ruleId ? new(notice.GivenOn, notice.EffectiveOn) : null;

    public static bool AnyDormancy(Community community) => community.DormancyNotice is not null;

    public static TimeSpan LapseAfter(PolicySet policies) => policies.Membership.LapseAfter;

    public static TimeSpan LapseNotice(PolicySet policies) => policies.Membership.LapseNotice;

    public static TimeSpan Grace(PolicySet policies) => policies.Community.FacilitationGrace;

    public static TimeSpan NoInteraction(PolicySet policies) => policies.Community.NoInteraction;

    public static TimeSpan DormancyNotice(PolicySet policies) => policies.Community.DormancyNotice;

    public static TimeSpan ReviewCadence(PolicySet policies) => policies.Community.ReviewCadence;

    public static TimeSpan ProposalExpiry(PolicySet policies) => policies.Community.ProposalExpiry;
}

/// <summary>A notice: when it was given, and when it takes effect.</summary>
internal readonly record struct Notice(DateTimeOffset GivenOn, DateTimeOffset EffectiveOn);
