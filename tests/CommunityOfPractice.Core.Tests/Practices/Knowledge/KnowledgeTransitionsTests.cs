using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Tests.Constitution;
using CommunityOfPractice.Core.Vocabulary;
using static CommunityOfPractice.Core.Tests.Practices.Workshop;

namespace CommunityOfPractice.Core.Tests.Practices;

/// <summary>The tables of artifacts and stories are what the code does, and what the docs show.</summary>
public sealed class KnowledgeTransitionsTests
{
    private static readonly Type[] Commands = [.. typeof(Command).Assembly.GetExportedTypes().Where(t => !t.IsAbstract)];

    private static readonly Type[] OfArtifacts = [.. ArtifactTransitions.All.Select(r => r.Trigger).Where(t => t.IsAssignableTo(typeof(ArtifactCommand)))];

    private static readonly Type[] OfStories = [.. StoryTransitions.All.Select(r => r.Trigger).Where(t => t.IsAssignableTo(typeof(StoryCommand)))];

    public static TheoryData<Type> ArtifactRows => [.. OfArtifacts];

    public static TheoryData<Type> StoryRows => [.. OfStories];

    [Fact]
    public void EveryCommand_HasOneRow()
    {
        Assert.Equal(Commands.Where(t => t.IsAssignableTo(typeof(ArtifactCommand))).Select(t => t.Name).Order(), OfArtifacts.Select(t => t.Name).Order());
        Assert.Equal(Commands.Where(t => t.IsAssignableTo(typeof(StoryCommand))).Select(t => t.Name).Order(), OfStories.Select(t => t.Name).Order());
        Assert.All(ArtifactTransitions.All.Select(r => r.Guards).Concat(StoryTransitions.All.Select(r => r.Guards)), g => Assert.Equal(g.Order(StringComparer.Ordinal).Distinct(), g));
    }

    [Theory]
    [MemberData(nameof(ArtifactRows))]
    public void Artifact_Command_IsPossibleExactlyFromTheStatusesOfItsRow(Type command)
    {
        ArtifactTransition row = ArtifactTransitions.All.Single(r => r.Trigger == command);
        foreach (ArtifactStatus status in Enum.GetValues<ArtifactStatus>())
        {
            CommunityRecord record = Standing(status);
            Decision<ValueList<Change>> decision = record.Decide(Favourable(command, record.Id), World.At(Now, Actor.Of(command == typeof(AcceptStewardship) || command == typeof(DeclineStewardship) ? Bo : Cem)));
            Assert.True(decision.IsAccepted == row.From.Contains(status), $"{status}: {string.Join(", ", decision.Codes())}");
            Assert.All(decision.Codes(), c => Assert.Contains(c, row.Guards));
            if (decision is Decision<ValueList<Change>>.Accepted accepted)
            {
                record.Fold(accepted.Value);
                Assert.Equal(row.To ?? status, record.The(Board).Status);
            }
        }
    }

    [Theory]
    [MemberData(nameof(StoryRows))]
    public void Story_Command_IsPossibleExactlyFromTheStatusesOfItsRow(Type command)
    {
        StoryTransition row = StoryTransitions.All.Single(r => r.Trigger == command);
        HashSet<StoryStatus> reached = [];
        foreach (StoryStatus status in Enum.GetValues<StoryStatus>())
        {
            CommunityRecord record = Told(status, consented: command != typeof(ConsentToStory));
            Decision<ValueList<Change>> decision = record.Decide(Favourable(command, record.Id), World.At(Now, Actor.Of(Cem)));
            Assert.True(decision.IsAccepted == row.From.Contains(status), $"{status}: {string.Join(", ", decision.Codes())}");
            Assert.All(decision.Codes(), c => Assert.Contains(c, row.Guards));
            if (decision is Decision<ValueList<Change>>.Accepted accepted)
            {
                record.Fold(accepted.Value);
                reached.Add(record.The(Story).Status);
                Assert.True(record.The(Story).Status == status || row.To.Contains(record.The(Story).Status));
            }
        }

        Assert.Subset(reached, row.To.ToHashSet());
    }

    [Fact]
    public void Facts_OfMoves_LeadWhereTheirRowsSay()
    {
        CommunityRecord record = Standing(ArtifactStatus.Published);
        record.Put(new ArtifactArchived(Board));
        Assert.Equal(ArtifactStatus.Archived, record.The(Board).Status);
        record.Put(new ArtifactTransferred(Board, new("b")));
        Assert.Equal(ArtifactStatus.Transferred, record.The(Board).Status);
    }

