using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Constitution;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Communities;

/// <summary>The transition table is what the commands do, and what the docs show.</summary>
public sealed class CommunityTransitionsTests
{
    private static readonly DateTimeOffset Later = World.Start.AddDays(60);

    public static TheoryData<Type, CommunityStatus> Everything
    {
        get
        {
            TheoryData<Type, CommunityStatus> all = [];
            foreach (CommunityTransition row in CommunityTransitions.All.Where(r => r.Command is not null))
            {
                foreach (CommunityStatus status in Enum.GetValues<CommunityStatus>())
                {
                    all.Add(row.Command!, status);
                }
            }

            return all;
        }
    }

    [Fact]
    public void EveryCommand_HasOneRow_AndEveryFactIsMade()
    {
        Type[] types = typeof(Community).Assembly.GetTypes();
        Type[] otherSide = [typeof(CommunityAbsorbed), typeof(CommunitySplitOff)];

        Assert.Equal(
            types.Where(t => t.IsSubclassOf(typeof(CommunityCommand))).Select(t => t.Name).Order(),
            CommunityTransitions.All.Select(r => r.Command?.Name).OfType<string>().Order());
        Assert.Empty(types.Where(t => t.IsSubclassOf(typeof(CommunityFact))).Except(CommunityTransitions.All.SelectMany(r => r.Facts)).Except(otherSide));
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Command_IsPossible_ExactlyFromTheStatusesOfItsRow(Type command, CommunityStatus status)
    {
        CommunityTransition row = CommunityTransitions.All.Single(r => r.Command == command);
        foreach (Func<CommunityRecord, Decision<ValueList<Change>>> variant in Favourable(command))
        {
            CommunityRecord record = World.Standing("a", status);
            Prepare(record);
            Decision<ValueList<Change>> decision = variant(record);
            bool possible = row.From.Contains(status) && !(command == typeof(ReviewPurpose) && status == CommunityStatus.Chartered && decision.Codes() is ["community.not-active-or-dormant"]);

            Assert.True(decision.IsAccepted == possible, string.Join(", ", decision.Codes()));
            if (decision is Decision<ValueList<Change>>.Accepted accepted)
            {
                record.Fold(accepted.Value);
                Assert.All(accepted.Value.Select(c => c.Fact).OfType<CommunityFact>(), f => Assert.Contains(f.GetType(), row.Facts));
                Assert.True(record.Community.Status == status || row.To.Contains(record.Community.Status));
            }
        }
    }

    [Fact]
    public void AutomaticFacts_LeadWhereTheirRowsSay()
    {
        Dictionary<Type, CommunityFact> facts = new CommunityFact[]
        {
            new ProposalExpired(), new PauseEnded(), new FacilitationGraceEnded(), new ReviewOverdueNoticed(Later),
        }.ToDictionary(f => f.GetType());
        foreach (CommunityTransition row in CommunityTransitions.All.Where(r => r.Command is null))
        {
            foreach (CommunityStatus from in row.From)
            {
                CommunityRecord record = World.Standing("a", from);
                record.Apply(new(Later, Actor.Policy("test/1"), Cause.Unstated, facts[row.Facts[0]]));
                Assert.Equal(row.To is [var to] ? to : from, record.Community.Status);
            }
        }
    }

    [Fact]
    public void Rows_ListTheirGuardsInOrder() => Assert.All(CommunityTransitions.All, r => Assert.Equal(r.Guards.Order(StringComparer.Ordinal).Distinct(), r.Guards));

    [Fact]
    public void Docs_EmbedTheCurrentDiagram()
    {
        string docs = File.ReadAllText(Path.Combine(Repository.Root, "docs", "lifecycle.md"));

        Assert.Contains("```mermaid\n" + CommunityTransitions.ToMermaid() + "```", docs, StringComparison.Ordinal);
    }

    [Fact]
    public void Docs_NameEveryDefault()
    {
        string docs = File.ReadAllText(Path.Combine(Repository.Root, "docs", "lifecycle.md"));
        foreach (System.Reflection.PropertyInfo property in typeof(CommunityPolicy).GetProperties().Where(p => p.Name is not ("Default" or "Version")))
        {
            object value = property.GetValue(CommunityPolicy.Default)!;
            string shown = value is TimeSpan span ? $"{span.Days} days" : value is bool ? "no" : value.ToString()!;
            Assert.Contains($"| `{property.Name}` | {shown} |", docs, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Mermaid_ShowsEveryMoveOnce()
    {
        string[] moves = [.. CommunityTransitions.ToMermaid().Split('\n').Where(l => l.Contains(" : ", StringComparison.Ordinal))];

        Assert.Equal(moves.Distinct(), moves);
        Assert.Contains("    [*] --> Proposed : C1 ProposeCommunity", moves);
        Assert.Contains("    Dormant --> Merged : C11 MergeInto", moves);
        Assert.DoesNotContain(moves, m => m.Contains("Active --> Chartered", StringComparison.Ordinal));
    }

    /// <summary>Whatever a command may need besides the right status.</summary>
    private static void Prepare(CommunityRecord record)
    {
        DateTimeOffset at = World.Start.AddDays(50);
        switch (record.Community.Status)
        {
            case CommunityStatus.Active:
                record.Must(new PauseCommunity(record.Id, at.AddDays(90)), at);
                record.Must(new ApproveMerge(record.Id, new("gone")), at);
                break;
            case CommunityStatus.Dormant:
                foreach (PersonId supporter in World.People[..3])
                {
                    record.Must(new SupportRevival(record.Id, supporter), at, Actor.Of(supporter));
                }

                break;
        }
    }

    private static IEnumerable<Func<CommunityRecord, Decision<ValueList<Change>>>> Favourable(Type type)
    {
        CommunityId a = new("a");
        PersonId ana = World.People[0], eva = World.People[4];
        if (type == typeof(MergeInto))
        {
            CommunityRecord into = World.Standing("b", CommunityStatus.Active);
            into.Must(new ApproveMerge(into.Id, a), Later);
            return [record => Merging.Decide(record, into, new(a, into.Id), World.At(Later)).Match(o => Decision<ValueList<Change>>.Accept(o.From), Decision<ValueList<Change>>.Refuse)];
        }

        if (type == typeof(SplitCommunity))
        {
            SplitCommunity Split(SplitMode mode) => new(a, new("child"), "Child", ana, World.Terms("testing"), mode);
            return [.. Enum.GetValues<SplitMode>().Select<SplitMode, Func<CommunityRecord, Decision<ValueList<Change>>>>(mode =>
                record => Splitting.Decide(record, World.Standing("child", CommunityStatus.Proposed), Split(mode), World.At(Later)).Match(o => Decision<ValueList<Change>>.Accept(o.Parent), Decision<ValueList<Change>>.Refuse))];
        }

        CharterTerms other = World.Terms("accessibility");
        (CommunityCommand Command, PersonId? By)[] commands = type.Name switch
        {
            nameof(ProposeCommunity) => [(World.Proposal(a), null)],
            nameof(ExpressInterest) => [(new ExpressInterest(a, eva), eva)],
            nameof(WithdrawInterest) => [(new WithdrawInterest(a, ana), ana)],
            nameof(AdoptCharter) => [(new AdoptCharter(a, other), null)],
            nameof(ApproveCharter) => [(new ApproveCharter(a, other), null)],
            nameof(RejectProposal) => [(new RejectProposal(a, "No."), null)],
            nameof(LaunchCommunity) => [(new LaunchCommunity(a, Later), null)],
            nameof(PauseCommunity) => [(new PauseCommunity(a, Later.AddDays(30)), null)],
            nameof(ResumeCommunity) => [(new ResumeCommunity(a), null)],
            nameof(GiveDormancyNotice) => [(new GiveDormancyNotice(a, "Quiet."), null)],
            nameof(WithdrawDormancyNotice) => [(new WithdrawDormancyNotice(a), null)],
            nameof(MakeDormant) => [(new MakeDormant(a, "Quiet."), null)],
            nameof(ReviveCommunity) => [(new ReviveCommunity(a, ReviewVerdict.Reaffirm, 3), null), (new ReviveCommunity(a, ReviewVerdict.Amend, 3) { Charter = other }, null)],
            nameof(SupportRevival) => [(new SupportRevival(a, eva), eva)],
            nameof(AnnounceClosing) => [(new AnnounceClosing(a, "Done.", World.Settled), null)],
            nameof(AmendLegacyPlan) => [(new AmendLegacyPlan(a, World.Settled), null)],
            nameof(ObjectToClosing) => [(new ObjectToClosing(a, ana, "Not yet.", false), ana)],
            nameof(WithdrawObjection) => [(new WithdrawObjection(a, World.People[1]), World.People[1])],
            nameof(AnswerObjection) => [(new AnswerObjection(a, World.People[1], "Nobody else stays."), null)],
            nameof(CancelClosing) => [(new CancelClosing(a), null)],
            nameof(CloseCommunity) => [(new CloseCommunity(a, "Thank you."), null)],
            nameof(ReopenCommunity) => [(new ReopenCommunity(a, ana, "Again.", []), null)],
            nameof(ApproveMerge) => [(new ApproveMerge(a, new("x")), null)],
            nameof(WithdrawMergeApproval) => [(new WithdrawMergeApproval(a, new("gone")), null)],
            nameof(ReviewPurpose) =>
            [
                (new ReviewPurpose(a, ReviewVerdict.Reaffirm, 3), null), (new ReviewPurpose(a, ReviewVerdict.Amend, 3) { Charter = other }, null),
                (new ReviewPurpose(a, ReviewVerdict.Retire, 3, "Done.") { Plan = World.Settled }, null),
            ],
            nameof(CheckIn) => [(new CheckIn(a, "Fine."), null)],
            nameof(StartFacilitationGrace) => [(new StartFacilitationGrace(a, ana), null)],
            nameof(SetParent) => [(new SetParent(a, new("p")), null)],
            nameof(SetSpaces) => [(new SetSpaces(a, [new(SpaceKind.Chat, "#a", null)]), null)],
            nameof(SetRhythm) => [(new SetRhythm(a, new(TimeSpan.FromDays(14), "Every second Tuesday")), null)],
            nameof(SetVisibility) => [(new SetVisibility(a, Visibility.Listed, MemberListVisibility.Facilitators), null)],
            nameof(SetJoinPolicy) => [(new SetJoinPolicy(a, JoinPolicy.ByRequest) { RequiredSponsors = 2, Questions = ["Why?"] }, null)],
            nameof(SetFields) => [(new SetFields(a, [new("cost-centre", "7")]), null)],
            nameof(RenameCommunity) => [(new RenameCommunity(a, "A", string.Empty), null)],
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Say how this command is made."),
        };
        return commands.Select<(CommunityCommand Command, PersonId? By), Func<CommunityRecord, Decision<ValueList<Change>>>>(c => record => Decide(record, c.Command, c.By));
    }

    /// <summary>In due time: after a notice, within the objection window, with an objection, after the window.</summary>
    private static Decision<ValueList<Change>> Decide(CommunityRecord record, CommunityCommand command, PersonId? by)
    {
        DateTimeOffset at = Later;
        if (record.Community.Status == CommunityStatus.Active && (command is MakeDormant or WithdrawDormancyNotice))
        {
            record.Must(new GiveDormancyNotice(record.Id, "Quiet."), at);
            at = at.AddDays(14);
        }

        if (record.Community.Status == CommunityStatus.Closing)
        {
            DateTimeOffset inTime = World.Start.AddDays(10);
            if (command is CancelClosing or WithdrawObjection or AnswerObjection)
            {
                record.Must(new ObjectToClosing(record.Id, World.People[1], "Not yet.", WouldFacilitate: true), inTime, Actor.Of(World.People[1]));
            }

            at = command is ObjectToClosing ? inTime : at;
        }

        Surroundings around = new() { Ancestry = new(new("p"), []) };
        return record.Decide(command, World.At(at, by is { } person ? Actor.Of(person) : null, around));
    }
}
