using System.Runtime.CompilerServices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>From a table to a log: no object and no text a row, each column checked once.</summary>
internal static class ActivityTableReader
{
    private const int MostFaults = 100;
    private const int Sample = 32; // so many names tell how long names are

    public static Decision<ActivityLog> Read(ActivityTable table, int threads, bool overwrite)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ArgumentNullException.ThrowIfNull(table.Communities);
        ArgumentNullException.ThrowIfNull(table.People);
        int rows = table.UtcTicks.Length;
        SameLength(table.Community.Length, rows, nameof(table.Community));
        SameLength(table.Person.Length, rows, nameof(table.Person));
        SameLength(table.Acts.Length, rows, nameof(table.Acts));
        SameLength(table.ReplyTo.IsEmpty ? rows : table.ReplyTo.Length, rows, nameof(table.ReplyTo));
        SameLength(table.Actors.IsEmpty ? rows : table.Actors.Length, rows, nameof(table.Actors));
        if (overwrite)
        {
            Apart(table.Community, table.Person, nameof(table.Person));
            Apart(table.Community, table.ReplyTo, nameof(table.ReplyTo));
            Apart(table.Person, table.ReplyTo, nameof(table.ReplyTo));
        }

        ActivityTexts texts = new(numberedIds: rows);
        List<Reason> faults = [];
        Names(texts.Communities, table.Communities, c => c == default ? null : c.Text, "community", faults);
        Names(texts.People, table.People, p => p == default ? null : p.Text, "person", faults);
        TablePart[] parts = TablePart.Look(table, Math.Min(threads, Parts.Of(rows)));
        if (!Array.TrueForAll(parts, part => part.Sound))
        {
            Check(table, faults);
        }

        return faults.Count > 0 ? Decision<ActivityLog>.Refuse([.. faults]) : Decision<ActivityLog>.Accept(new TableAssembly(table, texts, parts, overwrite).Run());
    }

    private static void SameLength(int length, int rows, string column)
    {
        if (length != rows)
        {
            throw new ArgumentException($"The column {column} has {length} rows, and UtcTicks {rows}.", column);
        }
    }

    private static void Apart(ReadOnlyMemory<int> overwritten, ReadOnlyMemory<int> other, string column)
    {
        if (overwritten.Span.Overlaps(other.Span))
        {
            throw new ArgumentException($"The column {column} shares memory with one that is overwritten.", column);
        }
    }

    private static void Names<T>(Utf8Pool pool, IReadOnlyList<T> names, Func<T, string?> text, string what, List<Reason> faults)
    {
        for (int number = 0; number < names.Count && faults.Count < MostFaults; number++)
        {
            if (number == Sample)
            {
                pool.Reserve(names.Count);
            }

            if (text(names[number]) is not { } name)
            {
                faults.Add(new($"table.{what}-unnamed", $"The {what} with the number {number} has no id."));
            }
            else if (pool.Intern(name) != number)
            {
                faults.Add(new($"table.{what}-twice", $"The {what} '{name}' with the number {number} is there already."));
                return; // the numbers after it would all be off by one
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Check(ActivityTable table, List<Reason> faults)
    {
        ReadOnlySpan<int> community = table.Community.Span, person = table.Person.Span, reply = table.ReplyTo.Span;
        ReadOnlySpan<long> ticks = table.UtcTicks.Span;
        ReadOnlySpan<Act> acts = table.Acts.Span;
        ReadOnlySpan<ActorKind> actors = table.Actors.Span;
        uint communities = (uint)table.Communities.Count, people = (uint)table.People.Count, named = (uint)Acts.Names.Count;
        ulong latest = (ulong)DateTimeOffset.MaxValue.UtcTicks;
        for (int row = 0; row < ticks.Length && faults.Count < MostFaults; row++)
        {
            bool sound = (uint)community[row] < communities & (uint)person[row] < people & (ulong)ticks[row] <= latest & (uint)acts[row] < named
                & (reply.IsEmpty || reply[row] >= -1 && reply[row] < ticks.Length) & (actors.IsEmpty || (int)actors[row] <= (int)ActorKind.Bot);
            if (!sound)
            {
                Name(row, faults, (uint)community[row] < communities, (uint)person[row] < people, (ulong)ticks[row] <= latest, (uint)acts[row] < named, reply.IsEmpty || reply[row] >= -1 && reply[row] < ticks.Length);
            }
        }
    }

    private static void Name(int row, List<Reason> faults, bool community, bool person, bool time, bool act, bool reply)
    {
        (bool Sound, string What)[] all = [(community, "community"), (person, "person"), (time, "time"), (act, "act"), (reply, "reply")];
        string[] wrong = [.. all.Where(a => !a.Sound).Select(a => a.What)];
        faults.AddRange((wrong.Length == 0 ? ["actor"] : wrong).Select(what => new Reason($"table.{what}", $"Row {row} has no sound {what}.")));
    }
}
