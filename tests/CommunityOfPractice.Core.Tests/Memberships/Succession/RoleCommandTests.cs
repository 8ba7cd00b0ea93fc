using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using static CommunityOfPractice.Core.Tests.Memberships.Stage;

namespace CommunityOfPractice.Core.Tests.Memberships;

public sealed class RoleCommandTests
{
    [Fact]
    public void NominationAndAcceptance_MakeAHolder_AndNothingElseDoes()
    {
        Stage stage = Active("f", "m");
        Assert.Empty(stage.Do(new NominateForRole(Id, P("m"), Role.Mentor) { Scope = "rust", TermEndsOn = Start.AddDays(9) }, By("f")));
        Assert.False(stage.Members[P("m")].Holds(Role.Mentor));
        Assert.Equal(["consent.not-own-act"], stage.Do(new AcceptNomination(Id, P("m"), Role.Mentor, "rust"), By("f")));
        Assert.Equal(["nomination.none"], stage.Do(new AcceptNomination(Id, P("m"), Role.Mentor), By("m")));
        Assert.Empty(stage.Do(new AcceptNomination(Id, P("m"), Role.Mentor, "rust"), By("m")));
        Assert.Equal(new RoleAssignment(Role.Mentor, Start, "rust", RoleOrigin.Appointed, Start.AddDays(9), By("f")), stage.Members[P("m")].Assignment(Role.Mentor, "rust"));
        Assert.Empty(stage.Members[P("m")].Nominations);
        Assert.Equal([P("m")], stage.Members.Holders(Role.Mentor));
    }

    [Fact]
    public void EveryUnmetGuard_IsNamed()
    {
        Stage stage = Active("f", "m");
        stage.Policies = stage.Policies with
        {
            Membership = new() { Roles = RoleCatalogue.Default with { Rules = [new(Role.Facilitator) { SeveralHolders = false, MinMembership = TimeSpan.FromDays(90), PriorRoles = [Role.CoreGroup], NotTogetherWith = [Role.Mentor] }] } },
        };
        stage.Happens(new RoleAppointed(P("m"), Role.Mentor));
        Assert.Equal(
            ["role.by-policy", "role.scope-illegal", "role.term-over", "role.incompatible", "role.membership-too-short", "role.prior-role-missing"],
            stage.Do(new NominateForRole(Id, P("m"), Role.Facilitator) { Scope = "", TermEndsOn = Start }, Actor.Policy("x/1")));
        Assert.Equal(
            ["role.incompatible", "role.taken", "role.membership-too-short", "role.prior-role-missing"],
            stage.Do(new NominateForRole(Id, P("m"), Role.Facilitator), Host));
        Assert.Equal(["role.not-a-member", "role.taken", "role.membership-too-short", "role.prior-role-missing"], stage.Do(new NominateForRole(Id, P("x"), Role.Facilitator), Host));
        Assert.Equal(["role.held", "role.membership-too-short", "role.prior-role-missing"], stage.Do(new NominateForRole(Id, P("f"), Role.Facilitator), Host));
    }

    [Fact]
    public void Tenure_AndAPriorRoleOfThePast_Count()
    {
        Stage stage = Active("f", "m");
        stage.Policies = stage.Policies with { Membership = new() { Roles = new() { Rules = [new(Role.Facilitator) { MinMembership = TimeSpan.FromDays(90), PriorRoles = [Role.CoreGroup] }] } } };
        stage.Happens(new RoleAppointed(P("m"), Role.CoreGroup));
        stage.Happens(new RoleEnded(P("m"), Role.CoreGroup, null, RoleEndReason.Resigned));
        stage.At = Start.AddDays(90).AddTicks(-1);
        Assert.Equal(["role.membership-too-short"], stage.Do(new NominateForRole(Id, P("m"), Role.Facilitator), Host));
        stage.At = Start.AddDays(90);
        Assert.Empty(stage.Do(new NominateForRole(Id, P("m"), Role.Facilitator), Host));
        Assert.Contains(new PastPeriod(Start, Start, Role.CoreGroup), stage.Members[P("m")].History);
    }

    [Fact]
    public void ASponsor_NeedNotBeAMember_AndDoesNotFacilitate()
    {
        Stage stage = Active("f", "m");
        Assert.Empty(stage.Do(new NominateForRole(Id, P("boss"), Role.Sponsor), By("f")));
        Assert.Empty(stage.Do(new AcceptNomination(Id, P("boss"), Role.Sponsor), By("boss")));
        Assert.False(stage.Members[P("boss")].IsMember);
        Assert.True(stage.Members[P("boss")].Holds(Role.Sponsor));
        Assert.Equal(["role.incompatible"], stage.Do(new NominateForRole(Id, P("f"), Role.Sponsor), Host));
        stage.Join("boss");
        Assert.Equal(["role.incompatible"], stage.Do(new NominateForRole(Id, P("boss"), Role.Facilitator), Host));
        Assert.Empty(stage.Goes("boss", By("boss")));
        Assert.True(stage.Members[P("boss")].Holds(Role.Sponsor));
    }

