using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Lifecycles;

/// <summary>
/// Random lives of three communities and seven people: sensible moves and any others, mergers and splits, policies applied now and
/// then, people erased. Keeps journals beside the records, and checks the invariants with rules written down independently.
/// </summary>
internal sealed partial class WholeLives
{
    private static readonly CommunityId[] Ids = [new("agile"), new("data"), new("design")];
    private static readonly Actor Host = Actor.Host("host");

    private readonly Random random;
    private readonly AnyCommand any;
    private readonly PersonId[] people = [.. ((string[])["ana", "bo", "cem", "dee", "eva", "fin", "gus"]).Select(n => new PersonId(n))];
    private readonly HashSet<(CommunityId, PersonId)> ownActs = [];
    private readonly Dictionary<CommunityId, CommunityStatus> statuses = Ids.ToDictionary(id => id, _ => CommunityStatus.None);
    private readonly SeededSalts salts;
    private readonly Dictionary<CommunityId, DateTimeOffset> applied = Ids.ToDictionary(id => id, _ => DateTimeOffset.MinValue);
    private DateTimeOffset now = World.Start;
    private int erased;

    public WholeLives(int seed)
    {
        random = new Random(seed);
        any = new AnyCommand(random, Ids, people);
        salts = new SeededSalts($"lives {seed}");
    }

    public Dictionary<CommunityId, CommunityRecord> Records { get; } = Ids.ToDictionary(id => id, id => new CommunityRecord(id));

    public Dictionary<CommunityId, List<JournalEntry>> Journals { get; } = Ids.ToDictionary(id => id, _ => new List<JournalEntry>());

    public Dictionary<Type, (int Accepted, int Refused)> Tries { get; } = [];

    /// <summary>The defaults, but mentors and experts can be acquired with one endorsement, and core groups have terms.</summary>
    public PolicySet Policies { get; } = PolicySet.Default with
    {
        Membership = MembershipPolicy.Default with
        {
            Roles = new RoleCatalogue
            {
                Rules =
                [
                    .. RoleCatalogue.Default.Rules.Where(r => r.Role is not (Role.Mentor or Role.DomainExpert or Role.CoreGroup)),
                    new(Role.Mentor) { AcquiredBy = 1 },
                    new(Role.DomainExpert) { AcquiredBy = 1 },
                    new(Role.CoreGroup) { Term = TimeSpan.FromDays(365) },
                ],
            },
        },
    };

    /// <summary>Told of each command that is accepted, before it is folded in, and how to decide another one in the same state.</summary>
    public Action<Command, Func<Command, Outcome>>? Accepted { get; init; }

    /// <summary>Everybody who is or was somebody here: those who were erased are left out.</summary>
    public IEnumerable<PersonId> People => people;

    public void Live(int steps, bool erase = true)
    {
        for (int i = 0; i < steps; i++)
        {
            now += TimeSpan.FromHours(random.Next(24) switch { < 8 => 0, < 14 => 1, < 20 => 30, < 23 => 24 * 6, _ => 24 * random.Next(10, 100) });
            CommunityId id = Ids[random.Next(7) switch { < 3 => 0, < 6 => 1, _ => 2 }];
            switch (random.Next(400))
            {
                case 0 when erase:
                    Erase(people[random.Next(people.Length)]);
                    break;
                case < 4:
                    now += TimeSpan.FromDays(400);
                    ApplyPolicies(id);
                    now += TimeSpan.FromDays(15);
                    ApplyPolicies(id);
                    break;
                case < 20:
                    ApplyPolicies(id);
                    break;
                case < 310:
                    (Command sensible, Actor by) = Sensible(id);
                    Put(sensible, by);
                    break;
                default:
                    Command command = any.Next(id, now);
                    Put(command, random.Next(4) switch { 0 => Host, 1 => Actor.Of(people[random.Next(people.Length)]), _ => Actor.Of(command.Subject ?? people[random.Next(people.Length)]) });
                    break;
            }

            Invariants();
        }
    }

