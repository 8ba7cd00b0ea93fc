using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityOfPractice.AotApp;

/// <summary>Prints what the library says, and reads back what it wrote; a value that does not come back equal ends the program.</summary>
internal static class Telling
{
    private static readonly Actor Admin = Actor.Host("aot");

    public static async Task<string> FirstReportAsync(IServiceProvider services) => (await services.GetRequiredService<ICommunityHealth>().AssessAsync(StoryHost.Agile)).Summary;

    public static async Task JournalAsync(IServiceProvider services)
    {
        List<JournalEntry> entries = [];
        await foreach (JournalEntry entry in services.GetRequiredService<IJournal>().ReadAsync(StoryHost.Agile))
        {
            string line = FactJson.Write(entry);
            Same(entry, FactJson.Read(line));
            Console.WriteLine(line);
            entries.Add(entry);
        }

        Console.WriteLine($"findings in the journal: {Journals.Verify(entries).Count}");
        CommunityRecord record = CommunityRecord.Replay(StoryHost.Agile, entries);
        CommunitySnapshot snapshot = RoundTrip(record.ToSnapshot(), RecordJson.Snapshot);
        Same(record.Version, CommunityRecord.Restore(snapshot).Version);
        PolicySet policies = RoundTrip(PolicySet.Default, PolicyJson.PolicySet);
        Same(PolicySet.Default, policies);
        await foreach (RegistryFinding finding in services.GetRequiredService<IRegistryCheck>().CheckAsync())
        {
            Console.WriteLine(finding);
        }
    }

    public static async Task RefusalsAsync(IServiceProvider services)
    {
        ICommunityCommands commands = services.GetRequiredService<ICommunityCommands>();
        JoinCommunity again = RoundTrip(new JoinCommunity(StoryHost.Agile, StoryHost.People[0], new("join/1", "web")), HostJson.Default.JoinCommunity);
        (Command Command, Actor By)[] put =
        [
            (again, Actor.Of(again.Person)),
            (again, Actor.Of(StoryHost.People[1])),
            (new LaunchCommunity(StoryHost.Agile, DateTimeOffset.UnixEpoch), Admin),
            (new PauseMembership(StoryHost.Agile, StoryHost.People[6], null), Actor.Of(StoryHost.People[6])),
        ];
        foreach ((Command command, Actor by) in put)
        {
            Decision<Committed> decision = await commands.ExecuteAsync(command, by);
            RoundTrip(decision.Match(c => Decision<int>.Accept(c.Entries.Count), Decision<int>.Refuse), HostJson.Default.DecisionInt32);
        }
    }

    public static async Task HealthAsync(IServiceProvider services)
    {
        RoundTrip(await services.GetRequiredService<ICommunityHealth>().AssessAsync(StoryHost.Agile), HealthJson.Report);
        RoundTrip(HealthModel.Standard, HealthJson.Model);
        Console.WriteLine(HealthJson.ReadModel("""{ "version": 3 }""").Match(m => m.Version, r => r.ToString()));
        Console.WriteLine((await services.GetRequiredService<ICommunityTrends>().TrendsAsync(StoryHost.Agile, 4)).ToString());
        IPortfolio portfolio = services.GetRequiredService<IPortfolio>();
        RoundTrip(await portfolio.ReportAsync(Admin), HostJson.Default.PortfolioReport);
        RoundTrip((await portfolio.SiloMapAsync(SiloBorder.Department, Admin))!, HostJson.Default.SiloMap);
    }

    public static async Task MatchingAsync(IServiceProvider services)
    {
        ICommunityQueries queries = services.GetRequiredService<ICommunityQueries>();
        RoundTrip((await queries.FindAsync(StoryHost.Agile, Admin))!, HostJson.Default.CommunityView);
        RoundTrip((await queries.MembersAsync(StoryHost.Agile, Admin)).OrThrow(), HostJson.Default.ValueListMemberListing);
        ICommunityPairing pairing = services.GetRequiredService<ICommunityPairing>();
        PairingRound first = RoundTrip(await pairing.PlanAsync(StoryHost.Agile, [], [], seed: 7), HostJson.Default.PairingRound);
        RoundTrip(await pairing.PlanAsync(StoryHost.Agile, first.ToHistory(), [], seed: 8), HostJson.Default.PairingRound);
        RoundTrip((await services.GetRequiredService<ICommunityRecommendations>().RecommendAsync(StoryHost.People[13], Admin)).OrThrow(), HostJson.Default.CommunityRecommendations);
        Console.WriteLine((await services.GetRequiredService<IExpertFinding>().AssignAsync(StoryHost.Agile, Admin)).OrThrow());
    }

    public static async Task InterchangeAsync()
    {
        const string Rows = "community,person,at,act,id,in_reply_to\nagile,ada,2026-01-05T09:00:00Z,ask,q1,\nagile,bob,2026-01-05T10:00:00Z,answer,a1,q1\nagile,bob,yesterday,answer,a2,q1\n";
        InterchangeReader reader = new(new InterchangeReaderOptions { KeepGoodRows = true }, problem => Console.WriteLine(problem));
        await reader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(Rows)), "activity.csv");
        InterchangeData data = reader.Complete().OrThrow();
        using MemoryStream lines = new(), csv = new();
        await InterchangeWriter.WriteJsonLinesAsync(lines, data);
        await InterchangeWriter.WriteCsvAsync(csv, data, InterchangeKind.Activity);
        Console.Write(Encoding.UTF8.GetString(lines.ToArray()) + Encoding.UTF8.GetString(csv.ToArray()));
    }

    public static async Task PersonalDataAsync(IServiceProvider services)
    {
        IPersonalData personal = services.GetRequiredService<IPersonalData>();
        Console.WriteLine(Encoding.UTF8.GetString((await personal.ExportAsync(StoryHost.People[3], Admin)).OrThrow().Span));
        Console.WriteLine((await personal.EraseAsync(new ErasureRequest(StoryHost.People[3], Admin) { Tombstone = new("gone-1") })).OrThrow());
    }

    public static async Task ConformanceAsync()
    {
        ConformanceOptions quick = new() { Sequences = 5, Steps = 20, Callers = 2, Rounds = 3 };
        Console.WriteLine(await JournalConformance.RunAsync(_ => new(HistoryConformance.InMemory().Journal), quick));
        Console.WriteLine(await HistoryConformance.RunAsync(_ => new(HistoryConformance.InMemory()), quick));
    }

    private static T RoundTrip<T>(T value, JsonTypeInfo<T> type)
    {
        string json = JsonSerializer.Serialize(value, type);
        Console.WriteLine(json);
        T back = JsonSerializer.Deserialize(json, type)!;
        Same(json, JsonSerializer.Serialize(back, type));
        return back;
    }

    private static void Same<T>(T expected, T found)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, found))
        {
            throw new InvalidOperationException($"'{found}' came back for '{expected}'.");
        }
    }
}
