using System.Text.Json;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Records;

/// <summary>One step of a random life: what, where, who, how much later, and which slips are made on the way.</summary>
public sealed record Step(int What, int Community, int Other, int Person, int Days, int Slips);

/// <summary>Steps of which some make no slip at all, so that lives get somewhere.</summary>
public static class Steps
{
    public static Arbitrary<Step> One() =>
        Arb.From(
            from what in Gen.Choose(0, 199)
            from community in Gen.Choose(0, 2)
            from other in Gen.Choose(0, 2)
            from person in Gen.Choose(0, 5)
            from days in Gen.Frequency((3, Gen.Constant(0)), (3, Gen.Choose(1, 15)), (1, Gen.Choose(60, 200)))
            from slips in Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Choose(0, 9).Select(bit => 1 << bit)), (1, Gen.Choose(0, 1023)))
            select new Step(what, community, other, person, days, slips));
}

/// <summary>Random lives of three communities: whatever is tried, the invariants hold, and a refusal changes nothing and names what an independent oracle names.</summary>
[Properties(Arbitrary = [typeof(Steps)], MaxTest = 150, StartSize = 40, EndSize = 120)]
public sealed class CommunityModelTests
{
    private static readonly HashSet<string> Nested =
    [
        "charter.no-purpose", "charter.no-role-selection", "charter.exit-criteria-missing", "charter.exit-criteria-unwanted", "charter.cadence",
        "legacy.no-summary", "legacy.item-unnamed", "legacy.item-twice", "legacy.taken-over-by", "record.time",
    ];

    [Property]
    [Trait("Law", "35")]
    [Trait("Law", "40")]
    public void AnyLife_KeepsTheInvariants(Step[] steps)
    {
        Life life = new();
        foreach (Step step in steps)
        {
            life.Take(step);
        }

        life.Replays();
    }

    /// <summary>With enough lives, every guard of the table is seen, and no other one.</summary>
    [Fact]
    public void Guards_AreExactlyThoseOfTheTable()
    {
        Dictionary<Type, HashSet<string>> seen = CommunityTransitions.All.Where(r => r.Command is not null).ToDictionary(r => r.Command!, _ => new HashSet<string>());
        Random random = new(7);
        for (int i = 0; i < 400; i++)
        {
            Life life = new() { Seen = seen };
            for (int j = 0; j < 110; j++)
            {
                int slips = random.Next(6) switch { < 3 => 0, < 5 => 1 << random.Next(10), _ => random.Next(1024) };
                int days = random.Next(7) switch { < 3 => 0, < 6 => random.Next(1, 16), _ => random.Next(60, 200) };
                life.Take(new(random.Next(200), random.Next(3), random.Next(3), random.Next(6), days, slips));
            }
        }

        Assert.Equal(
            CommunityTransitions.All.Where(r => r.Command is not null).Select(r => $"{r.Name}: {string.Join(' ', r.Guards)}"),
            CommunityTransitions.All.Where(r => r.Command is not null).Select(r =>
                $"{r.Name}: {string.Join(' ', seen[r.Command!].Where(c => !Nested.Contains(c) && !c.StartsWith("domain.", StringComparison.Ordinal)).Order(StringComparer.Ordinal))}"));
    }

    private sealed class Life
    {
        private static readonly CommunityId[] Ids = [new("a"), new("b"), new("c")];

        private readonly Dictionary<CommunityId, CommunityRecord> records = Ids.ToDictionary(id => id, id => new CommunityRecord(id));
        private readonly Dictionary<CommunityId, List<Change>> journal = Ids.ToDictionary(id => id, _ => new List<Change>());
        private DateTimeOffset now = World.Start;

        public Dictionary<Type, HashSet<string>>? Seen { get; init; }

        public void Take(Step step)
        {
            now = now.AddDays(step.Days);
            CommunityRecord record = records[Ids[step.Community]], other = records[Ids[step.Other]];
            PersonId person = World.People[step.Person];
            if (step.What >= 185)
            {
                Meet(record, person, step.What);
                return;
            }

            CommunityCommand command = step.What < 80 ? Next(record, other, person, step) : Any(step.What, record, other, person, step);
            bool Slip(int bit) => (step.Slips & (1 << bit)) != 0;
            Actor by = Slip(6) ? World.Host : Actor.Of(command.Subject ?? person);
            CommunityId? above = command switch { SetParent s => s.Parent, MergeInto m => m.Into, _ => null };
            Surroundings around = new()
            {
                OpenItems = Slip(5) ? ["question"] : [],
                Ancestry = Slip(4) || above is null ? null : LineageSearch.Above(above.Value, id => records.TryGetValue(id, out CommunityRecord? r) ? r.Community : null),
            };
            DecisionContext context = World.At(now, by, around) with { Policies = PolicySet.Default with { Community = new() { CharterNeedsApproval = Slip(7) } } };
            Put(command, record, other, context);
        }

