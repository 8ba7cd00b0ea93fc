using System.Globalization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Testing;
using Xunit.Abstractions;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>Processes that are killed, and processes that want the same.</summary>
internal static class ProcessTrials
{
    /// <summary>Whatever was acknowledged before the kill is there, nothing is half there, journals verify, the directory is a rebuild. COP_KILL_RUNS sets the number of runs.</summary>
    public static async Task KillAsync(TestDatabase database, ITestOutputHelper output)
    {
        int runs = int.Parse(Environment.GetEnvironmentVariable("COP_KILL_RUNS") ?? "20", CultureInfo.InvariantCulture);
        Random random = new(1);
        await database.EmptyAsync();
        await new Worker(database, 0).PrepareAsync(facilitators: 1);
        CommunityStores stores = database.Stores();
        HashSet<string> acknowledged = [];
        for (int run = 1; run <= runs; run++)
        {
            using WorkerProcess worker = new("work", database, run);
            int said = random.Next(1, 40);
            for (int waited = 0; worker.Count < said && waited < 600; waited++)
            {
                await Task.Delay(50);
            }

            await Task.Delay(random.Next(30));
            string[] lines = await worker.KillAsync();
            Assert.NotEmpty(lines);
            acknowledged.UnionWith(lines);
            await CheckAsync(stores, acknowledged);
        }

        int entries = (await ReadAsync(stores, Worker.Agile)).Length;
        output.WriteLine($"{runs} kills, {acknowledged.Count} acknowledged, {entries} entries, all there");
    }

    /// <summary>Newcomers of several processes and too few places: totals are exact, places are never more, one facilitator stays.</summary>
    public static async Task CrowdAsync(TestDatabase database, ITestOutputHelper output)
    {
        const int Processes = 4;
        await database.EmptyAsync();
        await new Worker(database, 99).PrepareAsync(Processes);
        WorkerProcess[] workers = [.. Enumerable.Range(0, Processes).Select(n => new WorkerProcess("crowd", database, n))];
        string[] said = [.. (await Task.WhenAll(workers.Select(w => w.EndAsync()))).SelectMany(lines => lines)];
        Array.ForEach(workers, w => w.Dispose());

        CommunityStores stores = database.Stores();
        JournalEntry[] entries = await ReadAsync(stores, Worker.Agile);
        CommunityRecord record = new(Worker.Agile);
        foreach (JournalEntry entry in entries)
        {
            record.Apply(entry);
            Assert.True(record.Practice.Calendar.Find(Worker.Talk)?.Going is null or <= Worker.Capacity);
            Assert.True(record.Community.Status != CommunityStatus.Active || record.Members.ActiveFacilitators() >= 1);
        }

        Gathering talk = record.Practice.Calendar.Find(Worker.Talk)!;
        int newcomers = Processes * Worker.Arrivals;
        Assert.Equal((Worker.Capacity, newcomers - Worker.Capacity), (talk.Going, talk.Waiting));
        Assert.Equal(newcomers, entries.Select(e => e.Change.Fact).OfType<MemberJoined>().Count(f => f.Person.Text.StartsWith("newcomer", StringComparison.Ordinal)));
        Assert.Equal(Processes - 1, said.Count(line => line.StartsWith("left", StringComparison.Ordinal)));
        Assert.Equal("stayed role.last-facilitator", Assert.Single(said, line => line.StartsWith("stayed", StringComparison.Ordinal)));
        await CheckAsync(stores, []);
        output.WriteLine($"{Processes} processes, {entries.Length} entries, {newcomers} newcomers, {talk.Going} places");
    }

    private static async Task CheckAsync(CommunityStores stores, HashSet<string> acknowledged)
    {
        JournalEntry[] agile = await ReadAsync(stores, Worker.Agile), twin = await ReadAsync(stores, Worker.Twin), other = await ReadAsync(stores, Worker.OtherTwin);
        foreach (JournalEntry[] journal in (JournalEntry[][])[agile, twin, other])
        {
            Assert.Empty(Journals.Verify(journal));
        }

        HashSet<string?> commands = [.. agile.Select(e => e.Change.Because.CommandId)];
        string?[] twins = [.. twin.Select(e => e.Change.Because.CommandId)];
        Assert.Equal(twins, other.Select(e => e.Change.Because.CommandId));
        HashSet<string> activities = [];
        await foreach (Activity activity in stores.Activities.ReadAsync(Worker.Agile, DateTimeOffset.MaxValue))
        {
            activities.Add(activity.Id!.Value.Text);
        }

        foreach (string line in acknowledged)
        {
            string id = line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..];
            Assert.True(line.Split(' ')[0] switch
            {
                "command" => commands.Contains(id),
                "twins" => twins.Contains(id),
                _ => Enumerable.Range(0, 5).All(n => activities.Contains($"{id}/{n}")),
            }, $"{line} was acknowledged and is not there");
        }

        Assert.All(activities.GroupBy(a => a[..a.IndexOf('/', StringComparison.Ordinal)]), call => Assert.Equal(5, call.Count()));
        DirectoryUpdate rebuilt = DirectoryUpdate.Rebuild(CommunityRecord.Replay(Worker.Agile, agile));
        Assert.Equal(rebuilt.Listing, await stores.Directory.FindAsync(Worker.Agile));
        List<MemberListing> members = [];
        await foreach (MemberListing member in stores.Directory.MembersAsync(Worker.Agile))
        {
            members.Add(member);
        }

        Assert.Equal(rebuilt.Members, members);
    }

    private static async Task<JournalEntry[]> ReadAsync(CommunityStores stores, CommunityId community)
    {
        List<JournalEntry> all = [];
        await foreach (JournalEntry entry in stores.Journal.ReadAsync(community))
        {
            all.Add(entry);
        }

        return [.. all];
    }
}
