using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CommunityOfPractice.Core.Practices;

/// <summary>What one look at some rows of a table tells: whether they are sound and in order, and how many each community has.</summary>
internal sealed class TablePart(Range range, int communities)
{
    private const int Block = 4096; // rows are looked at several times while they are in the cache

    /// <summary>Which rows of the table it is.</summary>
    public Range Range => range;

    /// <summary>How many rows each community has; the assembly makes it where the community's next row goes.</summary>
    public int[] Rows { get; } = new int[communities];

    /// <summary>Whether all numbers name something, and all times and acts exist.</summary>
    public bool Sound { get; private set; } = true;

    /// <summary>Whether no row is earlier than the one before it.</summary>
    public bool InOrder { get; private set; } = true;

    /// <summary>Whether any row replies to another.</summary>
    public bool AnyReply { get; private set; }

    /// <summary>Whether any row replies to itself or to a later row.</summary>
    public bool AnyReplyAhead { get; private set; }

    /// <summary>Looks at all rows, in so many parts at the same time.</summary>
    public static TablePart[] Look(ActivityTable table, int parts)
    {
        int rows = table.UtcTicks.Length;
        TablePart[] all = [.. Enumerable.Range(0, parts).Select(part => new TablePart(Parts.Range(part, parts, rows), table.Communities.Count))];
        Parts.ForEach(parts, part => all[part].Look(table), parts);
        return all;
    }

    private void Look(ActivityTable table)
    {
        for (int from = range.Start.Value; from < range.End.Value && Sound; from += Block)
        {
            Range rows = from..Math.Min(from + Block, range.End.Value);
            Sound = IsSound(table, rows);
            if (Sound)
            {
                Count(table.Community.Span[rows]);
                LookAtOrder(table.UtcTicks.Span, rows);
                LookAtReplies(table.ReplyTo.Span, rows);
            }
        }
    }

    private static bool IsSound(ActivityTable table, Range rows) =>
        table.Communities.Count > 0 && !table.Community.Span[rows].ContainsAnyExceptInRange(0, table.Communities.Count - 1)
        && table.People.Count > 0 && !table.Person.Span[rows].ContainsAnyExceptInRange(0, table.People.Count - 1)
        && !table.UtcTicks.Span[rows].ContainsAnyExceptInRange(0, DateTimeOffset.MaxValue.UtcTicks)
        && !MemoryMarshal.Cast<Act, byte>(table.Acts.Span[rows]).ContainsAnyExceptInRange((byte)0, (byte)(Acts.Names.Count - 1))
        && (table.ReplyTo.IsEmpty || !table.ReplyTo.Span[rows].ContainsAnyExceptInRange(ActivityColumns.None, table.UtcTicks.Length - 1))
        && (table.Actors.IsEmpty || !table.Actors.Span[rows].ContainsAnyExcept(ActorKind.Human, ActorKind.Bot));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Count(ReadOnlySpan<int> community)
    {
        int[] counts = Rows;
        foreach (int c in community)
        {
            counts[c]++;
        }
    }

    private void LookAtOrder(ReadOnlySpan<long> ticks, Range rows) =>
        InOrder = InOrder && Ascends(ticks[Math.Max(0, rows.Start.Value - 1)..rows.End.Value]);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Ascends(ReadOnlySpan<long> times)
    {
        int i = 0;
        for (; i + Vector<long>.Count < times.Length; i += Vector<long>.Count)
        {
            if (Vector.GreaterThanAny(new Vector<long>(times[i..]), new Vector<long>(times[(i + 1)..])))
            {
                return false;
            }
        }

        for (; i + 1 < times.Length; i++)
        {
            if (times[i] > times[i + 1])
            {
                return false;
            }
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void LookAtReplies(ReadOnlySpan<int> replies, Range rows)
    {
        if (replies.IsEmpty)
        {
            return;
        }

        int i = rows.Start.Value;
        Vector<int> all = new(ActivityColumns.None), ahead = new(int.MinValue), row = Vector.CreateSequence(i, 1);
        for (; i + Vector<int>.Count <= rows.End.Value; i += Vector<int>.Count)
        {
            Vector<int> here = new(replies[i..]);
            all &= here;
            ahead = Vector.Max(ahead, here - row);
            row += new Vector<int>(Vector<int>.Count);
        }

        AnyReply |= !Vector.EqualsAll(all, new Vector<int>(ActivityColumns.None));
        AnyReplyAhead |= Vector.GreaterThanOrEqualAny(ahead, Vector<int>.Zero);
        for (; i < rows.End.Value; i++)
        {
            AnyReply |= replies[i] != ActivityColumns.None;
            AnyReplyAhead |= replies[i] >= i;
        }
    }
}