        public void Replays()
        {
            Assert.DoesNotContain(
                records.Values.SelectMany(r => RegistryFindings.In(r, now)).Concat(RegistryFindings.Between(records.Values.Select(r => r.Community))),
                finding => finding.Severity == FindingSeverity.Error);
            foreach ((CommunityId id, List<Change> changes) in journal)
            {
                CommunityRecord again = new(id);
                again.Fold(changes.Where(c => c.Fact is CommunityFact));
                Assert.Equal(records[id].Community, again.Community);
                Community read = JsonSerializer.Deserialize<Community>(JsonSerializer.Serialize(again.Community))!;
                Assert.Equal(again.Community, read);
                foreach (Change change in changes)
                {
                    Assert.Equal(change.Fact, JsonSerializer.Deserialize(JsonSerializer.Serialize(change.Fact, change.Fact.GetType()), change.Fact.GetType()));
                }
            }
        }

        private void Put(CommunityCommand command, CommunityRecord record, CommunityRecord other, DecisionContext context)
        {
            Community[] before = [.. records.Values.Select(r => r.Community)];
            long[] versions = [.. records.Values.Select(r => r.Version)];
            string[]? expected = Oracle(command, record, other, context);
            (string[] codes, (CommunityRecord Record, ValueList<Change> Changes)[] outcome) = command switch
            {
                MergeInto m => Read(Merging.Decide(record, other, m, context), o => [(record, o.From), (other, o.Into)]),
                SplitCommunity s => Read(Splitting.Decide(record, other, s, context), o => [(record, o.Parent), (other, o.Child)]),
                _ => Read(record.Decide(command, context), changes => [(record, changes)]),
            };
            Assert.True(records.Values.Select(r => r.Community).SequenceEqual(before, ReferenceEqualityComparer.Instance), "deciding changes nothing");
            Assert.True(records.Values.Select(r => r.Version).SequenceEqual(versions));
            if (expected is not null)
            {
                Assert.Equal(expected.Order(StringComparer.Ordinal), codes.Distinct().Order(StringComparer.Ordinal));
            }

            CommunityTransition row = CommunityTransitions.All.Single(r => r.Command == command.GetType());
            Seen?[command.GetType()].UnionWith(codes);
            Assert.Equal(codes.Length == 0, outcome.Length > 0);
            foreach ((CommunityRecord changed, ValueList<Change> changes) in outcome)
            {
                foreach (Change change in changes)
                {
                    Fold(changed, change, context);
                }
            }

            if (outcome.Length > 0)
            {
                CommunityStatus from = before[Array.IndexOf(Ids, record.Id)].Status;
                Assert.Contains(from, row.From);
                Assert.True(record.Community.Status == from || row.To.Contains(record.Community.Status));
                if (Seen is null)
                {
                    Invariants(before);
                }
            }
        }

        private void Fold(CommunityRecord record, Change change, DecisionContext context)
        {
            Assert.Equal((context.At, context.By), (change.OccurredAt, change.By));
            if (Seen is not null)
            {
                record.Apply(change);
                return;
            }

            HashSet<PersonId> active = [.. record.Members.All.Where(m => m.Status == MembershipStatus.Active).Select(m => m.Person)];
            journal[record.Id].Add(change);
            record.Apply(change);
            Assert.Subset(active, record.Members.All.Where(m => m.Status == MembershipStatus.Active).Select(m => m.Person).ToHashSet());
        }

