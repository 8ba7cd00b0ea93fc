using System.Diagnostics;
using System.Globalization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.EntityFrameworkCore;
using CommunityOfPractice.EntityFrameworkCore.PostgreSQL;
using CommunityOfPractice.EntityFrameworkCore.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Activity = CommunityOfPractice.Core.Practices.Activity;

namespace CommunityOfPractice.Core.Benchmarks.Stores;

/// <summary>Commands through the services of a host beside the same rows inserted by plain EF Core, and activities in batches beside the provider's own bulk insert; in turn, block by block.</summary>
internal static class StoreMeasures
{
    private const int Commands = 300, Batch = 10_000, Warm = 6;

    public static async Task RunAsync(TextWriter output, int rounds, string database, string setting)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{database}, {DateTime.UtcNow:yyyy-MM-dd HH:mm}, {Environment.ProcessorCount} cores, .NET {Environment.Version}, load {Load()} at the start; medians of {rounds} rounds, quickest and slowest in brackets, {Warm} rounds before are not counted."));
        output.WriteLine();
        output.WriteLine("| what | library | plain | library : plain, round by round | processor time, library : plain |");
        output.WriteLine("|---|---:|---:|---:|---:|");
        await CommandsAsync(output, rounds, database, setting);
        await ActivitiesAsync(output, rounds, database, setting);
        output.WriteLine();
        output.WriteLine($"Load {Load()} at the end.");
        output.WriteLine();
    }

    private static async Task CommandsAsync(TextWriter output, int rounds, string database, string setting)
    {
        await using StoreUnderTest store = await StoreUnderTest.MakeAsync(database, setting, "cop_services"), plain = await StoreUnderTest.MakeAsync(database, setting, "cop_plain");
        IReadOnlyList<CommandScript.Written> rows = await new CommandScript().RehearseAsync((rounds + Warm) * Commands);
        await CommandScript.BeginAsync(store.Commands);
        await InsertAsync(plain, rows[0], first: true);
        Sides sides = new();
        for (int round = 0; round < rounds + Warm; round++)
        {
            int begin = round * Commands;
            await sides.MeasureAsync(
                round >= Warm,
                async () =>
                {
                    for (int i = begin; i < begin + Commands; i++)
                    {
                        await CommandScript.PutAsync(store.Commands, i);
                    }
                },
                async () =>
                {
                    for (int i = begin; i < begin + Commands; i++)
                    {
                        await InsertAsync(plain, rows[i + 1], first: false);
                    }
                });
        }

        await using CommunityOfPracticeContext ours = await store.Contexts.CreateDbContextAsync(), theirs = await plain.Contexts.CreateDbContextAsync();
        if (await ours.Set<JournalRow>().CountAsync() != await theirs.Set<JournalRow>().CountAsync() || await ours.Set<MemberRow>().CountAsync() != await theirs.Set<MemberRow>().CountAsync())
        {
            throw new InvalidOperationException("The two sides did not write the same.");
        }

        output.WriteLine(sides.Row("a command (join, answer, leave in turn)", Commands, "µs", 1e6));
    }

    /// <summary>What a host would write that keeps the same rows by EF Core itself: one context, one save.</summary>
    private static async Task InsertAsync(StoreUnderTest plain, CommandScript.Written written, bool first)
    {
        await using CommunityOfPracticeContext context = await plain.Contexts.CreateDbContextAsync();
        JournalHeadRow head = new() { Community = written.Listing.Community, Version = written.Entries[0].Version - 1 };
        if (first)
        {
            head.Version = written.Entries[^1].Version;
            context.Add(head);
            context.Add(written.Listing);
        }
        else
        {
            context.Attach(head);
            head.Version = written.Entries[^1].Version;
            context.Update(written.Listing);
        }

        context.AddRange(written.Entries);
        if (written.Member is { } member)
        {
            context.Entry(member).State = written.IsNewMember ? EntityState.Added : EntityState.Modified;
        }

        await context.SaveChangesAsync();
    }

    private static async Task ActivitiesAsync(TextWriter output, int rounds, string database, string setting)
    {
        await using StoreUnderTest store = await StoreUnderTest.MakeAsync(database, setting, "cop_activities"), plain = await StoreUnderTest.MakeAsync(database, setting, "cop_bulk");
        IActivityWriter writer = database == "sqlite" ? new SqliteActivityWriter() : new CopyActivityWriter();
        Sides sides = new();
        for (int round = 0; round < rounds + Warm; round++)
        {
            Activity[] some = [.. Enumerable.Range(round * Batch, Batch).Select(Sample)];
            ActivityRow[] rows = [.. some.Select(Rows.Of)];
            await sides.MeasureAsync(
                round >= Warm,
                async () => (await store.Recorder.RecordAsync(some)).OrThrow(),
                async () =>
                {
                    // the provider's own way and nothing else: COPY in binary form, or one prepared statement in one transaction
                    await using CommunityOfPracticeContext context = await plain.Contexts.CreateDbContextAsync();
                    await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync();
                    await writer.WriteAsync(context, rows);
                    await transaction.CommitAsync();
                });
        }

        output.WriteLine(sides.Row($"an activity, in batches of {Batch.ToString("N0", CultureInfo.InvariantCulture)}", Batch, "µs", 1e6));
    }

    private static Activity Sample(int i) => new(new($"community-{i % 50}"), new($"person-{i % 997}"), DateTimeOffset.UnixEpoch.AddYears(50).AddSeconds(i), i % 3 == 0 ? Act.Ask : Act.Answer)
    {
        Id = new ActivityId($"activity-{(uint)i * 2_654_435_761U:x8}"), // in no order
        InReplyTo = i % 3 == 0 ? null : new ActivityId($"activity-{i / 3}"),
        Thread = new ThreadId($"thread-{i / 9}"),
        To = i % 4 == 0 ? [new($"person-{i % 31}")] : [],
    };

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    /// <summary>Times of two sides, taken in turn; who begins changes from round to round.</summary>
    private sealed class Sides
    {
        private readonly List<(double Ours, double Theirs)> elapsed = [], processor = [];
        private int turn;

        public async Task MeasureAsync(bool counts, Func<Task> ours, Func<Task> theirs)
        {
            bool first = turn++ % 2 == 0;
            (double Elapsed, double Processor) one = await TimeAsync(first ? ours : theirs), two = await TimeAsync(first ? theirs : ours);
            if (counts)
            {
                elapsed.Add(first ? (one.Elapsed, two.Elapsed) : (two.Elapsed, one.Elapsed));
                processor.Add(first ? (one.Processor, two.Processor) : (two.Processor, one.Processor));
            }
        }

        public string Row(string what, int count, string unit, double factor) =>
            $"| {what} | {Of(elapsed.Select(e => e.Ours), factor / count)} {unit} | {Of(elapsed.Select(e => e.Theirs), factor / count)} {unit} | {Of(elapsed.Select(e => e.Ours / e.Theirs), 1, "F2")} | {Of(processor.Select(e => e.Ours / e.Theirs), 1, "F2")} |";

        private static string Of(IEnumerable<double> values, double factor, string format = "F0")
        {
            double[] sorted = [.. values.Select(v => v * factor).Order()];
            string text = factor < 1 || format != "F0" || sorted[^1] >= 100 ? format : "F1";
            return string.Create(CultureInfo.InvariantCulture, $"{sorted[sorted.Length / 2].ToString(text, CultureInfo.InvariantCulture)} ({sorted[0].ToString(text, CultureInfo.InvariantCulture)}–{sorted[^1].ToString(text, CultureInfo.InvariantCulture)})");
        }

        private static async Task<(double Elapsed, double Processor)> TimeAsync(Func<Task> work)
        {
            GC.Collect();
            TimeSpan begin = Environment.CpuUsage.TotalTime;
            Stopwatch watch = Stopwatch.StartNew();
            await work();
            return (watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - begin).TotalSeconds);
        }
    }
}
