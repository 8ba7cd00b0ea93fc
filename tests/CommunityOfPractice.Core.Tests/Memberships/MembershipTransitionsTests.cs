using System.Reflection;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Tests.Constitution;
using static CommunityOfPractice.Core.Tests.Memberships.MembershipWorld;

namespace CommunityOfPractice.Core.Tests.Memberships;

/// <summary>The table of transitions says what the code does: every command in every status, with every actor, in every kind of community.</summary>
public sealed class MembershipTransitionsTests
{
    private static readonly MembershipStatus[] Statuses = Enum.GetValues<MembershipStatus>();
    private static readonly Dictionary<string, Observed> ByCommand = ObserveCommands();

    public static TheoryData<string> Commands => [.. MembershipTransitions.All.Where(r => !r.IsAutomatic).Select(r => r.Trigger)];

    public static TheoryData<string> Rules => [.. MembershipTransitions.All.Where(r => r.IsAutomatic).Select(r => r.Trigger)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_FromAndTo_AreThoseOfTheTable(string trigger)
    {
        MembershipTransition row = RowOf(trigger);
        HashSet<(MembershipStatus From, MembershipStatus To)> expected =
            [.. from start in row.From from end in MembershipTransitions.Ends(row, start) select (start, end)];
        HashSet<(MembershipStatus From, MembershipStatus To)> seen = ByCommand[trigger].Moves;

        Assert.Equal(expected.Order(), seen.Order());
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_Refusals_AreThoseOfTheTable_InTheirOrder(string trigger)
    {
        MembershipTransition row = RowOf(trigger);

        // Roles and their succession bring codes of their own.
        Assert.Equal(row.Guards.Where(c => !IsOfRoles(c)).Order(), ByCommand[trigger].Codes.Where(c => !IsOfRoles(c)).Order());
        Assert.All(ByCommand[trigger].Refusals, codes => Assert.Equal(row.Guards.Where(codes.Contains), codes.Where(c => row.Guards.Contains(c) || !IsOfRoles(c))));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_Actors_AreThoseOfTheTable(string trigger)
    {
        string[] expected = RowOf(trigger).Actor switch
        {
            TransitionActor.Person => ["self"],
            TransitionActor.Member => ["facilitator", "member"],
            TransitionActor.MemberOrHost => ["facilitator", "host", "member"],
            TransitionActor.InCharge => ["facilitator", "host"],
            TransitionActor.InviterOrInCharge => ["facilitator", "host", "member"],
            TransitionActor.PersonOrHost => ["host", "rule", "self"],
            TransitionActor.PersonOrInCharge => ["facilitator", "host", "self"],
            TransitionActor.Host => ["host"],
            _ => [],
        };

        Assert.Equal(expected, ByCommand[trigger].Actors);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_FromAndTo_AreThoseOfTheTable(string trigger)
    {
        MembershipTransition row = RowOf(trigger);
        HashSet<MembershipStatus> ends = [];
        foreach ((MembershipStatus status, MembershipWorld world) in row.From.SelectMany(s => Variants(s).Select(w => (s, w))).Where(v => v.w.Members.Knows(Ada)))
        {
            world.Fact(FactOf(trigger));
            Assert.Contains(world.Members[Ada].Status, row.To.Count == 0 ? [status] : row.To);
            ends.Add(world.Members[Ada].Status);
        }

        Assert.Equal((row.To.Count == 0 ? row.From : row.To).Order(), ends.Order());
    }

    [Fact]
    public void Table_NamesEveryCommand_AndEveryFactThatRulesMake()
    {
        string[] commands = [.. typeof(InviteMember).Assembly.GetTypes()
            .Where(t => t.IsAssignableTo(typeof(MembershipCommand)) && !t.IsAbstract && SourceOf(t, "Transitions")).Select(t => t.Name).Order()];
        Assert.Equal(commands, MembershipTransitions.All.Where(r => !r.IsAutomatic).Select(r => r.Trigger).Order());
        Assert.Equal(MembershipTransitions.All.Count, MembershipTransitions.All.Select(r => r.Trigger).Distinct().Count());
    }

    [Fact]
    public void Codes_AreLowerCaseDottedKebab() =>
        Assert.All(MembershipTransitions.All.SelectMany(r => r.Guards), code => Assert.Matches("^[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*$", code));

    [Fact]
    public void Mermaid_IsWhatTheGuideShows()
    {
        string guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "lifecycle-members.md")).ReplaceLineEndings("\n");
        Assert.Contains($"```mermaid\n{MembershipTransitions.ToMermaid()}\n```", guide, StringComparison.Ordinal);
    }

    [Fact]
    public void Guide_NamesEveryCode_AndEveryNumberOfThePolicy()
    {
        string guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "lifecycle-members.md"));
        Assert.All(MembershipTransitions.All.SelectMany(r => r.Guards).Distinct(), code => Assert.Contains($"`{code}`", guide, StringComparison.Ordinal));
        Assert.All(
            ((string[])[nameof(MembershipPolicy.InvitationExpiry), nameof(MembershipPolicy.InvitationCoolOff), nameof(MembershipPolicy.MembersInvite), nameof(MembershipPolicy.MaxInvitationsPerDay), nameof(MembershipPolicy.RequestExpiry), nameof(MembershipPolicy.RequestCoolOff), nameof(MembershipPolicy.RequiredSponsors), nameof(MembershipPolicy.LapseAfter), nameof(MembershipPolicy.LapseNotice), nameof(MembershipPolicy.AppealWindow), nameof(MembershipPolicy.RemovalCoolOff), nameof(MembershipPolicy.TermNotice)]),
            name => Assert.Contains($"`{name}`", guide, StringComparison.Ordinal));
    }

