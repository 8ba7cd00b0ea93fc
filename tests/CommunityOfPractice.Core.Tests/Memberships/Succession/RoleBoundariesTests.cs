using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using static CommunityOfPractice.Core.Tests.Memberships.Stage;

namespace CommunityOfPractice.Core.Tests.Memberships;

/// <summary>The very instant at which a nomination, a term or a grace period is over, and who of several comes first.</summary>
public sealed class RoleBoundariesTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    [Fact]
    public void Nomination_LastInstant_IsBeforeItExpires()
    {
        Stage stage = Active("f", "m", "n");
        Assert.Empty(stage.Do(new NominateForRole(Id, P("m"), Role.Mentor), By("f")));
        Assert.Empty(stage.Do(new NominateForRole(Id, P("n"), Role.Mentor), By("f")));
        stage.At = Start.AddDays(30) - Tick;
        Assert.Equal(["role.nominated"], stage.Do(new NominateForRole(Id, P("m"), Role.Mentor), By("f")));
        Assert.Empty(stage.Do(new EndorseNomination(Id, P("n"), Role.Mentor), By("f")));
        Assert.Empty(stage.Do(new AcceptNomination(Id, P("m"), Role.Mentor), By("m")));
        stage.At = Start.AddDays(30);
        Assert.Equal(["nomination.expired"], stage.Do(new EndorseNomination(Id, P("n"), Role.Mentor), By("m")));
        Assert.Equal(["nomination.expired"], stage.Do(new AcceptNomination(Id, P("n"), Role.Mentor), By("n")));
    }

    [Fact]
    public void AcceptedSuccession_DoesNotExpire_AndIsNotNominatedAgain()
    {
        Stage stage = Active("f", "s");
        Assert.Empty(stage.Do(new NominateForRole(Id, P("s"), Role.Facilitator) { AsSuccessor = true }, By("f")));
        Assert.Empty(stage.Do(new AcceptNomination(Id, P("s"), Role.Facilitator), By("s")));
        stage.At = Start.AddDays(300);
        Assert.Equal(["role.nominated"], stage.Do(new NominateForRole(Id, P("s"), Role.Facilitator) { AsSuccessor = true }, By("f")));
        Assert.Equal(["nomination.accepted"], stage.Do(new AcceptNomination(Id, P("s"), Role.Facilitator), By("s")));
    }

    [Fact]
    public void Scope_HasAtMost200Characters()
    {
        Stage stage = Active("f", "m");
        Assert.Equal(["role.scope-illegal"], stage.Do(new NominateForRole(Id, P("m"), Role.Mentor) { Scope = new string('x', 201) }, By("f")));
        Assert.Empty(stage.Do(new NominateForRole(Id, P("m"), Role.Mentor) { Scope = new string('x', 200) }, By("f")));
    }

    [Fact]
    public void Term_OfANomination_CountsWhileItLiesAhead_ElseThatOfTheRole()
    {
        foreach ((int takesUpOn, int endsOn) in ((int, int)[])[(4, 5), (5, 705), (6, 706)])
        {
            Stage stage = Active("f", "s");
            stage.Policies = stage.Policies with { Membership = new() { Roles = new() { Rules = [new(Role.Facilitator) { Term = TimeSpan.FromDays(700) }] } } };
            Assert.Empty(stage.Do(new NominateForRole(Id, P("s"), Role.Facilitator) { TermEndsOn = Start.AddDays(5) }, By("f")));
            stage.At = Start.AddDays(takesUpOn);
            Assert.Empty(stage.Do(new AcceptNomination(Id, P("s"), Role.Facilitator), By("s")));
            Assert.Equal(Start.AddDays(endsOn), stage.Members[P("s")].Assignment(Role.Facilitator)!.Until);
        }
    }

    [Fact]
    public void Successor_IsWhoAcceptedFirst_AndIsThere()
    {
        Stage stage = Active("f", "a", "b", "c");
        foreach (string person in (string[])["c", "b", "a"])
        {
            stage.At = stage.At.AddDays(1);
            Assert.Empty(stage.Do(new NominateForRole(Id, P(person), Role.Sponsor) { AsSuccessor = true }, By("f")));
            stage.Happens(new SuccessionAccepted(P(person), Role.Sponsor, null), By(person));
        }

        Assert.Equal(P("c"), stage.Members.Successor(Role.Sponsor));
        Assert.Null(stage.Members.Successor(Role.Sponsor, "elsewhere"));
        Assert.Null(stage.Members.Successor(Role.Facilitator));
        stage.Place("c", m => m with { Status = MembershipStatus.Paused });
        Assert.Equal(P("b"), stage.Members.Successor(Role.Sponsor));
        Assert.Equal(P("a"), stage.Members.SuccessorBut(P("b"), Role.Sponsor, null, interim: false)?.Person);
        Assert.Null(stage.Members.SuccessorBut(null, Role.Sponsor, null, interim: true));
    }

    [Theory]
    [InlineData(27, 1)]
    [InlineData(28, 0)]
    public void StandIn_LetsTheFacilitatorGo_UntilTheGraceIsOver(int day, int accepted)
    {
        Stage stage = Active("f", "m");
        stage.Place(c => c with { FacilitationGrace = new(Start.AddDays(28), P("m")) });
        stage.At = Start.AddDays(day);
        Assert.Equal(accepted == 1 ? [] : ["role.last-facilitator"], stage.Do(new ResignRole(Id, P("f"), Role.Facilitator), By("f")));
    }

    [Fact]
    public void RoleTerm_IsExtendedBeyondTheOldEndAndBeyondNow()
    {
        Stage stage = Active("f", "m");
        stage.Happens(new RoleAppointed(P("m"), Role.Mentor, TermEndsOn: Start.AddDays(5)));
        stage.At = Start.AddDays(7);
        Assert.Equal(["role.term-over"], stage.Do(new ExtendTerm(Id, P("m"), Role.Mentor, Start.AddDays(7)), Host));
        Assert.Empty(stage.Do(new ExtendTerm(Id, P("m"), Role.Mentor, Start.AddDays(7) + Tick), Host));
        Assert.Equal(["role.term-over"], stage.Do(new ExtendTerm(Id, P("m"), Role.Mentor, Start.AddDays(7) + Tick), Host));
    }

    [Fact]
    public void RolesOfOneScope_LeaveThoseOfAnother()
    {
        Stage stage = Active("f", "m");
        foreach (string? scope in (string?[])["go", null, "rust"])
        {
            stage.Happens(new RoleAppointed(P("m"), Role.Mentor, scope, TermEndsOn: Start.AddDays(5)));
        }

        stage.Happens(new RoleTermExtended(P("m"), Role.Mentor, "go", Start.AddDays(9)));
        stage.Happens(new RoleEnded(P("m"), Role.Mentor, "rust", RoleEndReason.Resigned));
        Assert.Equal([(null, Start.AddDays(5)), ("go", Start.AddDays(9))], stage.Members[P("m")].Roles.Select(r => (r.Scope, r.Until!.Value)));
        Assert.Equal([P("m")], stage.Members.Holders(Role.Mentor));
    }
}