    [Theory]
    [InlineData(CommunityStatus.Proposed)]
    [InlineData(CommunityStatus.Chartered)]
    public void AFounder_JoinsWithTheAcceptance_AndIsTheFirstFacilitator(CommunityStatus status)
    {
        Stage stage = new();
        stage.Place(c => c with { Status = status });
        Assert.Empty(stage.Do(new NominateForRole(Id, P("p"), Role.Facilitator), By("p")));
        Assert.Equal(["role.not-a-member"], stage.Do(new AcceptNomination(Id, P("p"), Role.Facilitator), By("p")));
        Assert.Empty(stage.Do(new AcceptNomination(Id, P("p"), Role.Facilitator) { Consent = Consent }, By("p")));
        Assert.Equal(1, stage.Members.ActiveFacilitators());
        Assert.Equal(Consent, stage.Members[P("p")].Consent);
        Assert.IsType<MemberJoined>(stage.Journal[^2].Fact);
    }

    [Fact]
    public void OutsideTheFounding_NobodyJoinsByARole_AndARestingCommunityIsFilled()
    {
        Stage stage = Active("f");
        Assert.Equal(["role.not-a-member"], stage.Do(new NominateForRole(Id, P("x"), Role.Facilitator), Host));
        stage.Happens(new CommunityBecameDormant("no-facilitator"));
        Assert.Empty(stage.Do(new NominateForRole(Id, P("f"), Role.Mentor), Host));
        Stage closed = Active("f", "m");
        closed.Place(c => c with { Status = CommunityStatus.Closed });
        Assert.Equal(["community.not-running"], closed.Do(new NominateForRole(Id, P("m"), Role.Mentor), Host));
        closed.Place("m", m => m with { Status = MembershipStatus.Removed });
        Assert.Equal(["community.not-running", "membership.blocked"], closed.Do(new NominateForRole(Id, P("m"), Role.Sponsor), Host));
    }

    [Fact]
    public void Endorsements_AreOfOthers_CountOnce_AndOpenTheDoor()
    {
        Stage stage = Active("f", "m", "a", "b");
        stage.Policies = stage.Policies with { Membership = new() { Roles = new() { Rules = [new(Role.DomainExpert) { Endorsements = 1, AcquiredBy = 2 }] } } };
        NominateForRole nominate = new(Id, P("m"), Role.DomainExpert);
        EndorseNomination endorse = new(Id, P("m"), Role.DomainExpert);
        Assert.Equal(["nomination.none"], stage.Do(endorse, By("a")));
        Assert.Empty(stage.Do(nominate, By("m")));
        Assert.Equal(["role.nominated"], stage.Do(nominate, By("f")));
        Assert.Equal(["nomination.endorsements-missing"], stage.Do(new AcceptNomination(Id, P("m"), Role.DomainExpert), By("m")));
        Assert.Equal(["endorsement.own"], stage.Do(endorse, By("m")));
        Assert.Equal(["endorsement.not-a-member"], stage.Do(endorse, By("x")));
        Assert.Equal(["endorsement.not-a-member"], stage.Do(endorse, Host));
        Assert.Empty(stage.Do(endorse, By("a")));
        Assert.Equal(["endorsement.twice"], stage.Do(endorse, By("a")));
        Assert.Equal(["nomination.endorsements-missing"], stage.Do(new AcquireRole(Id, P("m"), Role.DomainExpert), By("m")));
        Assert.Empty(stage.Do(endorse, By("b")));
        Assert.Equal(["consent.not-own-act"], stage.Do(new AcquireRole(Id, P("m"), Role.DomainExpert), By("a")));
        Assert.Empty(stage.Do(new AcquireRole(Id, P("m"), Role.DomainExpert), By("m")));
        Assert.Equal(RoleOrigin.Acquired, stage.Members[P("m")].Assignment(Role.DomainExpert)!.Origin);
        Assert.Equal(["role.not-acquirable", "nomination.none"], stage.Do(new AcquireRole(Id, P("m"), Role.Mentor), By("m")));
    }

    [Fact]
    public void ANomination_IsDeclinedOrWithdrawn_AndLeavesNothing()
    {
        Stage stage = Active("f", "m");
        Assert.Empty(stage.Do(new NominateForRole(Id, P("m"), Role.Mentor), By("f")));
        Assert.Equal(["consent.not-own-act"], stage.Do(new DeclineNomination(Id, P("m"), Role.Mentor), By("f")));
        Assert.Equal(["nomination.own"], stage.Do(new WithdrawNomination(Id, P("m"), Role.Mentor), By("m")));
        Assert.Empty(stage.Do(new DeclineNomination(Id, P("m"), Role.Mentor), By("m")));
        Assert.Equal(["nomination.none"], stage.Do(new WithdrawNomination(Id, P("m"), Role.Mentor), By("f")));
        Assert.Empty(stage.Do(new NominateForRole(Id, P("m"), Role.Mentor), By("f")));
        Assert.Empty(stage.Do(new WithdrawNomination(Id, P("m"), Role.Mentor), By("f")));
        Assert.Empty(stage.Members.Nominees(Role.Mentor));
        Assert.Empty(stage.Members[P("m")].Nominations);
    }