    private static MembershipTransition RowOf(string trigger) => MembershipTransitions.All.Single(r => r.Trigger == trigger);

    private static bool IsOfRoles(string code) => code.StartsWith("role.", StringComparison.Ordinal);

    private static bool SourceOf(Type type, string folder) => File.Exists(Path.Combine(Repository.Core, "Memberships", folder, $"{type.Name}.cs"));

    /// <summary>Every way of standing somewhere that makes a difference.</summary>
    private static IEnumerable<MembershipWorld> Variants(MembershipStatus status)
    {
        MembershipWorld World() => new();
        MembershipWorld Alumna() => World().Bring(Ada, MembershipStatus.Alumni);
        MembershipWorld Removed()
        {
            MembershipWorld world = World().Bring(Ada, MembershipStatus.Removed);
            world.Now += MembershipPolicy.Default.RemovalCoolOff;
            return world;
        }

        yield return World().Bring(Ada, status);
        yield return World().Did(new MuteInvitations(Id, Ada)).Did(new GiveConsent(Id, Ada, new(ProcessingPurpose.Matching, "data/1", "web"))).Did(new ObjectToProcessing(Id, Ada, ProcessingPurpose.Analytics)).Fact(new InvitationExpired(Ada)) is var chosen
            && status is not (MembershipStatus.Invited or MembershipStatus.None) ? chosen.Bring(Ada, status) : World().Bring(Ada, status);
        switch (status)
        {
            case MembershipStatus.None:
                MembershipWorld declined = World().Bring(Ada, MembershipStatus.Invited).Did(new DeclineInvitation(Id, Ada));
                yield return declined;
                declined = World().Bring(Ada, MembershipStatus.Requested).Did(new DeclineRequest(Id, Ada, "full"), Host);
                yield return declined;
                yield return World().Did(new MuteInvitations(Id, Ada)).Did(new GiveConsent(Id, Ada, new(ProcessingPurpose.Matching, "data/1", "web"))).Did(new ObjectToProcessing(Id, Ada, ProcessingPurpose.Analytics));
                break;
            case MembershipStatus.Invited:
                yield return Alumna().Bring(Ada, status);
                yield return World().Did(new InviteMember(Id, Ada), Actor.Of(Gus));
                yield return World().Bring(Ada, status).Did(new MuteInvitations(Id, Ada)).Did(new GiveConsent(Id, Ada, new(ProcessingPurpose.Matching, "data/1", "web"))).Did(new ObjectToProcessing(Id, Ada, ProcessingPurpose.Analytics));
                yield return Expired(World().Bring(Ada, status));
                break;
            case MembershipStatus.Requested:
                yield return Alumna().Bring(Ada, status);
                yield return Removed().Bring(Ada, status);
                yield return World().Bring(Ada, status).Did(new SponsorRequest(Id, Ada), Actor.Of(Gus));
                yield return Expired(World().Bring(Ada, status));
                break;
            case MembershipStatus.Active:
                yield return World().Bring(Ada, status).Fact(new LapseWarned(Ada, Day(14)));
                yield return World().Bring(Ada, status).Did(new SetMembershipTerm(Id, Ada, Day(60)));
                break;
            case MembershipStatus.Paused or MembershipStatus.Lapsed:
                yield return World().Bring(Ada, status).Did(new SetMembershipTerm(Id, Ada, Day(60)));
                break;
            case MembershipStatus.Removed:
                yield return Removed();
                yield return World().Bring(Ada, status).Did(new AppealRemoval(Id, Ada, "unfair"));
                yield return World().Bring(Ada, MembershipStatus.Active).Did(new RemoveMember(Id, Ada, "why"), Actor.Of(Fay)).Did(new AppealRemoval(Id, Ada, "unfair"));
                yield return World().Bring(Ada, status).Did(new AppealRemoval(Id, Ada, "unfair")).Did(new DecideAppeal(Id, Ada, AppealOutcome.RemovalUpheld, "no"), Host);
                break;
            case MembershipStatus.Blocked:
                yield return Alumna().Bring(Ada, status);
                yield return World().Bring(Ada, MembershipStatus.Active).Bring(Ada, status);
                yield return World().Bring(Ada, MembershipStatus.Active).Bring(Ada, status).Did(new AppealRemoval(Id, Ada, "unfair"));
                break;
        }
    }

