using System.Globalization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.Core.Benchmarks.Micro;

/// <summary>The figures of benchmarks/results/record.md in half a minute: medians of a few runs on one thread.</summary>
internal static class RecordMeasures
{
    private const int Runs = 7, Entries = 20_000;

    public static void Run(TextWriter output)
    {
        output.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores, .NET {Environment.Version}; processor time (garbage collection included), medians of {Runs} runs on one thread, slowest run in brackets.");
        output.WriteLine();
        output.WriteLine("| members | facts folded per second | one decision, µs | snapshot, ms | bytes a membership | bytes an entry held |");
        output.WriteLine("|---:|---:|---:|---:|---:|---:|");
        foreach (int members in (int[])[1_000, 10_000, 100_000])
        {
            Change[] changes = JournalSamples.Joins(members);
            CommunityRecord record = JournalSamples.Fold(changes);
            PersonId stranger = new("somebody-new");
            int folds = 200_000 / members, decisions = 20_000;
            (double fold, double slowFold) = Seconds(() => Repeat(folds, () => JournalSamples.Fold(changes)));
            (double decide, double slowDecide) = Seconds(() => Repeat(decisions, () => JournalSamples.DecideJoin(record, stranger)));
            (double snapshot, _) = Seconds(() => record.ToSnapshot());
            long membership = Held(() => JournalSamples.Fold(changes)) / members, entry = Held(() => JournalSamples.Sealed(JournalSamples.Joins(members))) / members;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {members:N0} | {folds * members / fold:N0} ({folds * members / slowFold:N0}) | {decide / decisions * 1e6:F2} ({slowDecide / decisions * 1e6:F2}) | {snapshot * 1e3:F2} | {membership} | {entry} |"));
        }

        Mixed(output);
        EndToEnd(output);

        Change[] some = JournalSamples.Joins(Entries);
        JournalEntry[] entries = JournalSamples.Sealed(some);
        string[] lines = [.. entries.Select(FactJson.Write)];
        output.WriteLine();
        output.WriteLine("| per entry | µs |");
        output.WriteLine("|---|---:|");
        Each("sealing", () => JournalSamples.Sealed(some));
        Each("checking (`Journals.Verify`)", () => Journals.Verify(entries));
        Each("writing JSON", () => lines = [.. entries.Select(FactJson.Write)]);
        Each("reading JSON", () => lines.Sum(line => FactJson.Read(line).Version));
        Each("looking for a person to erase", () => Erasure.Of(entries, new("person-17"), new("gone"), new SeededSalts("e")));
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A line of JSON has {lines.Average(line => line.Length):F0} bytes here."));

        void Each(string name, Func<object> work)
        {
            (double median, double slow) = Seconds(() => _ = work());
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {median / Entries * 1e6:F2} ({slow / Entries * 1e6:F2}) |"));
        }
    }

    private static void Mixed(TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"| people, mixed history | facts folded per second | {string.Join(" | ", MixedHistory.Commands.Append(MixedHistory.Launch).Select(c => $"{c.Name}, µs"))} |");
        output.WriteLine($"|---:|---:|{string.Concat(Enumerable.Repeat("---:|", MixedHistory.Commands.Length + 1))}");
        foreach (int people in (int[])[1_000, 10_000, 100_000])
        {
            Change[] changes = MixedHistory.Of(people);
            CommunityRecord record = JournalSamples.Fold(changes), chartered = JournalSamples.Fold(MixedHistory.Of(people, launched: false));
            int folds = Math.Max(1, 200_000 / changes.Length), decisions = 5_000;
            (double fold, double slow) = Seconds(() => Repeat(folds, () => JournalSamples.Fold(changes)));
            string line = string.Create(CultureInfo.InvariantCulture, $"| {people:N0} | {(double)folds * changes.Length / fold:N0} ({(double)folds * changes.Length / slow:N0})");
            foreach ((string name, Command command, PersonId by) in MixedHistory.Commands.Append(MixedHistory.Launch))
            {
                CommunityRecord on = name == MixedHistory.Launch.Name ? chartered : record;
                DecisionContext context = new(JournalSamples.End, Actor.Of(by));
                string verdict = on.Decide(command, context).IsAccepted ? string.Empty : " refused";
                (double decide, double slowDecide) = Seconds(() => Repeat(decisions, () => on.Decide(command, context)));
                line += string.Create(CultureInfo.InvariantCulture, $" | {decide / decisions * 1e6:F2} ({slowDecide / decisions * 1e6:F2}){verdict}");
            }

            output.WriteLine(line + " |");
        }
    }

    /// <summary>Through the service over a store in memory: each time somebody else joins, so the record grows while it is measured.</summary>
    private static void EndToEnd(TextWriter output)
    {
        const int Commands = 1_000;
        output.WriteLine();
        output.WriteLine("| people, mixed history | `CommunityCommands.ExecuteAsync(JoinCommunity)` over `InMemoryJournal`, µs a command |");
        output.WriteLine("|---:|---:|");
        foreach (int people in (int[])[1_000, 10_000, 100_000])
        {
            SeededSalts salts = new("end to end");
            InMemoryCommunityDirectory directory = new();
            InMemoryJournal journal = new(directory);
            JournalEntry[] entries = JournalSamples.Sealed(MixedHistory.Of(people));
            _ = journal.AppendAsync([new JournalBatch(MixedHistory.Community, 0, [.. entries])]).AsTask().GetAwaiter().GetResult();
            CommunityCommands commands = new(
                new CommunityRecords(journal, salts, TimeProvider.System), directory, new MatrixPermissions(PermissionMatrix.Default), [], PolicySet.Default);
            int next = 0;
            (double median, double slow) = Seconds(() =>
            {
                for (int i = 0; i < Commands; i++)
                {
                    PersonId person = new($"late-{next++}");
                    if (!commands.ExecuteAsync(new JoinCommunity(MixedHistory.Community, person, new("join/1", "web")), Actor.Of(person)).AsTask().GetAwaiter().GetResult().IsAccepted)
                    {
                        throw new InvalidOperationException("Joining was refused.");
                    }
                }
            });
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {people:N0} | {median / Commands * 1e6:F1} ({slow / Commands * 1e6:F1}) |"));
        }
    }

    private static void Repeat<T>(int times, Func<T> step)
    {
        for (int i = 0; i < times; i++)
        {
            _ = step();
        }
    }

    /// <summary>Processor time of the whole process, garbage collection included: on a machine that others use too it says more than the clock on the wall.</summary>
    private static (double Median, double Slowest) Seconds(Action step)
    {
        step();
        step();
        double[] seconds = new double[Runs];
        for (int i = 0; i < Runs; i++)
        {
            GC.Collect();
            TimeSpan start = Environment.CpuUsage.TotalTime;
            step();
            seconds[i] = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        }

        Array.Sort(seconds);
        return (seconds[Runs / 2], seconds[^1]);
    }

    /// <summary>How much more memory is held while the result lives.</summary>
    private static long Held<T>(Func<T> make)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        T made = make();
        long after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(made);
        return after - before;
    }
}