    [Fact]
    public void Docs_EmbedTheCurrentDiagrams_AndNameEveryCode()
    {
        string docs = File.ReadAllText(Path.Combine(Repository.Root, "docs", "knowledge.md")).ReplaceLineEndings("\n");

        Assert.Contains("```mermaid\n" + ArtifactTransitions.ToMermaid() + "```", docs, StringComparison.Ordinal);
        Assert.Contains("```mermaid\n" + StoryTransitions.ToMermaid() + "```", docs, StringComparison.Ordinal);
        Assert.All(ArtifactTransitions.All.SelectMany(r => r.Guards).Concat(StoryTransitions.All.SelectMany(r => r.Guards)).Distinct(), code => Assert.Contains($"`{code}`", docs, StringComparison.Ordinal));
        Assert.All(PracticePolicy.Default.ArtifactRules, r => Assert.Contains($"| {r.Kind} | {r.ReviewEvery.Days} | {r.HalfLife.Days} |", docs, StringComparison.Ordinal));
    }

    private static CommunityRecord Standing(ArtifactStatus status)
    {
        CommunityRecord record = Of("a");
        record.Put(
            new ArtifactPublished(Board, ArtifactKind.Innovation, "Board", "", []) { Authors = [Cem], Steward = Cem }, new StewardshipOffered(Board, Bo),
            new ArtifactPublished(Guide, ArtifactKind.Guide, "Guide", "", []));
        Fact[] then = status switch
        {
            ArtifactStatus.Superseded => [new ArtifactSuperseded(Board, Guide)],
            ArtifactStatus.Retired => [new ArtifactRetired(Board, "Wrong.")],
            ArtifactStatus.Archived => [new ArtifactArchived(Board)],
            ArtifactStatus.Transferred => [new ArtifactTransferred(Board, new("b"))],
            _ => [],
        };
        record.Put(then);
        return record;
    }

    private static CommunityRecord Told(StoryStatus status, bool consented)
    {
        CommunityRecord record = Of("a");
        record.Put(new StoryTold(Story, Cem, "It helped", [], []), new StoryClaimed(Story, Cem, new(ValueCycle.Applied, "We changed the form.")));
        record.Put(consented || status == StoryStatus.Published ? [new StoryConsentGiven(Story, Cem)] : []);
        Fact[] then = status switch
        {
            StoryStatus.Published => [new StoryPublished(Story)],
            StoryStatus.Withdrawn => [new StoryWithdrawn(Story, "Old.")],
            StoryStatus.Transferred => [new StoryTransferred(Story, new("b"))],
            _ => [],
        };
        record.Put(then);
        return record;
    }

    private static Command Favourable(Type type, CommunityId id) => type.Name switch
    {
        nameof(SupersedeArtifact) => new SupersedeArtifact(id, Board, Guide),
        nameof(RetireArtifact) => new RetireArtifact(id, Board, "Wrong."),
        nameof(RestoreArtifact) => new RestoreArtifact(id, Board),
        nameof(ReviseArtifact) => new ReviseArtifact(id, Board, "Clearer."),
        nameof(ConfirmArtifact) => new ConfirmArtifact(id, Board),
        nameof(SetArtifactTopics) => new SetArtifactTopics(id, Board, [new("agile")]),
        nameof(LinkArtifacts) => new LinkArtifacts(id, Board, [Guide]),
        nameof(AdvanceInnovation) => new AdvanceInnovation(id, Board, Maturity.Tried),
        nameof(HandOverArtifact) => new HandOverArtifact(id, Board, Ana),
        nameof(AcceptStewardship) => new AcceptStewardship(id, Board, Bo),
        nameof(DeclineStewardship) => new DeclineStewardship(id, Board, Bo),
        nameof(ResignStewardship) => new ResignStewardship(id, Board, Cem),
        nameof(RecordUse) => new RecordUse(id, Board, Cem),
        nameof(ReviseStory) => new ReviseStory(id, Story, "Better", [new(ValueCycle.Realised, "x")]),
        nameof(ConsentToStory) => new ConsentToStory(id, Story, Cem, 1),
        nameof(PublishStory) => new PublishStory(id, Story),
        nameof(WithdrawStoryConsent) => new WithdrawStoryConsent(id, Story, Cem),
        nameof(WithdrawStory) => new WithdrawStory(id, Story, "Old."),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Say how this command is made."),
    };
}