    public void ApplyPolicies(CommunityId id)
    {
        PolicyEvidence evidence = Evidence(id);
        CommunitySnapshot before = Records[id].ToSnapshot();
        PolicyRun run = PolicyEngine.Apply(Records[id], Later(id), Policies, evidence);
        Assert.Equal(before, Records[id].ToSnapshot());
        Assert.All(run.Changes, change =>
        {
            Assert.NotNull(change.By.RuleId);
            Assert.Equal(change.By.RuleId, change.Because.Rule?.RuleId);
            Assert.NotEmpty(change.Because.Rule!.PolicyVersion);
            Assert.NotEmpty(change.Because.Rule.Evidence);
        });
        Record(id, run.Changes);

        // law 39: once more at the same instant changes nothing
        PolicyRun again = PolicyEngine.Apply(Records[id], Later(id), Policies, evidence);
        Assert.Empty(again.Changes);
        applied[id] = Later(id);
    }

    public void Erase(PersonId person)
    {
        PersonId tombstone = new($"erased-{++erased}");
        foreach (CommunityId id in Ids)
        {
            Erasure erasure = Erasure.Of(Journals[id], person, tombstone, salts);
            if (erasure.Fact is null || IsLastFacilitator(id, person))
            {
                return; // law 37: the host hands over first
            }
        }

        foreach (CommunityId id in Ids)
        {
            (int Status, int Count)[] counts = Counts(id, person);
            Erasure erasure = Erasure.Of(Journals[id], person, tombstone, salts);
            foreach (JournalEntry entry in erasure.Redacted)
            {
                Journals[id][(int)entry.Version - 1] = entry;
            }

            Records[id] = CommunityRecord.Replay(id, Journals[id]);
            CommunityRecord record = Records[id];
            Record(id, [.. CommunityRecord.Changes(Consequences.Of([erasure.Fact!], record.Community, record.Members, record.Practice, Later(id)), new DecisionContext(Later(id), Host))]);
            Assert.Equal(counts, Counts(id, tombstone));
            Assert.DoesNotContain(Journals[id], e => FactJson.Write(e).Contains($"\"{person}\"", StringComparison.Ordinal) || FactJson.Write(e).Contains($"person:{person}\"", StringComparison.Ordinal));
        }

        ledger.Rename(person, tombstone);
        people[Array.IndexOf(people, person)] = new PersonId($"new-{erased}");
    }

    /// <summary>How many others stand how.</summary>
    private (int Status, int Count)[] Counts(CommunityId id, PersonId but) =>
        [.. Records[id].Members.All.Where(m => m.Person != but && m.Since is not null).GroupBy(m => (int)m.Status).Select(g => (g.Key, g.Count())).Order()];

    /// <summary>All activities are known: there was one, and since then nothing.</summary>
    private PolicyEvidence Evidence(CommunityId id)
    {
        ActivityLog log = ActivityLog.Of([new Activity(id, people[0], World.Start, Act.Post)]).OrThrow();
        return PolicyEvidence.Of(Journals[id].Select(e => e.Change), log.Of(id), new TimeWindow(World.Start, DateTimeOffset.MaxValue));
    }

    private bool IsLastFacilitator(CommunityId id, PersonId person) =>
        Records[id].Community.Status == CommunityStatus.Active && Records[id].Members[person].Holds(Role.Facilitator) && Records[id].Members.ActiveFacilitators() <= 1;

    private DateTimeOffset Later(CommunityId id) => Records[id].LatestAt > now ? Records[id].LatestAt!.Value : now;