        private void Invariants(Community[] before)
        {
            Assert.Empty(LineageSearch.Circles(records.Values.Select(r => r.Community)));
            for (int i = 0; i < Ids.Length; i++)
            {
                CommunityRecord record = records[Ids[i]];
                Community now = record.Community, then = before[i];
                Assert.True(now.Status != CommunityStatus.Active || record.Members.ActiveFacilitators() > 0 || now.FacilitationGrace is not null, "I1");
                Assert.Equal(now.Status is CommunityStatus.Chartered or CommunityStatus.Active or CommunityStatus.Dormant or CommunityStatus.Closing, now.Charter is not null);
                Assert.Equal(now.Charter is not null, now.NextReviewOn is not null);
                Assert.True(now.Charters.Count(c => c.Until is null) <= 1);
                Assert.Equal(Enumerable.Range(1, now.Charters.Count), now.Charters.Select(c => c.Version));
                Assert.Equal(now.Status == CommunityStatus.Closing, now.Closing is { EndedOn: null });
                Assert.Equal(now.Status == CommunityStatus.Merged, now.Lineage.MergedInto is not null);
                Assert.True(now.Status == CommunityStatus.Active || (now.PausedUntil, now.DormancyNotice, now.FacilitationGrace, now.NextCheckInOn, now.MergesApproved.Count) == (null, null, null, null, 0));
                Assert.True(then.Status is not (CommunityStatus.Merged or CommunityStatus.Rejected) || now == then, "the end is the end");
                Assert.Equal(then.Charters.Select(c => c.Terms()), now.Charters.Take(then.Charters.Count).Select(c => c.Terms()));
                Assert.Equal(then.Reviews, now.Reviews.Take(then.Reviews.Count));
                Assert.Equal(then.PastClosings, now.PastClosings.Take(then.PastClosings.Count));
                Assert.True(Links(then).All(Links(now).Contains), "lineage is kept for ever");
                Assert.True(now.Lineage.MergedInto is not { } into || records[into].Community.Lineage.MergedFrom.Contains(now.Id));
                Assert.NotNull(LineageSearch.Resolve(now.Id, id => records.TryGetValue(id, out CommunityRecord? r) ? r.Community : null));
                if (then.Status == CommunityStatus.Closing && now.Status is CommunityStatus.Closing or CommunityStatus.Closed)
                {
                    Assert.Subset(now.Closing!.Plan.Items.Select(x => x.Name).ToHashSet(), then.Closing!.Plan.Items.Select(x => x.Name).ToHashSet());
                }
            }
        }

        private static IEnumerable<CommunityId> Links(Community c) =>
            c.Lineage.MergedFrom.Concat(c.Lineage.SplitInto).Concat(new[] { c.Lineage.MergedInto, c.Lineage.SplitFrom }.OfType<CommunityId>());

        private static (string[] Codes, (CommunityRecord Record, ValueList<Change> Changes)[] Outcome) Read<T>(Decision<T> decision, Func<T, (CommunityRecord, ValueList<Change>)[]> outcome) =>
            decision.Match(v => (Array.Empty<string>(), outcome(v)), r => (r.Reasons.Select(x => x.Code).ToArray(), []));

        /// <summary>What must stand in the way, said once more from the domain's tables; null where this oracle has no opinion.</summary>
        private static string[]? Oracle(CommunityCommand command, CommunityRecord record, CommunityRecord other, DecisionContext context)
        {
            Community c = record.Community, into = other.Community;
            int active = record.Members.All.Count(m => m.Status == MembershipStatus.Active), leads = Leads(record);
            List<string> unmet = [];
            void If(bool wrong, string code) => unmet.AddRange(wrong ? [code] : []);
            switch (command)
            {
                case LaunchCommunity:
                    If(c.Status != CommunityStatus.Chartered, "community.not-chartered");
                    If(leads == 0, "community.no-facilitator");
                    If(active < 3, "community.too-few-members");
                    return [.. unmet];
                case MakeDormant m:
                    If(c.Status != CommunityStatus.Active, "community.not-active");
                    If(m.Reason.Length == 0, "dormancy.no-reason");
                    If(c.DormancyNotice is null, "dormancy.no-notice");
                    If(c.DormancyNotice is { } notice && (context.At - notice.GivenOn).TotalDays < 14, "dormancy.notice-running");
                    return [.. unmet];
                case CloseCommunity m:
                    If(c.Status != CommunityStatus.Closing, "community.not-closing");
                    If(m.Thanks.Length == 0, "closing.no-thanks");
                    If(c.Status == CommunityStatus.Closing && (context.At - c.Closing!.AnnouncedOn).TotalDays < 14, "closing.window-open");
                    If(c.Status == CommunityStatus.Closing && c.Closing!.Plan.Items.Any(i => i.Destination == LegacyDestination.Undecided), "legacy.item-open");
                    If(context.Around.OpenItems.Count > 0, "legacy.item-unplanned");
                    If(
                        c.Status == CommunityStatus.Closing && c.Closing!.Objections.Any(o => o is { WouldFacilitate: true, WithdrawnOn: null, AnsweredOn: null } && record.Members[o.Person].IsMember),
                        "closing.objected");
                    return [.. unmet];
                case MergeInto m:
                    If(c.Status is not (CommunityStatus.Active or CommunityStatus.Dormant), "community.not-active-or-dormant");
                    If(c.Id == into.Id, "merge.self");
                    if (c.Id != into.Id)
                    {
                        If(into.Status != CommunityStatus.Active, "merge.into-not-active");
                        If(!into.MergesApproved.Contains(c.Id), "merge.not-approved");
                        If(Leads(other) == 0 && !(into.FacilitationGrace?.Deadline > context.At), "merge.into-no-facilitator");
                        If(into.Lineage.Parent is not null && context.Around.Ancestry is null, "lineage.ancestors-unknown");
                        If(into.Lineage.Parent is not null && context.Around.Ancestry?.Ancestors.Contains(c.Id) == true, "lineage.circle");
                    }

                    return [.. unmet];
                case ReviveCommunity { Verdict: ReviewVerdict.Reaffirm, Participants: > 0, Charter: null }:
                    If(c.Status != CommunityStatus.Dormant, "community.not-dormant");
                    If(leads == 0, "community.no-facilitator");
                    If(c.RevivalSupporters.Count(p => record.Members[p].Status == MembershipStatus.Active) < 3, "revival.too-few-supporters");
                    return [.. unmet];
                default:
                    return null;
            }
        }

