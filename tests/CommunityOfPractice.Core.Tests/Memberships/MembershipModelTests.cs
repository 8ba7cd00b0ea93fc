using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Memberships;

/// <summary>Random commands and facts, legal and illegal, over several people, actors and dates, beside the rules written down independently.</summary>
public sealed class MembershipModelTests
{
    private const int Steps = 300;

    private static readonly PersonId[] People = [MembershipWorld.Fay, MembershipWorld.Gus, MembershipWorld.Ada, MembershipWorld.Ben, MembershipWorld.Cleo, new("dan"), new("eve")];
    private static readonly CommunityStatus[] Statuses = [.. Enum.GetValues<CommunityStatus>(), CommunityStatus.Active, CommunityStatus.Active, CommunityStatus.Active, CommunityStatus.Active, CommunityStatus.Active, CommunityStatus.Active, CommunityStatus.Active];
    private static readonly double[] Waits = [0, 0, 0.1, 0.3, 1, 5, 14, 30, 60, 91];

    [Property(MaxTest = 20), Trait("Law", "35")]
    public void Law35_AnyCommands_AreDecidedAsTheRulesSayAndKeepTheInvariants(int seed) => new Run(seed).Go();

    [Property(MaxTest = 20), Trait("Law", "36")]
    public void Law36_NobodyIsActive_WithoutAnActOfTheirOwnThatStillStands(int seed) => new Run(seed) { Check = (run, _) => run.AssertConsent() }.Go();

    [Property(MaxTest = 10), Trait("Law", "38")]
    public void Law38_Replay_GivesTheSameMembers(int seed)
    {
        Run run = new(seed);
        run.Go();
        MembershipWorld again = new();
        foreach (Change change in run.World.Log.Skip(again.Log.Count))
        {
            again.Members.Apply((MembershipFact)change.Fact, change);
        }

        Assert.Equal(run.World.Members.All.OrderBy(m => m.Person), again.Members.All.OrderBy(m => m.Person));
        foreach (MembershipStatus status in Enum.GetValues<MembershipStatus>())
        {
            Assert.Equal(run.World.Members.WithStatus(status), again.Members.WithStatus(status));
        }
    }

    [Property(MaxTest = 20), Trait("Law", "43")]
    public void Law43_WhatCameToNothing_LeavesNoRights(int seed) => new Run(seed) { Check = (run, step) => run.AssertNoRights(step) }.Go();

    [Property(MaxTest = 5)]
    public void Members_AtAnyInstant_AreThoseOfTheRosterAndOfTheRules(int seed)
    {
        Run run = new(seed);
        run.Go();
        Roster roster = run.World.Members.ToRoster(MembershipWorld.Id);
        for (DateTimeOffset at = MembershipWorld.Start; at <= run.World.Now; at += TimeSpan.FromDays(11))
        {
            IEnumerable<PersonId> expected = run.Model.Rows
                .Where(r => r.Value.MemberSince <= at || r.Value.Past.Exists(p => p.From <= at && at < p.Until)).Select(r => r.Key).Order();
            Assert.Equal(expected, run.World.Members.MembersAt(at));
            Assert.Equal(expected, roster.MembersAt(at));
        }
    }

    /// <summary>What the roster says afterwards of each instant is what was true then: who was there, and neither on leave nor lapsed.</summary>
    [Property(MaxTest = 10)]
    public void Roster_AfterAnyHistory_TellsWhoWasThereAtEachChange(int seed)
    {
        Run run = new(seed);
        run.Go();
        Roster roster = run.World.Members.ToRoster(MembershipWorld.Id);
        MembershipWorld again = new();
        Dictionary<DateTimeOffset, PersonId[]> there = [];
        foreach (Change change in run.World.Log.Skip(again.Log.Count))
        {
            again.Members.Apply((MembershipFact)change.Fact, change);
            there[change.OccurredAt] = [.. again.Members.WithStatus(MembershipStatus.Active).Select(m => m.Person)];
        }

        Assert.All(there, then => Assert.Equal(then.Value, roster.ActiveAt(then.Key)));
        Assert.All(run.World.Members.All, m => Assert.All(m.Absences, a => Assert.True(a.From <= a.Until && a.Status is MembershipStatus.Paused or MembershipStatus.Lapsed)));
    }