    private void Put(Command command, Actor by)
    {
        CommunityId? second = command switch { MergeInto m => m.Into, SplitCommunity s => s.Child, _ => null };
        CommunityRecord record = Records[command.Community];
        DateTimeOffset at = Later(command.Community);
        at = command is CloseCommunity ? Records.Values.Max(r => Later(r.Id)) : at;
        at = second is { } other && Records[other].LatestAt > at ? Records[other].LatestAt!.Value : at;
        CommunityId? above = command switch { SetParent s => s.Parent, MergeInto m => m.Into, _ => null };
        DecisionContext context = new(at, by)
        {
            Policies = Policies,
            Around = new() { Ancestry = above is null ? null : LineageSearch.Above(above.Value, id => Records.GetValueOrDefault(id)?.Community) },
        };
        if (KnowledgeLedger.IsTakenElsewhere(command, Records.Values))
        {
            return; // ids are the host's: it gives none twice
        }

        CommunitySnapshot[] before = [.. Records.Values.Select(r => r.ToSnapshot())];
        (ValueList<(CommunityId Id, ValueList<Change> Changes)> parts, Refusal? refusal) = Decide(command, context);
        Assert.Equal(before, Records.Values.Select(r => r.ToSnapshot())); // law 35: deciding changes nothing
        (int accepted, int refused) = Tries.GetValueOrDefault(command.GetType());
        Tries[command.GetType()] = refusal is null ? (accepted + 1, refused) : (accepted, refused + 1);
        if (refusal is not null)
        {
            Assert.Equal(refusal.Reasons.Count, refusal.Reasons.Distinct().Count());
            Assert.All(refusal.Reasons, r => Assert.Matches("^[a-z]+(-[a-z]+)*(\\.[a-z]+(-[a-z]+)*)*$", r.Code));
            return;
        }

        Accepted?.Invoke(command, other => Decide(other, context));
        if (by.Person is { } person)
        {
            ownActs.Add((command.Community, person));
        }

        ledger.Note(command, by, at);

        int membersBefore = second is { } b && command is MergeInto ? Records[b].Members.Count(MembershipStatus.Active) : -1;
        foreach ((CommunityId id, ValueList<Change> changes) in parts)
        {
            Record(id, changes);
        }

        if (command is CloseCommunity)
        {
            // C8: nobody who objected in time and would facilitate is still a member and unheard
            HashSet<PersonId> members = [.. parts[0].Changes.Select(c => c.Fact).OfType<MemberLeft>().Select(f => f.Person)];
            Assert.DoesNotContain(record.Community.Closing!.Objections, o => o is { WouldFacilitate: true, WithdrawnOn: null, AnsweredOn: null } && members.Contains(o.Person));
        }

        if (command is SplitCommunity { Mode: SplitMode.Partition } partition)
        {
            Assert.NotNull(Records[partition.Child].Community.Charter); // C12: topics moved to somebody
        }

        if (command is MergeInto merge)
        {
            // law 41: nobody came in, those who were elsewhere are invited at most once
            Assert.Equal(membersBefore, Records[merge.Into].Members.Count(MembershipStatus.Active));
            PersonId[] invited = [.. parts[1].Changes.Select(c => c.Fact).OfType<MemberInvited>().Select(f => f.Person)];
            Assert.Equal(invited.Length, invited.Distinct().Count());
        }
    }

    private Outcome Decide(Command command, DecisionContext context)
    {
        CommunityRecord record = Records[command.Community];
        return command switch
        {
            MergeInto m when m.Into != m.Community && Records.TryGetValue(m.Into, out CommunityRecord? into) => Merging.Decide(record, into, m, context).Match(o => new Outcome([(m.Community, o.From), (m.Into, o.Into)], null), Refused),
            SplitCommunity s when s.Child != s.Community && Records.TryGetValue(s.Child, out CommunityRecord? child) => Splitting.Decide(record, child, s, context).Match(o => new Outcome([(s.Community, o.Parent), (s.Child, o.Child)], null), Refused),
            CloseCommunity c => Closing.Decide(record, Records.Values, c, context).Match(o => new Outcome([(c.Community, o.Changes), .. o.Takeovers.Select(t => (t.Community, t.Changes))], null), Refused),
            MergeInto or SplitCommunity => Refused(new([new("self", "itself, or nobody")])),
            _ => record.Decide(command, context).Match(c => new Outcome([(command.Community, c)], null), Refused),
        };

        static Outcome Refused(Refusal refusal) => new([], refusal);
    }