        private static int Leads(CommunityRecord record) => record.Members.All.Count(m => m.Status == MembershipStatus.Active && m.Roles.Any(r => r.Role == Role.Facilitator));

        /// <summary>People come by their own act, facilitate, or go unless they are the last who facilitates and no grace is running.</summary>
        private void Meet(CommunityRecord record, PersonId person, int what)
        {
            Membership member = record.Members[person];
            bool open = record.Community.IsLiving && record.Community.Status != CommunityStatus.Closing;
            if (what < 193)
            {
                if (open && !member.IsMember)
                {
                    Own(new MemberJoined(person, new("join/1", "web")));
                }

                if (what < 189 && record.Members[person].Status == MembershipStatus.Active)
                {
                    record.Appoint(person, now);
                }
            }
            else if (member.Status == MembershipStatus.Active && (record.Community.FacilitationGrace is not null || !member.Holds(Role.Facilitator) || record.Members.ActiveFacilitators() > 1 || record.Community.Status != CommunityStatus.Active))
            {
                record.Members.Put(member, member with { Roles = [] });
                Own(new MemberLeft(person, LeaveReason.Choice, null));
            }

            void Own(Fact fact)
            {
                Change change = new(now, Actor.Of(person), Cause.Unstated, fact);
                journal[record.Id].Add(change);
                record.Apply(change);
            }
        }

        /// <summary>What would usually come next for a community that stands where this one does.</summary>
        private CommunityCommand Next(CommunityRecord record, CommunityRecord other, PersonId person, Step step)
        {
            Community c = record.Community;
            if (c.Status is CommunityStatus.Proposed && record.Members.ActiveFacilitators() == 0 || (c.Status is CommunityStatus.Chartered && record.Members.Count(MembershipStatus.Active) < 3))
            {
                Meet(record, person, 185);
                Meet(record, World.People[(step.Person + 1) % 6], 190);
                Meet(record, World.People[(step.Person + 2) % 6], 190);
            }

            int[] usual = c.Status switch
            {
                CommunityStatus.None => [80],
                CommunityStatus.Proposed => [83, 83, 83, 81, 116],
                CommunityStatus.Chartered => [85, 85, 85, 83],
                CommunityStatus.Active => [88, 89, 89, 93, 99, 100, 100, 101, 102, 104],
                CommunityStatus.Dormant => [91, 91, 90, 93, 100],
                CommunityStatus.Closing => [94, 95, 96, 97, 97, 117, 118],
                CommunityStatus.Closed => [98],
                _ => [80, 98],
            };
            return Any(usual[step.What % usual.Length], record, other, person, step);
        }

