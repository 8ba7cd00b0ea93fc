using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Memberships;

/// <summary>The last value that each number of a policy may have, and the first that it may not.</summary>
public sealed class PolicyLimitsTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private static readonly (string Expected, MembershipPolicy Policy)[] Memberships =
    [
        ("", MembershipPolicy.Default with { InvitationExpiry = Tick, RequestExpiry = Tick, AppealWindow = Tick, LapseAfter = Tick, LapseNotice = TimeSpan.Zero }),
        ("", MembershipPolicy.Default with { InvitationCoolOff = TimeSpan.Zero, RequestCoolOff = TimeSpan.Zero, RemovalCoolOff = TimeSpan.Zero, TermNotice = TimeSpan.Zero, MaxInvitationsPerDay = 0, RequiredSponsors = 0 }),
        ("", MembershipPolicy.Default with { LapseNotice = TimeSpan.FromDays(365) - Tick }),
        ("policy.version-missing", MembershipPolicy.Default with { Version = " " }),
        ("policy.not-positive", MembershipPolicy.Default with { InvitationExpiry = TimeSpan.Zero }),
        ("policy.not-positive", MembershipPolicy.Default with { RequestExpiry = TimeSpan.Zero }),
        ("policy.not-positive", MembershipPolicy.Default with { AppealWindow = TimeSpan.Zero }),
        ("policy.not-positive policy.notice-too-long", MembershipPolicy.Default with { LapseAfter = TimeSpan.Zero, LapseNotice = TimeSpan.Zero }),
        ("policy.negative", MembershipPolicy.Default with { InvitationCoolOff = -Tick }),
        ("policy.negative", MembershipPolicy.Default with { RequestCoolOff = -Tick }),
        ("policy.negative", MembershipPolicy.Default with { RemovalCoolOff = -Tick }),
        ("policy.negative", MembershipPolicy.Default with { LapseNotice = -Tick }),
        ("policy.negative", MembershipPolicy.Default with { TermNotice = -Tick }),
        ("policy.negative", MembershipPolicy.Default with { MaxInvitationsPerDay = -1 }),
        ("policy.negative", MembershipPolicy.Default with { RequiredSponsors = -1 }),
        ("policy.notice-too-long", MembershipPolicy.Default with { LapseNotice = TimeSpan.FromDays(365) }),
    ];

    private static readonly (string Expected, RoleCatalogue Policy)[] Roles =
    [
        ("", new() { NominationExpiry = Tick, TermWarnings = [Tick], InterimWarning = TimeSpan.Zero, RecommendedFacilitators = 1 }),
        ("", Of(new(Role.Mentor) { MinMembership = TimeSpan.Zero, Endorsements = 0, AcquiredBy = 1, Term = Tick, PriorRoles = [Role.Mentor, Role.CoreGroup], NonMembers = true })),
        ("", Of(new(Role.Mentor) { EndsWithMembership = false })),
        ("nomination-expiry", new() { NominationExpiry = TimeSpan.Zero }),
        ("term-warnings", new() { TermWarnings = [Tick, TimeSpan.Zero] }),
        ("interim-warning", new() { InterimWarning = -Tick }),
        ("recommended-facilitators", new() { RecommendedFacilitators = 0 }),
        ("min-membership", Of(new(Role.Mentor) { MinMembership = -Tick })),
        ("endorsements", Of(new(Role.Mentor) { Endorsements = -1 })),
        ("acquired-by", Of(new(Role.Mentor) { AcquiredBy = 0 })),
        ("term", Of(new(Role.Mentor) { Term = TimeSpan.Zero })),
        ("excludes-itself", Of(new(Role.Mentor) { NotTogetherWith = [Role.Sponsor, Role.Mentor] })),
        ("prior-role", Of(new(Role.Mentor) { PriorRoles = [Role.Mentor] })),
        ("facilitator-outside", Of(new(Role.Facilitator) { NonMembers = true })),
        ("facilitator-outside", Of(new(Role.Facilitator) { EndsWithMembership = false })),
    ];

    private static readonly (string Expected, ParticipationPolicy Policy)[] Participations =
    [
        ("", new() { WindowWeeks = 1, CoreWeeks = 1, ActiveWeeks = 1, OccasionalWeeks = 1, CoreStewardship = 0, CoreCounterparts = 0, Demotion = 1, Grace = TimeSpan.Zero, Newcomer = TimeSpan.Zero }),
        ("", new() { WindowWeeks = 520, CoreWeeks = 520, ActiveWeeks = 520, OccasionalWeeks = 520, Demotion = double.Epsilon }),
        ("window", new() { WindowWeeks = 521 }),
        ("window core-window", new() { WindowWeeks = 0 }),
        ("active-weeks", new() { ActiveWeeks = 0 }),
        ("core-weeks", new() { ActiveWeeks = 7 }),
        ("core-window", new() { CoreWeeks = 14 }),
        ("occasional-weeks", new() { OccasionalWeeks = 0 }),
        ("occasional-weeks", new() { OccasionalWeeks = 3 }),
        ("core-counts", new() { CoreStewardship = -1 }),
        ("core-counts", new() { CoreCounterparts = -1 }),
        ("demotion", new() { Demotion = 0 }),
        ("demotion", new() { Demotion = 1.0000001 }),
        ("grace", new() { Grace = -Tick }),
        ("newcomer", new() { Newcomer = -Tick }),
    ];

    [Fact]
    public void Problems_OfMemberships_BeginBeyondTheLimit() => Assert.All(Memberships, row => Assert.Equal(row.Expected, Codes(row.Policy.Problems(), "")));

    [Fact]
    public void Problems_OfRoles_BeginBeyondTheLimit() => Assert.All(Roles, row => Assert.Equal(row.Expected, Codes(row.Policy.Problems(), "policy.roles.")));

    [Fact]
    public void Problems_OfParticipation_BeginBeyondTheLimit() => Assert.All(Participations, row => Assert.Equal(row.Expected, Codes(row.Policy.Problems(), "policy.participation.")));

    [Fact]
    public void Problems_BetweenPolicies_BeginWhereOneOutlivesTheOther()
    {
        static PolicySet Set(int silence, int notice, int grace) =>
            new() { Community = new() { NoInteraction = TimeSpan.FromDays(silence), DormancyNotice = TimeSpan.FromDays(notice), FacilitationGrace = TimeSpan.FromDays(grace) } };
        Assert.Equal("", Codes(Set(15, 14, 14).Problems(), ""));
        Assert.Equal("policy.community.no-interaction", Codes(Set(14, 14, 14).Problems(), ""));
        Assert.Equal("policy.community.grace-notice", Codes(Set(15, 14, 13).Problems(), ""));
        PolicySet lapse = new() { Membership = new() { LapseAfter = TimeSpan.FromDays(14), LapseNotice = TimeSpan.FromDays(14) } };
        Assert.Equal("policy.notice-too-long policy.membership.lapse-after", Codes(lapse.Problems(), ""));
        Assert.Equal("policy.off", Codes((PolicySet.Default with { Off = ["end-break/1", " "] }).Problems(), ""));
    }

    private static RoleCatalogue Of(RoleRule rule) => new() { Rules = [rule] };

    private static string Codes(ValueList<Reason> problems, string prefix) => string.Join(' ', problems.Select(p => p.Code[prefix.Length..]));
}