    /// <summary>One random history.</summary>
    private sealed class Run
    {
        private readonly Random random;
        private readonly HashSet<PersonId> consents = [MembershipWorld.Fay, MembershipWorld.Gus];

        public Run(int seed)
        {
            random = new(seed);
            World = new() { Policy = MembershipPolicy.Default with { MaxInvitationsPerDay = 2 } };
            Model = new() { Status = CommunityStatus.Active, Policy = World.Policy };
            foreach (PersonId person in (PersonId[])[MembershipWorld.Fay, MembershipWorld.Gus])
            {
                Model.Of(person).Enter(MembershipWorld.Start);
                Model.Of(person).Known = true;
            }

            Model.Of(MembershipWorld.Fay).Facilitates = true;
        }

        public MembershipWorld World { get; }

        public MembershipModel Model { get; }

        public Action<Run, object> Check { get; init; } = (run, _) => run.AssertAsTheModel();

        public void Go()
        {
            for (int i = 0; i < Steps; i++)
            {
                World.Now += TimeSpan.FromDays(Waits[random.Next(Waits.Length)]);
                if (random.Next(12) == 0)
                {
                    Surroundings();
                }

                object step = random.Next(6) == 0 ? Automatic() : Commanded();
                Check(this, step);
            }

            AssertAsTheModel();
        }

        /// <summary>M-I1, by a log of own acts that knows nothing of the code: it is opened by the person, and closed by what ends it.</summary>
        public void AssertConsent()
        {
            foreach (Membership active in World.Members.WithStatus(MembershipStatus.Active))
            {
                Assert.Contains(active.Person, consents);
                Assert.NotNull(active.Consent);
            }
        }

        public void AssertNoRights(object step)
        {
            if (step is DeclineInvitation or WithdrawInvitation or DeclineRequest or WithdrawRequest or InvitationExpired or RequestExpired && Latest(step) is { } person)
            {
                Membership rest = World.Members[person];
                Assert.False(rest.IsMember);
                Assert.Null(rest.MemberSince);
                Assert.Null(rest.Invitation);
                Assert.Null(rest.Request);
                Assert.Null(rest.NextDate);
                Assert.Empty(rest.Roles);
                Assert.All(Enum.GetValues<Role>(), role => Assert.DoesNotContain(person, World.Members.Holders(role)));
                Assert.Contains("membership.not-invited", Refusal(new AcceptInvitation(MembershipWorld.Id, person, MembershipWorld.Consent), Actor.Of(person)));
                Assert.Contains("membership.not-requested", Refusal(new ApproveRequest(MembershipWorld.Id, person), MembershipWorld.Host));
            }
        }

        private static PersonId? Latest(object step) => step switch
        {
            MembershipCommand command => command.Person,
            MembershipFact fact => fact.Person,
            _ => null,
        };

        private string[] Refusal(MembershipCommand command, Actor by) =>
            World.Decide(command, by).Match<string[]>(_ => [], r => [.. r.Reasons.Select(x => x.Code)]);

        private void Surroundings()
        {
            Model.Status = Statuses[random.Next(Statuses.Length)];
            Model.Joins = (JoinPolicy)random.Next(3);
            Model.CommunitySponsors = random.Next(3) == 0 ? 1 : 0;
            World.Policy = World.Policy with { MembersInvite = random.Next(4) > 0 };
            Model.Policy = World.Policy;
            World.Setting = World.Setting with { Status = Model.Status, JoinPolicy = Model.Joins, RequiredSponsors = Model.CommunitySponsors };
        }

        private object Commanded()
        {
            PersonId person = People[random.Next(People.Length)];
            Actor by = random.Next(10) switch
            {
                < 5 => Actor.Of(person),
                < 7 => MembershipWorld.Host,
                < 9 => Actor.Of(People[random.Next(People.Length)]),
                _ => MembershipWorld.Rule,
            };
            MembershipCommand command = SomeCommand(person);
            SortedSet<string> expected = Model.Expected(command, by, World.Now);
            int facts = World.Log.Count;
            Membership before = World.Members[person];
            string[] codes = World.Do(command, by);
            Assert.True(expected.SetEquals(codes), $"{command} by {by} at {World.Now:O}, {World.Setting}: expected [{string.Join(' ', expected)}], was [{string.Join(' ', codes)}]; {before}");
            if (codes.Length > 0)
            {
                Assert.Equal(facts, World.Log.Count);
                Assert.Same(before, before.Since is null && before.Choices is null ? before : World.Members[person]);
                return new();
            }

