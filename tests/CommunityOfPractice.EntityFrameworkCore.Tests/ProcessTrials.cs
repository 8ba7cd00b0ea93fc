using System.Globalization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Testing;
using Xunit.Abstractions;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>Processes that are killed, and processes that want the same.</summary>
internal static class ProcessTrials
{
    /// <summary>
    /// Whatever was acknowledged before the kill is there and whole, nothing is half there, journals verify, directories are rebuilds, the outbox tells every entry at least once and in
    /// order. COP_KILL_RUNS sets the number of runs, COP_KILL_LOG names a file that is told of each.
    /// </summary>
    public static async Task KillAsync(TestDatabase database, ITestOutputHelper output)
    {
        int runs = Number("COP_KILL_RUNS", 20);
        Random random = Random.Shared; // what matters is when, and that never comes again anyway
        await database.EmptyAsync();
        await new Worker(database, 0).PrepareAsync(facilitators: 1);
        Dictionary<(string Community, string Id), int> acknowledged = [];
        Dictionary<string, long> told = [];
        int repeated = 0, unheard = 0;
        for (int run = 1; run <= runs; run++)
        {
            string[] lines = await KilledAsync(database, run, random);
            foreach (string[] words in lines.Select(l => l.Split('\t')))
            {
                if (words[0] == "told")
                {
                    repeated += Told(told, words[1], long.Parse(words[2], CultureInfo.InvariantCulture));
                }
                else
                {
                    acknowledged.Add((words[1], words[2]), int.Parse(words[3], CultureInfo.InvariantCulture));
                }
            }

            Dictionary<(string Community, string Id), int> there = await Checks.WholeAsync(database);
            Assert.All(acknowledged, a => Assert.Equal(a.Value, there.GetValueOrDefault(a.Key)));
            Assert.Equal(there.Keys.Where(k => k.Community == MixedWork.Twin.Text).Select(k => k.Id), there.Keys.Where(k => k.Community == MixedWork.OtherTwin.Text).Select(k => k.Id));
            unheard = there.Keys.Count(k => k.Id.Length > 0 && !acknowledged.ContainsKey(k));
            if (Environment.GetEnvironmentVariable("COP_KILL_LOG") is { Length: > 0 } log)
            {
                await File.AppendAllTextAsync($"{log}.{database.GetType().Name}", Summary(run));
            }
        }

        repeated += await TellTheRestAsync(database, told);
        await using CommunityOfPracticeContext context = database.CreateDbContext();
        Assert.Equal(context.Set<JournalHeadRow>().ToDictionary(h => h.Community, h => h.Version), told);
        output.WriteLine(Summary(runs));

        string Summary(int run) =>
            $"{run} kills, {acknowledged.Count} acknowledged and there, {unheard} committed and not yet acknowledged, {told.Values.Sum()} entries told of {told.Count} journals, {repeated} of them twice\n";
    }

    private static async Task<string[]> KilledAsync(TestDatabase database, int run, Random random)
    {
        using WorkerProcess worker = new("work", database, run);
        int said = random.Next(1, 40);
        for (int waited = 0; worker.Count < said && waited < 60_000; waited++)
        {
            await Task.Delay(10);
        }

        await Task.Delay(random.Next(30));
        string[] lines = await worker.KillAsync();
        Assert.NotEmpty(lines);
        return lines;
    }

    /// <summary>The next entry, or after a kill the latest once more.</summary>
    private static int Told(Dictionary<string, long> told, string community, long version)
    {
        long latest = told.GetValueOrDefault(community);
        Assert.InRange(version, Math.Max(1, latest), latest + 1);
        told[community] = version;
        return version == latest ? 1 : 0;
    }

    private static async Task<int> TellTheRestAsync(TestDatabase database, Dictionary<string, long> told)
    {
        await Task.Delay(MixedWork.Lease);
        int repeated = 0;
        OutboxDispatcher<CommunityOfPracticeContext> dispatcher = new(database, [new MixedWork.Teller((community, version) => repeated += Told(told, community, version))], TimeProvider.System, MixedWork.Lease);
        while ((await dispatcher.DispatchAsync()).Told > 0)
        {
            await Task.Delay(1);
        }

        return repeated;
    }

