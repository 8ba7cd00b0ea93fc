using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;
using static CommunityOfPractice.Core.Tests.Memberships.Stage;

namespace CommunityOfPractice.Core.Tests.Memberships;

public sealed class SuccessionTests
{
    [Fact]
    public void Warnings_OfASingleFacilitatorWithATerm_GrowMoreUrgent()
    {
        Stage stage = Active("f", "s");
        stage.Happens(new RoleAppointed(P("f"), Role.Facilitator, TermEndsOn: Start.AddDays(100)));
        string[] general = ["succession.no-successor", "succession.single-facilitator", "succession.sponsor-vacant"];
        Assert.Equal(general, Codes(stage, 9));
        Assert.Equal(90, Assert.Single(Warnings(stage, 10), w => w.Code == "succession.term-ends").WithinDays);
        Assert.Equal(90, Assert.Single(Warnings(stage, 69), w => w.Code == "succession.term-ends").WithinDays);
        SuccessionWarning soon = Assert.Single(Warnings(stage, 70), w => w.Code == "succession.term-ends");
        Assert.Equal((P("f"), Start.AddDays(100), 30), (soon.Person, soon.On, soon.WithinDays));
        Assert.Contains("succession.term-over", Codes(stage, 100));
        Assert.Empty(stage.Do(new NominateForRole(Id, P("s"), Role.Facilitator) { AsSuccessor = true }, By("f")));
        Assert.Contains("succession.no-successor", Codes(stage, 80));
        Assert.Empty(stage.Do(new AcceptNomination(Id, P("s"), Role.Facilitator), By("s")));
        Assert.Equal(["succession.single-facilitator", "succession.sponsor-vacant"], Codes(stage, 80));
    }

    [Fact]
    public void Warnings_OfGraceStandInAndLeave_AreThere()
    {
        Stage stage = Active("f", "m");
        Assert.Empty(stage.Goes("f", By("m"), LastFacilitatorChoice.StartGrace(P("m"))));
        Assert.Contains("succession.grace-running", Codes(stage, 1));
        Assert.DoesNotContain("succession.interim-deadline", Codes(stage, 13));
        Assert.Contains("succession.interim-deadline", Codes(stage, 14));
        stage.Place("m", m => m with { Status = MembershipStatus.Paused });
        Assert.Contains("succession.facilitator-on-leave", Codes(stage, 14));
        Assert.Contains("succession.no-facilitator", Codes(stage, 14));
        stage.Happens(new RoleAppointed(P("boss"), Role.Sponsor));
        Assert.DoesNotContain("succession.sponsor-vacant", Codes(stage, 14));
        stage.Place(c => c with { Status = CommunityStatus.Closed });
        Assert.Equal(["succession.interim-deadline"], Codes(stage, 14));
    }

    [Fact]
    public void Outlook_SaysWhatHappensIfTheyGoToday_AndIsRight()
    {
        Stage alone = Active("f", "m", "n");
        alone.Happens(new RoleAppointed(P("f"), Role.Mentor));
        Assert.Equal([new SuccessionOutlook(P("f"), SuccessionOutcome.NobodyLeft, null, 0, [Role.Facilitator, Role.Mentor])], Outlook(alone));
        Assert.NotEmpty(alone.Goes("f", By("f")));

        Assert.Empty(alone.Do(new NameInterim(Id, P("n"), Role.Facilitator), By("f")));
        Assert.Empty(alone.Do(new AcceptNomination(Id, P("n"), Role.Facilitator), By("n")));
        Assert.Equal((SuccessionOutcome.InterimStandsIn, P("n")), (Outlook(alone)[0].Outcome, Outlook(alone)[0].Successor));

        Assert.Empty(alone.Do(new NominateForRole(Id, P("m"), Role.Facilitator) { AsSuccessor = true }, By("f")));
        Assert.Empty(alone.Do(new AcceptNomination(Id, P("m"), Role.Facilitator), By("m")));
        Assert.Equal([new SuccessionOutlook(P("f"), SuccessionOutcome.SuccessorTakesOver, P("m"), 0, [Role.Mentor])], Outlook(alone));
        Assert.Empty(alone.Goes("f", By("f")));
        Assert.Equal([P("m")], alone.Members.Holders(Role.Facilitator));

        Stage two = Active("f", "m");
        two.Happens(new RoleAppointed(P("m"), Role.Facilitator));
        Assert.All(Outlook(two), o => Assert.Equal((SuccessionOutcome.OthersGoOn, 1), (o.Outcome, o.Remaining)));
        Assert.Equal(8, Succession.HandoverChecklist.Select(i => i.Code).Distinct().Count());
    }

    [Fact]
    public void Problems_OfPolicies_AreAllListed()
    {
        Assert.Empty(PolicySet.Default.Problems());
        PolicySet bad = new()
        {
            Off = [" "],
            Participation = new() { Version = "", WindowWeeks = 0, ActiveWeeks = 0, CoreWeeks = -1, CoreCounterparts = -1, Demotion = 0, Grace = -TimeSpan.FromDays(1), Newcomer = -TimeSpan.FromDays(1), OccasionalWeeks = 3 },
            Membership = new()
            {
                Roles = new()
                {
                    Version = " ", NominationExpiry = TimeSpan.Zero, TermWarnings = [TimeSpan.Zero], InterimWarning = -TimeSpan.FromDays(1), RecommendedFacilitators = 0,
                    Rules = [new(Role.Facilitator) { NonMembers = true, NotTogetherWith = [Role.Facilitator], PriorRoles = [Role.Facilitator], Endorsements = -1, AcquiredBy = 0, Term = TimeSpan.Zero, MinMembership = -TimeSpan.FromDays(1) }, new(Role.Facilitator), new((Role)99)],
                },
            },
        };
        string[] roles = ["version", "nomination-expiry", "term-warnings", "interim-warning", "recommended-facilitators", "rule-twice", "min-membership", "endorsements", "acquired-by", "term", "excludes-itself", "prior-role", "facilitator-outside", "unknown"];
        Assert.Equal(roles.Select(r => "policy.roles." + r), bad.Membership.Roles.Problems().Select(p => p.Code));
        string[] participation = ["version", "window", "active-weeks", "core-weeks", "occasional-weeks", "core-counts", "demotion", "grace", "newcomer"];
        Assert.Equal(participation.Select(r => "policy.participation." + r), bad.Participation.Problems().Select(p => p.Code));
        Assert.Equal(roles.Length + participation.Length + 1, bad.Problems().Count);
    }

    private static IEnumerable<SuccessionWarning> Warnings(Stage stage, double day) => Succession.Warnings(stage.Members, stage.Community, Start.AddDays(day));

    private static string[] Codes(Stage stage, double day) => [.. Warnings(stage, day).Select(w => w.Code)];

    private static ValueList<SuccessionOutlook> Outlook(Stage stage) => Succession.Outlook(stage.Members, stage.Community, stage.At);
}