    [Fact]
    public void ANominationThatRanOut_IsNotAccepted_AndCanBeRepeated()
    {
        Stage stage = Active("f", "m");
        NominateForRole nominate = new(Id, P("m"), Role.Mentor);
        Assert.Empty(stage.Do(nominate, By("f")));
        stage.At = Start.AddDays(30);
        Assert.Equal(["nomination.expired"], stage.Do(new AcceptNomination(Id, P("m"), Role.Mentor), By("m")));
        Assert.Empty(stage.Do(nominate, By("f")));
        Assert.Single(stage.Members[P("m")].Nominations);
        Assert.Empty(stage.Do(new AcceptNomination(Id, P("m"), Role.Mentor), By("m")));
    }

    [Fact]
    public void ASuccessor_Waits_AndTakesOverWithTheUsualTerm()
    {
        Stage stage = Active("f", "s");
        stage.Policies = stage.Policies with { Membership = new() { Roles = new() { Rules = [new(Role.Facilitator) { Term = TimeSpan.FromDays(700), SeveralHolders = false }] } } };
        Assert.Empty(stage.Do(new NominateForRole(Id, P("s"), Role.Facilitator) { AsSuccessor = true }, By("f")));
        Assert.Empty(stage.Do(new AcceptNomination(Id, P("s"), Role.Facilitator), By("s")));
        Assert.False(stage.Members[P("s")].Holds(Role.Facilitator));
        Assert.Equal(P("s"), stage.Members.Successor(Role.Facilitator));
        Assert.Equal(["nomination.accepted"], stage.Do(new AcceptNomination(Id, P("s"), Role.Facilitator), By("s")));
        stage.At = Start.AddDays(400);
        Assert.Empty(stage.Do(new ResignRole(Id, P("f"), Role.Facilitator), By("f")));
        Assert.Equal(Start.AddDays(1100), stage.Members[P("s")].Assignment(Role.Facilitator)!.Until);
        Assert.Equal([P("s")], stage.Members.Holders(Role.Facilitator));
        Assert.Equal(MembershipStatus.Active, stage.Members[P("f")].Status);
        Assert.Null(stage.Members.Successor(Role.Facilitator));
    }

    [Fact]
    public void OthersEndARole_WithAReason_AndTheHolderResigns()
    {
        Stage stage = Active("f", "m");
        stage.Happens(new RoleAppointed(P("m"), Role.Mentor));
        Assert.Equal(["role.own", "role.reason-missing"], stage.Do(new EndRole(Id, P("m"), Role.Mentor, " "), By("m")));
        Assert.Equal(["role.by-policy", "role.not-held"], stage.Do(new EndRole(Id, P("m"), Role.Sponsor, "r"), Actor.Policy("x")));
        Assert.Equal(["consent.not-own-act"], stage.Do(new ResignRole(Id, P("m"), Role.Mentor), By("f")));
        Assert.Equal(["role.not-held"], stage.Do(new ResignRole(Id, P("m"), Role.Mentor, "x"), By("m")));
        Assert.Empty(stage.Do(new EndRole(Id, P("m"), Role.Mentor, "no sign for weeks") { Unreachable = true }, By("f")));
        Assert.Equal(new RoleEnded(P("m"), Role.Mentor, null, RoleEndReason.Unreachable, "no sign for weeks"), stage.Journal[^1].Fact);
    }

    [Fact]
    public void ATerm_CanBeExtended()
    {
        Stage stage = Active("f", "m");
        Assert.Equal(["role.no-term"], stage.Do(new ExtendTerm(Id, P("f"), Role.Facilitator, Start.AddDays(9)), Host));
        Assert.Equal(["role.not-held"], stage.Do(new ExtendTerm(Id, P("m"), Role.Facilitator, Start.AddDays(9)), Host));
        stage.Happens(new RoleAppointed(P("m"), Role.Mentor, TermEndsOn: Start.AddDays(5)));
        Assert.Equal(["role.term-over"], stage.Do(new ExtendTerm(Id, P("m"), Role.Mentor, Start.AddDays(5)), Host));
        Assert.Empty(stage.Do(new ExtendTerm(Id, P("m"), Role.Mentor, Start.AddDays(6).ToOffset(TimeSpan.FromHours(2))), Host));
        Assert.Equal(Start.AddDays(6), stage.Members[P("m")].Assignment(Role.Mentor)!.Until);
        Assert.Equal(TimeSpan.Zero, stage.Members[P("m")].Assignment(Role.Mentor)!.Until!.Value.Offset);
    }
}