    private void Record(CommunityId id, ValueList<Change> changes)
    {
        JournalBatch batch = Sealing.Batch(Records[id], changes, Later(id), salts);
        foreach (JournalEntry entry in batch.Entries)
        {
            JournalEntry read = FactJson.Read(FactJson.Write(entry));
            Assert.Equal(entry, read);
            Records[id].Apply(entry);
            Journals[id].Add(entry);
            CommunityStatus status = Records[id].Community.Status;
            if (status != statuses[id])
            {
                // I3: a status is changed by a fact about the community, made by a command or by a policy
                Assert.IsAssignableFrom<CommunityFact>(entry.Change.Fact);
                statuses[id] = status;
            }
        }
    }

    private void Invariants()
    {
        GatheringInvariants();
        foreach (CommunityRecord record in Records.Values)
        {
            Community community = record.Community;
            if (community.Status == CommunityStatus.Active)
            {
                // I1, law 37
                Assert.True(record.Members.ActiveFacilitators() > 0 || community.FacilitationGrace is not null, $"{record.Id}: active, without facilitator or grace");

                // and the end of it can be seen: once policies were applied nobody is left in a grace that is over, unless the notice of rest still runs
                DateTimeOffset? end = community.DormancyNotice is { } notice ? community.FacilitationGrace?.Deadline.Latest(notice.EffectiveOn) : community.FacilitationGrace?.Deadline;
                Assert.True(record.Members.ActiveFacilitators() > 0 || end > applied[record.Id], $"{record.Id}: the grace was over on {end:O}, policies were applied at {applied[record.Id]:O}");
            }

            foreach (Membership member in record.Members.All)
            {
                Assert.DoesNotContain(member.Roles, r => member.Roles.Any(other => Policies.Membership.Roles.Excludes(r.Role, other.Role)));
                if (member.Status == MembershipStatus.Active)
                {
                    Assert.NotNull(member.Consent); // M-I1, law 36
                    Assert.True(ownActs.Contains((record.Id, member.Person)), $"{member.Person} is active in {record.Id} without an act of their own");
                }
                else
                {
                    Assert.DoesNotContain(member.Roles, r => r.Role != Role.Sponsor); // M-I3
                }

                (DateTimeOffset From, DateTimeOffset Until)[] stretches =
                    [.. member.History.Where(p => p.Role is null).Select(p => (p.From, p.Until)), .. member.MemberSince is { } since ? [(since, DateTimeOffset.MaxValue)] : Array.Empty<(DateTimeOffset, DateTimeOffset)>()];
                Assert.All(stretches.Zip(stretches.Skip(1)), pair => Assert.True(pair.First.Until <= pair.Second.From));
            }

            foreach (MembershipStatus status in Enum.GetValues<MembershipStatus>())
            {
                Assert.Equal(record.Members.All.Count(m => m.Status == status), record.Members.Count(status));
            }
        }

        ledger.Check(Records);
        Assert.Empty(LineageSearch.Circles(Records.Values.Select(r => r.Community))); // I5, law 40
        Assert.Empty(LineageSearch.DeadLinks(Records.Values.Select(r => r.Community)));
    }

    /// <summary>Topics move to a community that can be chartered; otherwise it goes deeper.</summary>
    private (Command Command, Actor By) Split(CommunityId id, CommunityId child, PersonId person, Actor lead) => (
        new SplitCommunity(id, child, "Split", person, World.Terms("testing"), Records[child].Members.ActiveFacilitators() > 0 ? SplitMode.Partition : SplitMode.Specialise),
        Records[child].Community.Status == CommunityStatus.None ? lead : Host);

