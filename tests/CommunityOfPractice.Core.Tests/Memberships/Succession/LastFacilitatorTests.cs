using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using FsCheck.Xunit;
using static CommunityOfPractice.Core.Tests.Memberships.Stage;

namespace CommunityOfPractice.Core.Tests.Memberships;

public sealed class LastFacilitatorTests
{
    private static readonly string[] Names = ["a", "b", "c", "d", "e"];

    [Fact, Trait("Law", "37")]
    public void Law37_TheLastFacilitator_CannotJustGo()
    {
        Stage stage = Active("f", "m");
        Assert.Equal(["role.last-facilitator"], stage.Goes("f", By("f")));
        Assert.Equal(["role.last-facilitator"], stage.Do(new ResignRole(Id, P("f"), Role.Facilitator), By("f")));
        Assert.Equal(["role.last-facilitator"], stage.Do(new EndRole(Id, P("f"), Role.Facilitator, "r"), By("m")));
        stage.Happens(new RoleAppointed(P("m"), Role.Facilitator));
        Assert.Empty(stage.Goes("f", By("f")));
    }

    [Fact, Trait("Law", "37")]
    public void Law37_ASuccessorWhoMayNotHoldTheRoleAnyMore_IsPassedOver()
    {
        Stage stage = Active("f", "a", "b");
        foreach (string successor in (string[])["a", "b"])
        {
            Assert.Empty(stage.Do(new NominateForRole(Id, P(successor), Role.Facilitator) { AsSuccessor = true }, By("f")));
            Assert.Empty(stage.Do(new AcceptNomination(Id, P(successor), Role.Facilitator), By(successor)));
            stage.At = stage.At.AddDays(1);
        }

        Assert.Empty(stage.Do(new NominateForRole(Id, P("a"), Role.Sponsor), By("f")));
        Assert.Empty(stage.Do(new AcceptNomination(Id, P("a"), Role.Sponsor), By("a")));
        Assert.Equal(P("b"), Succession.Outlook(stage.Members, stage.Community, stage.At)[0].Successor);
        Stage alone = stage.Twin();
        Assert.Empty(stage.Goes("f", By("f")));
        Assert.Equal([P("b")], stage.Members.Holders(Role.Facilitator));

        // nobody is left who could: the rule of the last facilitator applies
        alone.Happens(new RoleAppointed(P("b"), Role.Sponsor));
        Assert.Equal(SuccessionOutcome.NobodyLeft, Succession.Outlook(alone.Members, alone.Community, alone.At)[0].Outcome);
        Assert.Contains("succession.no-successor", Succession.Warnings(alone.Members, alone.Community, alone.At).Select(w => w.Code));
        Assert.Equal(["role.last-facilitator"], alone.Goes("f", By("f")));
        Assert.Equal(["role.incompatible"], alone.Goes("f", By("a"), LastFacilitatorChoice.StartGrace(P("a"))));
        Assert.Empty(alone.Goes("f", By("f"), LastFacilitatorChoice.MakeDormant));
        Assert.Empty(alone.Members.Holders(Role.Facilitator));
    }

    [Fact, Trait("Law", "37")]
    public void Law37_OneDecision_GivesNobodyTwoRolesThatExcludeEachOther()
    {
        Stage stage = Active("f", "a", "b");
        stage.Policies = PolicySet.Default with
        {
            Membership = new() { Roles = new() { Rules = [.. RoleCatalogue.Default.Rules, new(Role.Mentor) { NotTogetherWith = [Role.KnowledgeSteward] }] } },
        };
        stage.Happens(new RoleAppointed(P("f"), Role.Mentor));
        stage.Happens(new RoleAppointed(P("f"), Role.KnowledgeSteward)); // under an earlier catalogue
        foreach ((string successor, Role role) in ((string, Role)[])[("a", Role.Mentor), ("a", Role.KnowledgeSteward), ("b", Role.Facilitator)])
        {
            Assert.Empty(stage.Do(new NominateForRole(Id, P(successor), role) { AsSuccessor = true }, By("f")));
            Assert.Empty(stage.Do(new AcceptNomination(Id, P(successor), role), By(successor)));
        }

        Assert.Empty(stage.Goes("f", By("f")));
        Assert.Single(stage.Members[P("a")].Roles);
        Assert.Equal([P("b")], stage.Members.Holders(Role.Facilitator));
    }

