using System.Text.RegularExpressions;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Tests.Constitution;
using CommunityOfPractice.Core.Vocabulary;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityOfPractice.Core.Tests.Hosting;

/// <summary>The snippets of docs/embedding.md about communities and memberships, which therefore compile and run.</summary>
public sealed partial class EmbeddingSnippets
{
    [Fact]
    public void Snippets_OfTheGuide_StandHere()
    {
        string guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "embedding.md")).ReplaceLineEndings("\n");
        string section = guide[guide.IndexOf("## Communities and memberships", StringComparison.Ordinal)..guide.IndexOf("## Knowledge and stories", StringComparison.Ordinal)];
        string here = Blank().Replace(File.ReadAllText(Path.Combine(Repository.Root, "tests", "CommunityOfPractice.Core.Tests", "Hosting", "EmbeddingSnippets.cs")), string.Empty);
        string[] snippets = [.. Snippet().Matches(section).Select(m => m.Groups[1].Value)];
        Assert.Equal(9, snippets.Length);
        Assert.All(snippets, s => Assert.Contains(Blank().Replace(s, string.Empty), here, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Snippets_Run()
    {
        ServiceCollection services = new();
        services.AddCommunityOfPractice().AddFactHandler<Welcome>();
        services.AddCommunityOfPractice(o => o.Policies = o.Policies with { Membership = o.Policies.Membership with { MembersInvite = false } });
        using ServiceProvider provider = services.BuildServiceProvider();
        ICommunityCommands commands = provider.GetRequiredService<ICommunityCommands>();
        ICommunityQueries queries = provider.GetRequiredService<ICommunityQueries>();
        IReasonDescriber describer = provider.GetRequiredService<IReasonDescriber>();
        ISaltSource salts = provider.GetRequiredService<ISaltSource>();
        CommunityId agile = new("agile");
        PersonId ada = new("ada");
        string requestId = "r-1";
        CommunityDraft draft = new("Testers", [new TopicWeight(new("testing"), 1)], [ada]);

        Decision<Committed> decision = await commands.ExecuteAsync(new JoinCommunity(agile, ada, new JoinConsent("join/1", "web")), Actor.Of(ada));
        string said = decision.Match(
            committed => $"{committed.Entries.Count} facts recorded",
            refusal => string.Join(" ", refusal.Reasons.Select(describer.Describe)));

        Decision<Committed> once = await commands.ExecuteAsync(
            new CommandRequest(new LeaveCommunity(agile, ada), Actor.Of(ada)) { CommandId = requestId });

        await foreach (CommunityListing listing in queries.ListAsync(new CommunityFilter { OpenOnly = true }, Actor.Of(ada), take: 20))
        {
            Console.WriteLine(listing.Name);
        }

        ValueList<SimilarCommunity> similar = await queries.SimilarAsync(draft, Actor.Of(ada), population: 5_000);
        ProposeCommunity proposal = new(new("testers"), ada, draft.Name, "To test better.", CommunityKind.CommunityOfPractice, [.. similar.Select(s => s.Community)]);

        ICalendarQueries calendar = provider.GetRequiredService<ICalendarQueries>();
        Decision<ValueList<GatheringView>> month = await calendar.BetweenAsync(
            agile, new TimeWindow(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(30)), Actor.Of(ada));

        InMemoryCommunityDirectory together = new();
        CommunityRecords records = new(new InMemoryJournal(together), salts, TimeProvider.System);
        CommunityCommands service = new(records, together, new MatrixPermissions(PermissionMatrix.Default), handlers: [], PolicySet.Default);
        CommunityQueries questions = new(records, together, PolicySet.Default);

        Assert.Equal(["community.unknown"], (await provider.GetRequiredService<IDirectorySync>().SyncAsync(agile, [ada], [])).Codes());
        Assert.Equal((false, false, "There is no such community."), (decision.IsAccepted, once.IsAccepted, said));
        Assert.False(month.IsAccepted);
        Assert.True((await service.ExecuteAsync(proposal, Actor.Of(ada))).IsAccepted);
        Assert.NotNull(await questions.FindAsync(new("testers"), Actor.Of(ada)));
        Assert.Empty((await commands.ExecuteAsync(proposal with { Proposer = new("bo") }, Actor.Of(new("bo")))).OrThrow().HandlerFailures);
        Assert.Equal(2, (await queries.FindAsync(new("testers"), Actor.Of(ada)))!.Version);
    }

    [Fact]
    public async Task Snippets_OfMergeAndDirectory_Run()
    {
        Hosted host = new();
        await host.Launch(Hosted.Agile);
        CommunityId agile = Hosted.Agile, testers = new("testers");
        await host.Launch(testers);
        PersonId ada = new("ada"), ben = new("ben"), cleo = Hosted.Ana;
        CommunityQueries queries = host.Queries;
        IDirectorySync directory = new DirectorySynchronizer(host.Records, host.Commands, PolicySet.Default);
        EnglishReasons describer = new();

        MergeForecast forecast = (await queries.SimulateMergeAsync(from: testers, into: agile, Actor.Of(ada))).OrThrow();
        string outlook = $"{forecast.Staying} members today, {forecast.AtMost} at most; in the way: {string.Join(", ", forecast.Unmet.Select(r => r.Code))}";

        DirectorySyncOutcome followed = (await directory.SyncAsync(agile, fitting: [ada, ben], departed: [cleo])).OrThrow();
        foreach (SyncRefusal refusal in followed.Refused)
        {
            Console.WriteLine($"{refusal.Person} cannot go yet: {string.Join(" ", refusal.Reasons.Select(describer.Describe))}");
        }

        Assert.Equal("4 members today, 8 at most; in the way: merge.not-approved", outlook);
        Assert.Equal((2, 1), (followed.Invited.Count, followed.Refused.Count));
    }

    [Fact]
    public async Task Snippet_OfQuestionsAndRecognition_Runs()
    {
        using ServiceProvider provider = new ServiceCollection().AddCommunityOfPractice().Services.BuildServiceProvider();
        ICommunityCommands commands = provider.GetRequiredService<ICommunityCommands>();
        IQuestionQueries questionQueries = provider.GetRequiredService<IQuestionQueries>();
        IRecognitionQueries recognitionQueries = provider.GetRequiredService<IRecognitionQueries>();
        CommunityId testers = new("testers");
        PersonId ada = new("ada");
        await commands.ExecuteAsync(new ProposeCommunity(testers, ada, "Testers", "To test better.", CommunityKind.CommunityOfPractice, []), Actor.Of(ada));
        await commands.ExecuteAsync(new JoinCommunity(testers, ada, new JoinConsent("join/1", "web")), Actor.Of(ada));

        await commands.ExecuteAsync(new AskQuestion(testers, new QuestionId("q-17"), "How do you test e-mails?", "", []), Actor.Of(ada));
        foreach (OpenQuestion open in (await questionQueries.OpenAsync(testers, Actor.Of(ada))).OrThrow())
        {
            Console.WriteLine($"{open.Title}, for {open.Age}");
        }

        ValueList<Celebration> wins = (await recognitionQueries.LatestAsync(testers, Actor.Of(ada), take: 5)).OrThrow();

        Assert.Single((await questionQueries.OpenAsync(testers, Actor.Of(ada))).OrThrow());
        Assert.Empty(wins);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Snippet();
}

public sealed class Welcome(ICommunityCommands commands) : IFactHandler
{
    public async ValueTask HandleAsync(ValueList<JournalEntry> entries, CancellationToken cancellationToken = default)
    {
        foreach (JournalEntry entry in entries.Where(e => e.Change.Fact is CommunityProposed))
        {
            await commands.ExecuteAsync(new ExpressInterest(entry.Community, new PersonId("ada")), Actor.Of(new PersonId("ada")), cancellationToken);
        }
    }
}