    /// <summary>A move that makes sense from here, by somebody who would make it.</summary>
    private (Command Command, Actor By) Sensible(CommunityId id)
    {
        CommunityRecord record = Records[id];
        PersonId person = people[random.Next(people.Length)];
        Membership member = record.Members[person];
        Actor self = Actor.Of(person);
        PersonId? facilitator = record.Members.Holders(Role.Facilitator).Cast<PersonId?>().FirstOrDefault();
        Actor lead = facilitator is { } f ? Actor.Of(f) : Host;
        JoinConsent consent = new("join/1", "web");
        if (Knowing(record, person, lead) is { } knowing)
        {
            return knowing;
        }

        if (member.IsMember && record.Community.IsLiving && random.Next(8) == 0)
        {
            return Gather(record, person, lead);
        }

        if (random.Next(2) == 0)
        {
            switch (record.Community.Status)
            {
                case CommunityStatus.None:
                    return (World.Proposal(id) with { Proposer = person }, self);
                case CommunityStatus.Proposed when facilitator is not null:
                    return (new AdoptCharter(id, World.Terms()), lead);
                case CommunityStatus.Chartered:
                    return (new LaunchCommunity(id, now), lead);
                case CommunityStatus.Active when record.Community.DormancyNotice is not null:
                    return (new WithdrawDormancyNotice(id), lead);
                case CommunityStatus.Active when record.Community.IsPaused(now):
                    return (new ResumeCommunity(id), lead);
                case CommunityStatus.Active when random.Next(4) == 0:
                    CommunityId next = Ids[random.Next(3)];
                    if (Ids.FirstOrDefault(i => Records[i].Community.MergesApproved.Contains(id)) is { Text.Length: > 0 } taker && random.Next(3) != 0)
                    {
                        return (new MergeInto(id, taker), lead);
                    }

                    return random.Next(17) switch
                    {
                        0 => (new GiveDormancyNotice(id, "Nobody comes."), lead),
                        1 => (new MakeDormant(id, "Nobody comes."), lead),
                        2 => (new AnnounceClosing(id, "We are done.", World.Settled), lead),
                        3 => (new ReviewPurpose(id, ReviewVerdict.Reaffirm, 3), lead),
                        4 or 5 or (>= 14) => (new ApproveMerge(id, Ids.FirstOrDefault(i => i != id && Records[i].Community.Status is CommunityStatus.Active or CommunityStatus.Dormant, next)), lead),
                        6 => (new ExtendMembershipTerm(id, person, now.AddDays(2000)), lead),
                        7 or 12 or 13 => Split(id, Ids.FirstOrDefault(i => i != id && Records[i].Community.Status is CommunityStatus.None or CommunityStatus.Proposed, next), person, lead),
                        8 => (new PauseCommunity(id, now.AddDays(30), "Summer."), lead),
                        9 => (new SetJoinPolicy(id, (JoinPolicy)random.Next(3)), lead),
                        10 => (new NameInterim(id, person, Role.Facilitator), lead),
                        _ => (new RemoveMember(id, person, "Rude.") { IfLast = LastFacilitatorChoice.MakeDormant }, Host),
                    };
                case CommunityStatus.Dormant:
                    return random.Next(4) != 0 ? (new SupportRevival(id, person), self) : (new ReviveCommunity(id, ReviewVerdict.Reaffirm, 3), lead);
                case CommunityStatus.Closing when record.Community.Closing!.Objections.FirstOrDefault(o => o.Stands) is { } objection && random.Next(3) != 0:
                    return random.Next(3) switch
                    {
                        0 => (new AnswerObjection(id, objection.Person, "Nobody else stays."), Host),
                        1 => (new WithdrawObjection(id, objection.Person), Actor.Of(objection.Person)),
                        _ => (new CancelClosing(id), lead),
                    };
                case CommunityStatus.Closing:
                    return random.Next(4) switch
                    {
                        0 or 1 => (new CloseCommunity(id, "Thank you."), lead),
                        2 => (new ObjectToClosing(id, person, "I would like it to go on.", WouldFacilitate: true), self),
                        _ => (new CancelClosing(id), lead),
                    };
                case CommunityStatus.Closed:
                    return (new ReopenCommunity(id, person, "To learn again.", []), self);
            }
        }

        if (member.Status == MembershipStatus.Active && random.Next(6) == 0)
        {
            return InPractice(id, record, person, lead);
        }

        return member.Status switch
        {
            MembershipStatus.None or MembershipStatus.Alumni when random.Next(3) == 0 => (new InviteMember(id, person), lead),
            MembershipStatus.None or MembershipStatus.Alumni when record.Community.JoinPolicy == JoinPolicy.ByRequest => (new RequestMembership(id, person, consent, []), self),
            MembershipStatus.None or MembershipStatus.Alumni => (new JoinCommunity(id, person, consent), self),
            MembershipStatus.Blocked => (new UnblockPerson(id, person, "Long ago."), lead),
            MembershipStatus.Invited when random.Next(4) == 0 => (new WithdrawInvitation(id, person), lead),
            MembershipStatus.Invited when random.Next(4) == 0 => (new DeclineInvitation(id, person), self),
            MembershipStatus.Invited => (new AcceptInvitation(id, person, consent), self),
            MembershipStatus.Requested when random.Next(3) == 0 => (new SponsorRequest(id, person), lead),
            MembershipStatus.Requested when random.Next(4) == 0 => (new WithdrawRequest(id, person), self),
            MembershipStatus.Requested when random.Next(4) == 0 => (new DeclineRequest(id, person, "Not now."), lead),
            MembershipStatus.Requested => (new ApproveRequest(id, person), lead),
            MembershipStatus.Paused => (new ResumeMembership(id, person), self),
            MembershipStatus.Lapsed => (new ReturnFromLapse(id, person), self),
            MembershipStatus.Removed when member.Removal is { IsAppealed: true } => (new DecideAppeal(id, person, (AppealOutcome)random.Next(2), "Heard."), Host),
            MembershipStatus.Removed => (new AppealRemoval(id, person, "I did not do it."), self),
            MembershipStatus.Active when member.Nominations.Count > 0 && random.Next(2) == 0 => (member.Nominations[0], random.Next(4)) switch
            {
                ({ } n, 0) => (new WithdrawNomination(id, person, n.Role, n.Scope), lead),
                ({ } n, 1) when n.Role is not (Role.Mentor or Role.DomainExpert) => (new DeclineNomination(id, person, n.Role, n.Scope), self),
                ({ } n, 1 or 2) => (new AcquireRole(id, person, n.Role, n.Scope), self),
                ({ } n, _) => (new EndorseNomination(id, person, n.Role, n.Scope), Actor.Of(people[random.Next(people.Length)])),
            },
            MembershipStatus.Active when member.ObjectsTo(ProcessingPurpose.Analytics) => (new LiftObjection(id, person, ProcessingPurpose.Analytics), self),
            MembershipStatus.Active when random.Next(20) == 0 => (new ObjectToProcessing(id, person, ProcessingPurpose.Analytics), self),
            MembershipStatus.Active when member.Allows(ProcessingPurpose.Matching) && random.Next(3) == 0 => (new WithdrawConsent(id, person, ProcessingPurpose.Matching), self),
            MembershipStatus.Active when random.Next(12) == 0 => (new GiveConsent(id, person, new(ProcessingPurpose.Matching, "matching/1", "web")), self),
            MembershipStatus.Active when random.Next(12) == 0 => (member.Dates?.TermEndsOn is { } end ? new ExtendMembershipTerm(id, person, end.AddDays(900)) : new SetMembershipTerm(id, person, now.AddDays(700)), lead),
            MembershipStatus.Active when member.Participation?.Locked == true => (new UnlockParticipation(id, person), Host),
            MembershipStatus.Active when member.Participation is not null && random.Next(4) == 0 => (new LockParticipation(id, person, "A sabbatical."), Host),
            MembershipStatus.Active when member.Roles.Any(r => r.Until is not null) => (new ExtendTerm(id, person, member.Roles.First(r => r.Until is not null).Role, now.AddDays(900)), lead),
            MembershipStatus.Active when member.Nominations.Count > 0 => (new AcceptNomination(id, person, member.Nominations[0].Role, member.Nominations[0].Scope), self),
            MembershipStatus.Active when !member.Holds(Role.Facilitator) => (new NominateForRole(id, person, random.Next(3) switch { 0 => Role.Facilitator, 1 => Role.Mentor, _ => (Role)random.Next(9) }), lead),
            MembershipStatus.Active when member.Holds(Role.Facilitator) && random.Next(3) != 0 => (new NominateForRole(id, people[random.Next(people.Length)], Role.Facilitator), self),
            _ when member.Roles.Count > 0 && random.Next(2) == 0 => random.Next(2) == 0
                ? (new ResignRole(id, person, member.Roles[0].Role, member.Roles[0].Scope), self)
                : (new EndRole(id, person, member.Roles[0].Role, "It was time.") { IfLast = LastFacilitatorChoice.MakeDormant }, Host),
            _ => (new PauseMembership(id, person, now.AddDays(20)) { IfLast = random.Next(2) == 0 ? LastFacilitatorChoice.MakeDormant : null }, self),
        };
    }