    [Fact, Trait("Law", "37")]
    public void Law37_WithDormancy_TheLastFacilitatorGoes()
    {
        Stage stage = Active("f", "m");
        Assert.Empty(stage.Goes("f", By("f"), LastFacilitatorChoice.MakeDormant));
        Assert.Equal(CommunityStatus.Dormant, stage.Community.Status);
    }

    [Fact, Trait("Law", "37")]
    public void Law37_WithGrace_SomebodyWhoAcceptedStandsIn()
    {
        Stage stage = Active("f", "m", "x");
        LastFacilitatorChoice grace = LastFacilitatorChoice.StartGrace(P("m"));
        Assert.Equal(["role.interim-not-accepted"], stage.Goes("f", By("f"), grace));
        Assert.Equal(["role.interim-missing"], stage.Goes("f", By("f"), LastFacilitatorChoice.StartGrace(null)));
        Assert.Equal(["role.interim-not-active", "role.interim-not-accepted"], stage.Goes("f", By("x"), LastFacilitatorChoice.StartGrace(P("f"))));
        Assert.Empty(stage.Do(new NameInterim(Id, P("m"), Role.Facilitator), By("f")));
        Assert.Equal(["role.interim-not-accepted"], stage.Goes("f", By("f"), grace));
        Assert.Empty(stage.Do(new AcceptNomination(Id, P("m"), Role.Facilitator), By("m")));
        Assert.Equal(["role.last-facilitator"], stage.Goes("f", By("f")));
        Assert.Empty(stage.Goes("f", By("f"), grace));
        Assert.Equal(new FacilitationGrace(Start.AddDays(28), P("m")), stage.Community.FacilitationGrace);
        Assert.Equal(new RoleAssignment(Role.Facilitator, Start, null, RoleOrigin.Appointed, Start.AddDays(28), By("f"), Interim: true), stage.Members[P("m")].Assignment(Role.Facilitator));

        // Somebody who is there to stay ends the grace period; the stand-in can become one too.
        Assert.Empty(stage.Do(new NominateForRole(Id, P("m"), Role.Facilitator), By("x")));
        Assert.Empty(stage.Do(new AcceptNomination(Id, P("m"), Role.Facilitator), By("m")));
        Assert.Null(stage.Community.FacilitationGrace);
        Assert.False(stage.Members[P("m")].Assignment(Role.Facilitator)!.Interim);
    }

    [Fact, Trait("Law", "37")]
    public void Law37_WhoActsThemselves_HasAcceptedToStandIn_AndTheHostMayStartGraceAlone()
    {
        Stage stage = Active("f", "m");
        Assert.Empty(stage.Do(new EndRole(Id, P("f"), Role.Facilitator, "gone") { Unreachable = true, IfLast = LastFacilitatorChoice.StartGrace(P("m")) }, By("m")));
        Assert.True(stage.Members[P("m")].Assignment(Role.Facilitator)!.Interim);
        Stage other = Active("f", "m");
        Assert.Empty(other.Goes("f", Host, LastFacilitatorChoice.StartGrace(null)));
        Assert.Equal(0, other.Members.ActiveFacilitators());
        Assert.NotNull(other.Community.FacilitationGrace);

        // During the grace period, whoever accepts to stand in does so at once, until its deadline.
        other.At = Start.AddDays(3);
        Assert.Empty(other.Do(new NameInterim(Id, P("m"), Role.Facilitator), Host));
        Assert.Empty(other.Do(new AcceptNomination(Id, P("m"), Role.Facilitator), By("m")));
        Assert.Equal(Start.AddDays(28), other.Members[P("m")].Assignment(Role.Facilitator)!.Until);
        Assert.NotNull(other.Community.FacilitationGrace);
    }