            Model.Happen(command, by, World.Now);
            Note(command, by);
            return command;
        }

        private object Automatic()
        {
            List<MembershipFact> facts = [];
            foreach (PersonId person in People)
            {
                MembershipModel.Row row = Model.Of(person);
                MembershipFact? fact = row.Status switch
                {
                    MembershipStatus.Invited when row.Expires <= World.Now => new InvitationExpired(person),
                    MembershipStatus.Requested when row.Expires <= World.Now => new RequestExpired(person),
                    MembershipStatus.Active or MembershipStatus.Paused or MembershipStatus.Lapsed when row.TermEndsOn <= World.Now => new MembershipTermEnded(person),
                    MembershipStatus.Paused when row.PausedUntil <= World.Now => new MembershipResumed(person),
                    MembershipStatus.Active when row.LapsesOn <= World.Now => random.Next(3) == 0 ? new LapseWarningLifted(person) : new MemberLapsed(person),
                    MembershipStatus.Active when row.LapsesOn is null && random.Next(4) == 0 => new LapseWarned(person, World.Now.AddDays(14)),
                    not MembershipStatus.Erased when row.Known && random.Next(150) == 0 => MembershipWorld.Erasure(person),
                    _ => null,
                };
                if (fact is not null)
                {
                    facts.Add(fact);
                }
            }

            if (facts.Count == 0)
            {
                return new();
            }

            MembershipFact one = facts[random.Next(facts.Count)];
            World.Fact(one);
            Model.Happen(one, World.Now);
            if (one is RequestExpired or MembershipTermEnded or MemberErased)
            {
                consents.Remove(one.Person);
            }

            return one;
        }

        private void Note(MembershipCommand command, Actor by)
        {
            if (command is JoinCommunity or AcceptInvitation or RequestMembership or AppealRemoval && by.Is(command.Person))
            {
                consents.Add(command.Person);
            }
            else if (command is LeaveCommunity or RemoveMember or BlockPerson or WithdrawRequest or DeclineRequest or DecideAppeal { Outcome: AppealOutcome.RemovalUpheld })
            {
                consents.Remove(command.Person);
            }
        }

        private MembershipCommand SomeCommand(PersonId person)
        {
            string reason = random.Next(8) == 0 ? " " : "because";
            DateTimeOffset date = World.Now.AddDays(random.Next(-3, 50));
            return random.Next(43) switch
            {
                0 or 1 or 2 or 3 => new InviteMember(MembershipWorld.Id, person, "come"),
                4 or 5 => new AcceptInvitation(MembershipWorld.Id, person, MembershipWorld.Consent),
                6 => new DeclineInvitation(MembershipWorld.Id, person),
                7 => new WithdrawInvitation(MembershipWorld.Id, person),
                8 or 9 or 10 => new RequestMembership(MembershipWorld.Id, person, MembershipWorld.Consent, [new("why", "to learn")]),
                11 => new SponsorRequest(MembershipWorld.Id, person),
                12 or 13 => new ApproveRequest(MembershipWorld.Id, person),
                14 => new DeclineRequest(MembershipWorld.Id, person, reason),
                15 => new WithdrawRequest(MembershipWorld.Id, person),
                16 or 17 or 18 => new JoinCommunity(MembershipWorld.Id, person, MembershipWorld.Consent),
                19 or 20 => new PauseMembership(MembershipWorld.Id, person, random.Next(2) == 0 ? null : date),
                21 => new ResumeMembership(MembershipWorld.Id, person),
                22 => new ReturnFromLapse(MembershipWorld.Id, person),
                23 => new UndoLapse(MembershipWorld.Id, person),
                24 => new LeaveCommunity(MembershipWorld.Id, person, random.Next(2) == 0 ? LeaveReason.Choice : (LeaveReason)random.Next(8), "bye"),
                25 => new ChooseAlumniListing(MembershipWorld.Id, person, random.Next(2) == 0),
                26 => new RemoveMember(MembershipWorld.Id, person, reason),
                27 or 28 => new AppealRemoval(MembershipWorld.Id, person, "unfair"),
                29 or 30 => new DecideAppeal(MembershipWorld.Id, person, (AppealOutcome)random.Next(2), reason),
                31 => new BlockPerson(MembershipWorld.Id, person, reason),
                32 or 33 => new UnblockPerson(MembershipWorld.Id, person, reason),
                34 => new SetMembershipTerm(MembershipWorld.Id, person, date),
                35 => new ExtendMembershipTerm(MembershipWorld.Id, person, random.Next(3) == 0 ? null : date),
                36 => new GiveConsent(MembershipWorld.Id, person, new((ProcessingPurpose)random.Next(2), $"data/{random.Next(2)}", "web")),
                37 => new WithdrawConsent(MembershipWorld.Id, person, (ProcessingPurpose)random.Next(2)),
                38 => random.Next(3) == 0 ? new MuteInvitations(MembershipWorld.Id, person) : new UnmuteInvitations(MembershipWorld.Id, person),
                39 => new RecordAlumnus(MembershipWorld.Id, person),
                40 => new ObjectToProcessing(MembershipWorld.Id, person, (ProcessingPurpose)random.Next(2)),
                41 => new LiftObjection(MembershipWorld.Id, person, (ProcessingPurpose)random.Next(2)),
                _ => new SetMembershipFields(MembershipWorld.Id, person, random.Next(2) == 0 ? [new("a", "1")] : [new("a", "1"), new(random.Next(2) == 0 ? "a" : " ", "2")]),
            };
        }