    /// <summary>A question or thanks that make sense from here.</summary>
    private (Command Command, Actor By) InPractice(CommunityId id, CommunityRecord record, PersonId person, Actor lead)
    {
        Actor self = Actor.Of(person);
        QuestionId[] asked = [.. record.Practice.Questions.All.Select(q => q.Id)];
        Kudos? given = record.Practice.Recognition.Kudos.FirstOrDefault();
        if (random.Next(4) == 0)
        {
            return random.Next(4) switch
            {
                0 when record.Practice.Recognition.IsOptedOut(person) => (new OptIntoRecognition(id, person), self),
                0 => (new OptOutOfRecognition(id, person), self),
                1 when given is not null => (new WithdrawKudos(id, given.Id), Actor.Of(given.From)),
                _ => (new GiveKudos(id, new($"k{random.Next(50)}"), people[random.Next(people.Length)], "For the help."), self),
            };
        }

        if (asked.Length == 0 || random.Next(4) == 0)
        {
            return (new AskQuestion(id, new($"q{random.Next(50)}"), "How?", "", []), self);
        }

        Question question = record.Practice.Questions.Find(asked[random.Next(asked.Length)])!;
        Actor asker = Actor.Of(question.Asker);
        return question.Status switch
        {
            QuestionStatus.Unanswered or QuestionStatus.Answered when random.Next(3) == 0 => random.Next(4) switch
            {
                0 => (new WithdrawQuestion(id, question.Id), asker),
                1 => (new CloseQuestion(id, question.Id, "Found out."), asker),
                2 => (new ForwardQuestion(id, question.Id, Ids[random.Next(3)]), lead),
                _ => (new EscalateQuestion(id, question.Id, EscalationTarget.Facilitators), lead),
            },
            QuestionStatus.Answered => (new AcceptAnswer(id, question.Id, question.Answers[0].Id), asker),
            QuestionStatus.Unanswered => (new AnswerQuestion(id, question.Id, new("a"), "So."), self),
            QuestionStatus.Accepted => (new WithdrawAcceptance(id, question.Id), asker),
            _ => (new ReopenQuestion(id, question.Id), asker),
        };
    }
}

/// <summary>What a decision would change, community by community; or why it was refused.</summary>
internal sealed record Outcome(ValueList<(CommunityId Id, ValueList<Change> Changes)> Parts, Refusal? Refusal);