        private CommunityCommand Any(int what, CommunityRecord record, CommunityRecord other, PersonId person, Step step)
        {
            bool Slip(int bit) => (step.Slips & (1 << bit)) != 0;
            string Text(int bit) => Slip(bit) ? string.Empty : "Because.";
            CommunityId id = record.Id;
            string[] topics = ((step.Person + step.Days) % 3) switch { 0 => ["agile", "testing"], 1 => ["testing"], _ => ["agile", "zen"] };
            CharterTerms terms = World.Terms(topics);
            terms = Slip(3) ? terms with { Purpose = " ", ExitCriteria = "Never" } : Slip(2) ? record.Community.Charter?.Terms() ?? terms : terms;
            LegacyPlan plan = new(
                Slip(2) ? [] : [new("wiki", Slip(1) ? LegacyDestination.Undecided : LegacyDestination.Archived), new("forum", LegacyDestination.Community, new("x"))], Slip(3) ? string.Empty : "All goes on.");
            ReviewVerdict verdict = (ReviewVerdict)(step.Days % 3);
            CharterTerms? amended = verdict == ReviewVerdict.Amend != Slip(8) ? terms : null;
            switch (80 + ((what - 80) % 42))
            {
                case 80: return World.Proposal(id) with { Proposer = person, Name = Text(0), Purpose = Text(1), SimilarShown = Slip(2) ? null : [other.Id], Domain = Slip(3) ? World.Domain(" ", " ") : World.Domain(topics), Interested = [person] };
                case 81: return new ExpressInterest(id, person);
                case 82: return new WithdrawInterest(id, person);
                case 83: return new AdoptCharter(id, terms);
                case 84: return new RejectProposal(id, Text(0));
                case 85: return new LaunchCommunity(id, now.AddDays(7));
                case 86: return new PauseCommunity(id, Slip(0) ? now : Slip(1) ? now.AddDays(181) : now.AddDays(30));
                case 87: return new ResumeCommunity(id);
                case 88: return new GiveDormancyNotice(id, Text(0));
                case 89: return new MakeDormant(id, Text(0));
                case 90: return new ReviveCommunity(id, Slip(9) ? ReviewVerdict.Retire : verdict == ReviewVerdict.Retire ? ReviewVerdict.Reaffirm : verdict, Slip(0) ? 0 : 4) { Charter = amended };
                case 91: return new SupportRevival(id, person);
                case 92: return new WithdrawDormancyNotice(id);
                case 93: return new AnnounceClosing(id, Text(0), plan);
                case 94: return new AmendLegacyPlan(id, plan);
                case 95: return new ObjectToClosing(id, person, Text(0), WouldFacilitate: !Slip(1));
                case 96: return new CancelClosing(id);
                case 97: return new CloseCommunity(id, Text(0));
                case 98: return new ReopenCommunity(id, person, Text(0), Slip(1) ? null : []);
                case 99: return new ApproveMerge(id, Slip(0) ? id : other.Id);
                case 100: return new MergeInto(id, other.Id);
                case 101: return new SplitCommunity(id, other.Id, Text(0), person, Slip(9) && record.Community.Charter is { } own ? own.Terms() : terms, (SplitMode)(step.What % 2)) { FirstGathering = now };
                case 102: return new ReviewPurpose(id, verdict, Slip(0) ? 0 : 5, Slip(9) ? null : "We talked.") { Charter = amended, Plan = verdict == ReviewVerdict.Retire != Slip(7) ? plan : null };
                case 103: return new CheckIn(id, Text(0));
                case 104: return new StartFacilitationGrace(id, person);
                case 105: return new WithdrawMergeApproval(id, other.Id);
                case 106 or 107: return new SetParent(id, Slip(0) ? null : other.Id);
                case 108: return new SetSpaces(id, Slip(0) ? [new(SpaceKind.Wiki, " ", null), new(SpaceKind.Wiki, " ", null)] : [new(SpaceKind.Forum, "Talk", "https://talk")]);
                case 109: return new SetRhythm(id, Slip(0) ? new(TimeSpan.Zero, "Always") : Slip(1) ? null : new(TimeSpan.FromDays(7), "Fridays"));
                case 110: return new SetVisibility(id, (Visibility)(step.Days % 3), (MemberListVisibility)(step.Person % 3));
                case 111: return new SetJoinPolicy(id, (JoinPolicy)(step.Days % 3)) { RequiredSponsors = Slip(0) ? 2 : 0, Questions = Slip(1) ? [" "] : ["Why?"] };
                case 112: return new SetFields(id, Slip(0) ? [new(" ", "1"), new(" ", "2")] : [new("b", "1"), new("a", "2")]);
                case 113: return new RenameCommunity(id, Text(0), "About.");
                case 114: return new MergeInto(id, other.Id);
                case 115: return new SplitCommunity(id, other.Id, Text(0), person, terms, (SplitMode)(step.Person % 2));
                case 116: return new ApproveCharter(id, terms);
                case 117: return new WithdrawObjection(id, person);
                case 118: return new AnswerObjection(id, Slip(1) ? person : record.Community.Closing?.Objections.FirstOrDefault(o => o.Stands)?.Person ?? person, Text(0));
                case 119: return new WithdrawDormancyNotice(id);
                case 120: return new CloseCommunity(id, Text(0));
                default: return new ReviveCommunity(id, ReviewVerdict.Reaffirm, 4);
            }
        }
    }
}