        private void AssertAsTheModel()
        {
            foreach ((PersonId person, MembershipModel.Row row) in Model.Rows)
            {
                Membership membership = World.Members[person];
                Assert.Equal(row.Status, membership.Status);
                Assert.Equal(row.MemberSince, membership.MemberSince);
                Assert.Equal(row.IsMember, membership.MemberSince is not null);
                Assert.Equal(row.Past, membership.History.Where(p => p.Role is null).Select(p => (p.From, p.Until, p.Reason!.Value)));
                Assert.Equal(row.Facilitates, membership.Holds(Role.Facilitator));
                Assert.Equal(row.Due, membership.NextDate);
                Assert.Equal(row.Muted, membership.Choices?.InvitationsMuted == true);
                Assert.Equal(row.Listed, membership.Choices?.ListedAsAlumni);
                Assert.Equal(row.Status == MembershipStatus.Alumni && row.Listed == true, membership.IsListedAlumnus);
                Assert.All(Enum.GetValues<ProcessingPurpose>(), p => Assert.Equal((row.Agreed.ContainsKey(p), row.Objected.Contains(p)), (membership.Allows(p), membership.ObjectsTo(p))));
                AssertInvariants(membership);
            }

            AssertCounts();
        }

        private void AssertInvariants(Membership membership)
        {
            // M-I3: roles for members end with being active.
            Assert.True(membership.Status == MembershipStatus.Active || membership.Roles.All(r => r.Role == Role.Sponsor));
            PastPeriod[] stretches = [.. membership.History.Where(p => p.Role is null)];
            Assert.All(stretches, p => Assert.True(p.From <= p.Until));
            Assert.All(stretches.Zip(stretches.Skip(1)), pair => Assert.True(pair.First.Until <= pair.Second.From));
            Assert.True(stretches.Length == 0 || !(membership.MemberSince < stretches[^1].Until));
            Assert.True(membership.Case is null || !membership.IsMember);
            Assert.True(membership.Dates is null || membership.IsMember);
        }

        private void AssertCounts()
        {
            Members members = World.Members;

            // M-I2: one a person.
            Assert.Equal(members.All.Count, members.All.Select(m => m.Person).Distinct().Count());
            foreach (MembershipStatus status in Enum.GetValues<MembershipStatus>())
            {
                Assert.Equal(members.All.Where(m => m.Status == status).OrderBy(m => m.Person), members.WithStatus(status));
                Assert.Equal(members.All.Count(m => m.Status == status), members.Count(status));
            }

            Assert.Equal(members.All.Where(m => m.NextDate <= World.Now).OrderBy(m => m.NextDate).ThenBy(m => m.Person), members.DueBy(World.Now));
            Assert.Equal(members.All.Where(m => m.Holds(Role.Facilitator)).Select(m => m.Person).Order(), members.Holders(Role.Facilitator));
        }
    }
}