    private static MembershipWorld Expired(MembershipWorld world)
    {
        world.Now += TimeSpan.FromDays(31);
        return world;
    }

    private static IEnumerable<MembershipCommand> Every(DateTimeOffset now) =>
    [
        new InviteMember(Id, Ada), new AcceptInvitation(Id, Ada, Consent), new DeclineInvitation(Id, Ada), new WithdrawInvitation(Id, Ada),
        new RequestMembership(Id, Ada, Consent, []), new SponsorRequest(Id, Ada), new ApproveRequest(Id, Ada), new DeclineRequest(Id, Ada, "why"), new DeclineRequest(Id, Ada, ""),
        new WithdrawRequest(Id, Ada), new JoinCommunity(Id, Ada, Consent), new PauseMembership(Id, Ada), new PauseMembership(Id, Ada, now), new PauseMembership(Id, Ada, now.AddDays(1)),
        new ResumeMembership(Id, Ada), new ReturnFromLapse(Id, Ada), new UndoLapse(Id, Ada), .. Enum.GetValues<LeaveReason>().Select(r => new LeaveCommunity(Id, Ada, r)),
        new ChooseAlumniListing(Id, Ada, true), new RecordAlumnus(Id, Ada), new RemoveMember(Id, Ada, "why"), new RemoveMember(Id, Ada, " "), new AppealRemoval(Id, Ada, "unfair"),
        .. Enum.GetValues<AppealOutcome>().Select(o => new DecideAppeal(Id, Ada, o, "why")), new DecideAppeal(Id, Ada, AppealOutcome.RemovalUpheld, ""),
        new BlockPerson(Id, Ada, "why"), new BlockPerson(Id, Ada, ""), new UnblockPerson(Id, Ada, "why"), new UnblockPerson(Id, Ada, ""),
        new SetMembershipTerm(Id, Ada, now.AddDays(60)), new SetMembershipTerm(Id, Ada, now), new ExtendMembershipTerm(Id, Ada, null), new ExtendMembershipTerm(Id, Ada, now),
        new GiveConsent(Id, Ada, new(ProcessingPurpose.Matching, "data/1", "web")), new GiveConsent(Id, Ada, new(ProcessingPurpose.Analytics, "data/1", "web")),
        new WithdrawConsent(Id, Ada, ProcessingPurpose.Matching),
        new ObjectToProcessing(Id, Ada, ProcessingPurpose.Analytics), new LiftObjection(Id, Ada, ProcessingPurpose.Analytics), new MuteInvitations(Id, Ada), new UnmuteInvitations(Id, Ada),
        new SetMembershipFields(Id, Ada, [new("a", "1")]), new SetMembershipFields(Id, Ada, [new("a", "1"), new("a", "1")]), new SetMembershipFields(Id, Ada, [new(" ", "1")]),
    ];