    /// <summary>Processes that put conflicting commands to one community: totals are exact and no invariant is ever broken. COP_CROWD_PROCESSES and COP_CROWD_COMMANDS set how many.</summary>
    public static async Task CrowdAsync(TestDatabase database, ITestOutputHelper output)
    {
        int processes = Number("COP_CROWD_PROCESSES", 4), commands = Number("COP_CROWD_COMMANDS", 40);
        await database.EmptyAsync();
        await new Worker(database, 99).PrepareAsync(CrowdWork.Facilitators);
        int before = (await Checks.EntriesAsync(database.Stores(), Worker.Agile)).Length;
        long begin = TimeProvider.System.GetTimestamp();
        WorkerProcess[] workers = [.. Enumerable.Range(0, processes).Select(n => new WorkerProcess("crowd", database, n, commands))];
        string[][] said = [.. (await Task.WhenAll(workers.Select(w => w.EndAsync()))).SelectMany(lines => lines).Select(l => l.Split('\t'))];
        TimeSpan taken = TimeProvider.System.GetElapsedTime(begin);
        Array.ForEach(workers, w => w.Dispose());

        ILookup<string, string[]> by = said.ToLookup(words => words[0]);
        int accepted = by["accepted"].Count(), refused = by["refused"].Count(), givenUp = by["given up"].Count();
        Assert.Equal(processes * commands, accepted + refused + givenUp);
        Dictionary<(string Community, string Id), int> acknowledged = by["accepted"].Where(w => w[2] != "0").ToDictionary(w => (Worker.Agile.Text, w[1]), w => int.Parse(w[2], CultureInfo.InvariantCulture));
        Dictionary<(string Community, string Id), int> there = await Checks.WholeAsync(database);
        Assert.Equal(before, there[(Worker.Agile.Text, string.Empty)]);
        there.Remove((Worker.Agile.Text, string.Empty));
        Assert.Equal(acknowledged.OrderBy(a => a.Key), there.OrderBy(a => a.Key));

        JournalEntry[] entries = await Checks.EntriesAsync(database.Stores(), Worker.Agile);
        Assert.Equal(before + acknowledged.Values.Sum(), entries.Length);
        InvariantsHold(entries);
        Assert.Contains(by["refused"], w => w.Contains("role.last-facilitator"));
        output.WriteLine($"{processes} processes x {commands} commands in {taken.TotalSeconds:F0} s: {accepted} accepted ({acknowledged.Count} with {acknowledged.Values.Sum()} entries) + {refused} refused + {givenUp} given up ({by["given up"].Count(w => w.Length > 2)} of them for the lock) = {accepted + refused + givenUp}; {by["refused"].Count(w => w.Contains("role.last-facilitator"))} last facilitators kept");
    }

    /// <summary>After no entry are there more guests than places, or is anybody waiting beside a free one, or is a living community without a facilitator.</summary>
    private static void InvariantsHold(JournalEntry[] entries)
    {
        CommunityRecord record = new(Worker.Agile);
        foreach (IGrouping<string?, JournalEntry> command in entries.GroupBy(e => e.Change.Because.CommandId ?? $"{e.Version}"))
        {
            foreach (JournalEntry entry in command)
            {
                record.Apply(entry);
                Assert.True(record.Practice.Calendar.Find(Worker.Talk)?.Going is null or <= Worker.Capacity);
            }

            Assert.True(record.Community.Status != CommunityStatus.Active || record.Members.ActiveFacilitators() >= 1);
            Assert.True(record.Practice.Calendar.Find(Worker.Talk) is not { } talk || talk.Going == Worker.Capacity || talk.Waiting == 0);
        }
    }

    private static int Number(string variable, int otherwise) =>
        int.Parse(Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given ? given : $"{otherwise}", CultureInfo.InvariantCulture);
}
