using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Communities;

/// <summary>Commands that are put together wrongly throw, in every status, and lists that are set to null are empty.</summary>
public sealed class CommandMisuseTests
{
    private static readonly CommunityId Id = new("a");

    private static readonly DateTimeOffset Later = World.Start.AddDays(60);

    private static readonly (string Argument, CommunityCommand Command)[] Nulls =
    [
        ("Terms", new AdoptCharter(Id, null!)),
        ("Terms", new ApproveCharter(Id, null!)),
        ("Terms", new SplitCommunity(Id, new("c"), "C", World.People[0], null!, SplitMode.Specialise)),
        ("Plan", new AnnounceClosing(Id, "It is done.", null!)),
        ("Plan", new AmendLegacyPlan(Id, null!)),
        ("Fields", new SetFields(Id, null!)),
        ("Spaces", new SetSpaces(Id, null!)),
    ];

    private static readonly CommunityCommand[] Undefined =
    [
        World.Proposal(Id) with { Kind = (CommunityKind)99 },
        new SetJoinPolicy(Id, (JoinPolicy)99),
        new SetVisibility(Id, (Visibility)99, MemberListVisibility.Members),
        new SetVisibility(Id, Visibility.Public, (MemberListVisibility)99),
        new ReviewPurpose(Id, (ReviewVerdict)99, 3),
        new ReviveCommunity(Id, (ReviewVerdict)99, 3),
        new SplitCommunity(Id, new("c"), "C", World.People[0], World.Terms("zen"), (SplitMode)99),
        new SplitCommunity(Id, new("c"), "C", World.People[0], World.Terms("zen"), SplitMode.Specialise) { Kind = (CommunityKind)99 },
    ];

    public static TheoryData<CommunityStatus> Statuses => [CommunityStatus.None, CommunityStatus.Proposed, CommunityStatus.Active, CommunityStatus.Dormant, CommunityStatus.Closing];

    [Theory]
    [MemberData(nameof(Statuses))]
    public void Null_Throws_AndSaysWhichArgument(CommunityStatus status) => Assert.All(Nulls, n =>
    {
        ArgumentNullException thrown = Assert.Throws<ArgumentNullException>(() => Decide(status, n.Command));
        Assert.Equal(n.Argument, thrown.ParamName);
    });

    [Theory]
    [MemberData(nameof(Statuses))]
    public void ValueThatIsNotDefined_Throws(CommunityStatus status) =>
        Assert.All(Undefined, command => Assert.Throws<ArgumentOutOfRangeException>(() => Decide(status, command)));

    [Fact]
    public void IdWithItsDefaultValue_Throws()
    {
        Assert.Throws<ArgumentException>(() => Decide(CommunityStatus.None, World.Proposal(Id) with { Interested = [default] }));
        Assert.Throws<ArgumentException>(() => Decide(CommunityStatus.None, World.Proposal(Id) with { SimilarShown = [default] }));
    }

    [Fact]
    public void ListSetToNull_IsEmpty()
    {
        Community community = new(Id) { Name = null!, Summary = null!, JoinQuestions = null!, Spaces = null!, Fields = null!, Charters = null!, Reviews = null!, RevivalSupporters = null!, PastClosings = null!, MergesApproved = null!, Lineage = null! };
        Lineage lineage = new() { MergedFrom = null!, SplitInto = null!, Reopened = null! };

        Assert.Equal(new Community(Id), community);
        Assert.Equal(Lineage.None, lineage);
        Assert.Equal(Surroundings.Unstated, new Surroundings { OpenItems = null! });
        Assert.Empty((World.Proposal(Id) with { Interested = null! }).Interested);
        Assert.Empty(new ReopenCommunity(Id, World.People[0], "Again.", []) { Interested = null! }.Interested);
        Assert.Empty(new SetJoinPolicy(Id, JoinPolicy.Open) { Questions = null! }.Questions);
    }

    [Fact]
    public void ListThatIsSet_IsKept()
    {
        CommunityId[] two = [new("b"), new("c")];
        Lineage lineage = new() { MergedFrom = [.. two], SplitInto = [.. two], Reopened = [Later] };

        Community community = new(Id) { JoinQuestions = ["Why?"], Spaces = [new(SpaceKind.Chat, "chat", null)] };

        Assert.Equal(["Why?"], community.JoinQuestions);
        Assert.Equal(["chat"], community.Spaces.Select(s => s.Name));
        Assert.Equal(two, lineage.MergedFrom);
        Assert.Equal(two, lineage.SplitInto);
        Assert.Equal([Later], lineage.Reopened);
        Assert.Equal([World.People[4], World.People[0]], new ReopenCommunity(Id, World.People[0], "Again.", []) { Interested = [World.People[4], World.People[0]] }.Interested);
        Assert.Equal(["wiki"], new Surroundings { OpenItems = ["wiki"] }.OpenItems);
    }

    [Fact]
    public void Reopening_CountsTheProposer_AmongTheInterested_AndSortsThem()
    {
        CommunityRecord record = World.Standing("a", CommunityStatus.Closed);
        record.Must(new ReopenCommunity(Id, World.People[0], "Again.", [new("z"), new("b")]) { Interested = [World.People[4], World.People[1]] }, Later);

        Assert.Equal([World.People[0], World.People[1], World.People[4]], record.Community.Proposal!.Interested);
        Assert.Equal([new CommunityId("b"), new CommunityId("z")], record.Community.Proposal.SimilarShown);
        Assert.Equal(["agile", "testing"], record.Community.Proposal.Domain!.Topics.Select(t => t.Topic.Text));
    }

    private static Decision<ValueList<Change>> Decide(CommunityStatus status, Command command) => World.Standing("a", status).Decide(command, World.At(Later));
}