    [Property(MaxTest = 150), Trait("Law", "37"), Trait("Law", "35")]
    public void Law37_AnyCommands_LeaveAnActiveCommunityWithAFacilitatorOrAGracePeriod(int seed)
    {
        Random random = new(seed);
        Stage stage = Active(Names);
        HashSet<string> agreed = ["a/Facilitator"];
        for (int step = 0; step < 60; step++)
        {
            string person = Pick(random, Names), other = Pick(random, Names);
            Role role = Pick(random, [Role.Facilitator, Role.Facilitator, Role.Sponsor, Role.Mentor]);
            LastFacilitatorChoice? choice = Pick(random, [null, null, null, LastFacilitatorChoice.MakeDormant, LastFacilitatorChoice.StartGrace(P(other))]);
            var before = stage.State;
            int facts = stage.Journal.Count;
            bool last = IsLast(stage, person);
            string[]? refused = null;
            switch (random.Next(12))
            {
                case 0 or 1:
                    refused = stage.Do(new NominateForRole(Id, P(person), role) { AsSuccessor = random.Next(2) == 0, TermEndsOn = random.Next(3) == 0 ? stage.At.AddDays(random.Next(1, 60)) : null }, By(other));
                    break;
                case 2 or 3:
                    refused = stage.Do(new AcceptNomination(Id, P(person), role), By(person));
                    agreed.Add($"{person}/{role}");
                    break;
                case 4:
                    refused = stage.Do(new NameInterim(Id, P(person), role), By(other));
                    break;
                case 5:
                    refused = stage.Do(new DeclineNomination(Id, P(person), role), By(person));
                    break;
                case 6:
                    refused = stage.Do(new ResignRole(Id, P(person), Role.Facilitator) { IfLast = choice }, By(person));
                    Assert.Equal(last && choice is null, refused.Contains("role.last-facilitator"));
                    break;
                case 7:
                    refused = stage.Do(new EndRole(Id, P(person), Role.Facilitator, "r") { IfLast = choice }, By(other));
                    Assert.Equal(last && choice is null, refused.Contains("role.last-facilitator"));
                    agreed.Add($"{other}/Facilitator"); // who acts has agreed to stand in
                    break;
                case 8:
                    if (stage.Members[P(person)].Status == MembershipStatus.Active)
                    {
                        refused = stage.Goes(person, By(person), choice);
                        Assert.Equal(last && choice is null, refused.Contains("role.last-facilitator"));
                    }

                    break;
                case 9:
                    if (stage.Members[P(person)].Status == MembershipStatus.Lapsed)
                    {
                        stage.Join(person);
                    }

                    break;
                case 10:
                    stage.At = stage.At.AddDays(random.Next(1, 20));
                    break;
                default:
                    stage.At = stage.At.AddDays(random.Next(1, 20));
                    stage.Apply(stage.At);
                    break;
            }

            if (refused is { Length: > 0 })
            {
                Assert.Equal(before, stage.State);
                Assert.Equal(facts, stage.Journal.Count);
            }

            Invariants(stage, agreed);
        }
    }

    private static bool IsLast(Stage stage, string person)
    {
        bool standsIn = stage.Community.FacilitationGrace is { Interim: { } interim } grace && grace.Deadline > stage.At
            && interim != P(person) && stage.Members[interim].Status == MembershipStatus.Active;
        bool facilitates = stage.Community.Status == CommunityStatus.Active && !standsIn
            && stage.Members[P(person)] is { Status: MembershipStatus.Active } member && member.Holds(Role.Facilitator);
        return facilitates && stage.Members.All.All(m => m.Person == P(person) || m.Status != MembershipStatus.Active
            || (!m.Holds(Role.Facilitator) && !m.Nominations.Any(n => n is { Role: Role.Facilitator, AcceptedOn: not null, Interim: false })));
    }

    private static void Invariants(Stage stage, HashSet<string> agreed)
    {
        int facilitators = stage.Members.All.Count(m => m.Status == MembershipStatus.Active && m.Roles.Any(r => r.Role == Role.Facilitator));
        Assert.Equal(facilitators, stage.Members.ActiveFacilitators());
        Assert.True(stage.Community.Status != CommunityStatus.Active || facilitators > 0 || stage.Community.FacilitationGrace is not null, "I1");
        foreach (Membership member in stage.Members.All)
        {
            Assert.True(member.Status == MembershipStatus.Active || member.Roles.All(r => r.Role == Role.Sponsor), "M-I3");
            Assert.True(!(member.Holds(Role.Sponsor) && member.Holds(Role.Facilitator)), "a sponsor does not facilitate");
            Assert.Equal(member.Roles.Count, member.Roles.Select(r => (r.Role, r.Scope)).Distinct().Count());
            Assert.All(member.Roles, r => Assert.Contains($"{member.Person}/{r.Role}", agreed));
            Assert.All(member.Roles, r => Assert.Contains(member.Person, stage.Members.Holders(r.Role)));
            Assert.All(member.Nominations, n => Assert.Contains(member.Person, stage.Members.Nominees(n.Role)));
        }
    }

    private static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];
}