    private static MembershipFact FactOf(string trigger) => trigger switch
    {
        nameof(LapseWarned) => new LapseWarned(Ada, Day(300)),
        nameof(MemberErased) => Erasure(Ada),
        _ => (MembershipFact)Activator.CreateInstance(typeof(MembershipFact).Assembly.GetType($"{typeof(MembershipFact).Namespace}.{trigger}")!, Ada)!,
    };

    private static Dictionary<string, Observed> ObserveCommands()
    {
        Dictionary<string, Observed> seen = MembershipTransitions.All.Where(r => !r.IsAutomatic).ToDictionary(r => r.Trigger, _ => new Observed());
        (string Name, Actor By)[] actors = [("self", Actor.Of(Ada)), ("member", Actor.Of(Gus)), ("facilitator", Actor.Of(Fay)), ("host", Host), ("rule", Rule), ("stranger", Actor.Of(Ben))];
        foreach (MembershipStatus status in Statuses)
        {
            foreach (MembershipWorld world in Variants(status))
            {
                foreach (CommunityStatus community in Enum.GetValues<CommunityStatus>())
                {
                    foreach (JoinPolicy joins in Enum.GetValues<JoinPolicy>())
                    {
                        world.Setting = new Community(Id) { Status = community, JoinPolicy = joins, RequiredSponsors = (int)community % 2 };
                        world.Policy = MembershipPolicy.Default with { MembersInvite = joins != JoinPolicy.ByRequest, MaxInvitationsPerDay = community == CommunityStatus.Proposed ? 0 : 20 };
                        foreach (MembershipCommand command in Every(world.Now))
                        {
                            foreach ((string name, Actor by) in actors)
                            {
                                seen[command.GetType().Name].Note(world, command, by, name);
                            }
                        }
                    }
                }
            }
        }

        // A facilitator's own case, since the person in the other cases never is one.
        MembershipWorld own = new();
        foreach (MembershipCommand command in Every(own.Now))
        {
            MembershipCommand about = command with { Person = Fay };
            seen[command.GetType().Name].Note(own, about, Actor.Of(Fay), "self");
        }

        return seen;
    }

    private sealed class Observed
    {
        public HashSet<(MembershipStatus From, MembershipStatus To)> Moves { get; } = [];

        public SortedSet<string> Actors { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Codes { get; } = [];

        public List<string[]> Refusals { get; } = [];

        private HashSet<string> Sequences { get; } = [];

        public void Note(MembershipWorld world, MembershipCommand command, Actor by, string name)
        {
            MembershipStatus from = world.Members[command.Person].Status;
            _ = world.Decide(command, by).Match(
                changes =>
                {
                    Membership after = changes.Where(c => c.Fact is MembershipFact f && f.Person == command.Person)
                        .Aggregate(world.Members[command.Person], (m, c) => ((MembershipFact)c.Fact).Apply(m, c));
                    Moves.Add((world.Members[command.Person].AsOf(world.Now).Status is var stands && stands != from && command is InviteMember or RequestMembership ? stands : from, after.Status));
                    return Actors.Add(name);
                },
                refusal =>
                {
                    string[] codes = [.. refusal.Reasons.Select(r => r.Code)];
                    Codes.UnionWith(codes);
                    if (Sequences.Add(string.Join(' ', codes)))
                    {
                        Refusals.Add(codes);
                    }

                    return true;
                });
        }
    }
}
