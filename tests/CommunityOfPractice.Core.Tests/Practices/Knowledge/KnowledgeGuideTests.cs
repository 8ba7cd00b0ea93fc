using System.Text.RegularExpressions;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Constitution;
using CommunityOfPractice.Core.Tests.Hosting;
using CommunityOfPractice.Core.Vocabulary;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityOfPractice.Core.Tests.Practices;

/// <summary>The examples of docs/knowledge.md and of docs/embedding.md, run; a test compares the guides with this file.</summary>
public sealed partial class KnowledgeGuideTests
{
    [Fact]
    public async Task Example_Artifacts()
    {
        Hosted host = new();
        await host.Launch(Hosted.Agile);
        ICommunityCommands commands = host.Commands;
        CommunityId agile = Hosted.Agile;
        PersonId ada = Hosted.Ana, ben = Hosted.Bo;

        // guide: artifacts
        ArtifactId board = new("board");
        PublishArtifact publish = new(agile, board, ArtifactKind.BestPractice, "One board for two teams")
        {
            Summary = "Why one board, and how we keep it small.",
            Links = ["https://wiki.example/board"],
            Topics = [new("agile")],
        };
        await commands.ExecuteAsync(publish, Actor.Of(ada));                                  // ada tends it from now on
        await commands.ExecuteAsync(new RecordUse(agile, board, ben) { Department = "Sales", For = "the spring campaign" }, Actor.Of(ben));
        await commands.ExecuteAsync(new ConfirmArtifact(agile, board), Actor.Of(ada));        // it still holds
        await commands.ExecuteAsync(new HandOverArtifact(agile, board, ben), Actor.Of(ada));  // ben is asked …
        await commands.ExecuteAsync(new AcceptStewardship(agile, board, ben), Actor.Of(ben)); // … and says yes himself

        // end
        KnowledgeQueries queries = new(host.Records, PolicySet.Default);
        Assert.Equal(ben, (await queries.FindAsync(agile, board, Actor.Of(ada)))!.Artifact.Steward);
    }

    [Fact]
    public async Task Example_Stories()
    {
        Hosted host = new();
        await host.Launch(Hosted.Agile);
        ICommunityCommands commands = host.Commands;
        IKnowledgeQueries queries = new KnowledgeQueries(host.Records, PolicySet.Default);
        CommunityId agile = Hosted.Agile;
        PersonId ada = Hosted.Ana, ben = Hosted.Bo;

        // guide: stories
        StoryId story = new("spring");
        ValueList<ValueClaim> claims =
        [
            new(ValueCycle.Immediate, "Ben showed his board at the open hour.") { Contributors = [ben] },
            new(ValueCycle.Applied, "We put two boards together."),
            new(ValueCycle.Realised, "An order takes four days less.") { Indicators = ["days to order"], Evidence = ["https://bi.example/orders"] },
        ];
        await commands.ExecuteAsync(new TellStory(agile, story, ada, "Four days", claims), Actor.Of(ada));
        foreach (PersonId person in (PersonId[])[ada, ben])
        {
            await commands.ExecuteAsync(new ConsentToStory(agile, story, person, Revision: 1), Actor.Of(person));   // each by their own act
        }

        await commands.ExecuteAsync(new PublishStory(agile, story), Actor.Of(ada));
        ValueMatrix matrix = (await queries.MatrixAsync(agile, Actor.Of(ben))).OrThrow();
        string csv = string.Join("\n", matrix.ToCsv());

        // end
        Assert.Equal(1, matrix.Stories);
        Assert.Contains("Realised,\"days to order\",1,1,1", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Example_Embedding()
    {
        ServiceCollection services = new();
        services.AddCommunityOfPractice();
        using ServiceProvider provider = services.BuildServiceProvider();
        CommunityId agile = new("agile");
        PersonId ada = new("ada");
        DateTimeOffset now = provider.GetRequiredService<TimeProvider>().GetUtcNow();
        ICommunityCommands commands = provider.GetRequiredService<ICommunityCommands>();
        await commands.ExecuteAsync(new ProposeCommunity(agile, ada, "Agile", "To learn.", CommunityKind.CommunityOfPractice, []), Actor.Of(ada));

        // guide: embedding
        IKnowledgeQueries knowledge = provider.GetRequiredService<IKnowledgeQueries>();
        Decision<ValueList<ArtifactView>> due = await knowledge.ArtifactsAsync(agile, Actor.Of(ada), new ArtifactFilter { ReviewDueBy = now });
        string answer = due.Match(
            list => $"{list.Count} to be confirmed, {list.Count(a => a.IsOrphaned)} of them without a steward",
            refusal => refusal.Code);

        // end
        Assert.Equal("0 to be confirmed, 0 of them without a steward", answer);
    }

    [Theory]
    [InlineData("knowledge.md", "artifacts", "stories")]
    [InlineData("embedding.md", "embedding")]
    public void Guides_ShowTheseExamples(string guide, params string[] names)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, "docs", guide)).ReplaceLineEndings("\n");
        string source = File.ReadAllText(Path.Combine(Repository.Root, "tests", "CommunityOfPractice.Core.Tests", "Practices", "Knowledge", "KnowledgeGuideTests.cs")).ReplaceLineEndings("\n");
        Match[] examples = [.. Example().Matches(source).Where(m => names.Contains(m.Groups[1].Value))];
        Assert.Equal(names, examples.Select(e => e.Groups[1].Value));
        Assert.All(examples, e => Assert.Contains($"```csharp\n{e.Groups[2].Value.Trim('\n').Replace("\n        ", "\n", StringComparison.Ordinal)[8..]}\n```", text, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^ +// guide: (\w+)\n(.*?)\n\n +// end$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();
}
