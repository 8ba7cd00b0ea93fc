using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CommunityOfPractice.Core.Practices;

/// <summary>From a sound table to a log, column by column: every row goes straight to its place, and each part of the rows to places of its own.</summary>
/// <remarks>
/// One column at a time, since then the places where each community goes on writing fit the caches of the processor. The places depend on the rows only and not on how they are cut
/// into parts. A column of the table that is not needed any more may become one of the log, where that is allowed.
/// </remarks>
internal sealed class TableAssembly(ActivityTable table, ActivityTexts texts, TablePart[] parts, bool overwrite)
{
    private const int MostBorrowed = 1 << 24; // rows; the shared pool rounds up to a power of two

    private readonly int rows = table.UtcTicks.Length;
    private readonly int[] place = Borrow(table.UtcTicks.Length);
    private readonly long[] at = GC.AllocateUninitializedArray<long>(table.UtcTicks.Length);
    private int[] id = [];

    public ActivityLog Run()
    {
        ActivityLog log = Assemble();
        if (rows <= MostBorrowed)
        {
            ArrayPool<int>.Shared.Return(place);
        }

        return log;
    }

    private static int[] Borrow(int rows) => rows <= MostBorrowed ? ArrayPool<int>.Shared.Rent(rows) : GC.AllocateUninitializedArray<int>(rows);

    private ActivityLog Assemble()
    {
        bool inOrder = Array.TrueForAll(parts, part => part.InOrder);
        int[] starts = Starts(out int[] communities);
        if (inOrder)
        {
            ForEachPart(PlaceInOrder);
        }
        else
        {
            PlaceByTime();
        }

        id = Column(table.Community);
        ForEachPart(part => FillTimes(part.Range));
        SortTies(starts);
        texts.Trim();
        ActivityColumns columns = new(at, [], GC.AllocateUninitializedArray<int>(rows), GC.AllocateUninitializedArray<Act>(rows), table.Actors.IsEmpty ? [] : new byte[rows], id, null);
        ForEachPart(part => Fill(columns, part.Range));
        return new ActivityLog(columns, texts, communities, starts, Array.Exists(parts, part => part.AnyReply) ? FillReplies(columns, starts, inOrder) : []);
    }

    private void ForEachPart(Action<TablePart> body) => Parts.ForEach(parts.Length, part => body(parts[part]), parts.Length);

    /// <summary>Where each community starts, in the order of ids; and where each part of the rows goes on in it.</summary>
    private int[] Starts(out int[] communities)
    {
        communities = [.. Enumerable.Range(0, texts.Communities.Count).Where(c => Array.Exists(parts, part => part.Rows[c] > 0))];
        Array.Sort(communities, (a, b) => texts.Communities[a].SequenceCompareTo(texts.Communities[b]));
        int[] starts = new int[communities.Length + 1];
        int next = 0;
        for (int rank = 0; rank < communities.Length; rank++)
        {
            foreach (TablePart part in parts)
            {
                ref int here = ref part.Rows[communities[rank]];
                (here, next) = (next, next + here);
            }

            starts[rank + 1] = next;
        }

        return starts;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void PlaceInOrder(TablePart part)
    {
        int[] next = part.Rows, placeOfRow = place;
        ReadOnlySpan<int> community = table.Community.Span;
        for (int row = part.Range.Start.Value; row < part.Range.End.Value; row++)
        {
            placeOfRow[row] = next[community[row]]++;
        }
    }

    private void PlaceByTime()
    {
        int[] order = [.. Enumerable.Range(0, rows)], next = parts[0].Rows; // later parts go on where the first one ends
        Array.Sort(table.UtcTicks.ToArray(), order);
        ReadOnlySpan<int> community = table.Community.Span;
        foreach (int row in order)
        {
            place[row] = next[community[row]]++;
        }
    }

    /// <summary>A column of the log: one of the table, of which nothing is needed any more, or a new one.</summary>
    private int[] Column(ReadOnlyMemory<int> given) =>
        overwrite && MemoryMarshal.TryGetArray(given, out ArraySegment<int> segment) && segment.Array!.Length == rows ? segment.Array : GC.AllocateUninitializedArray<int>(rows);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FillTimes(Range range)
    {
        ReadOnlySpan<int> places = place.AsSpan(range);
        Scatter(table.UtcTicks.Span[range], places, at);
        int[] rowOfPlace = id;
        for (int i = 0; i < places.Length; i++)
        {
            rowOfPlace[places[i]] = range.Start.Value + i;
        }
    }

    /// <summary>Rows of one instant follow each other by id.</summary>
    private void SortTies(int[] starts)
    {
        for (int c = 0; c + 1 < starts.Length; c++)
        {
            ReadOnlySpan<long> times = at.AsSpan(starts[c]..starts[c + 1]);
            for (int first = NextTie(times, 0), end; first < times.Length; first = NextTie(times, end))
            {
                for (end = first + 1; end < times.Length && times[end] == times[first]; end++)
                {
                }

                SortTie(starts[c] + first, end - first);
            }
        }
    }

    /// <summary>The next row whose instant is that of the row after it; where the rows end when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int NextTie(ReadOnlySpan<long> times, int from)
    {
        while (from + Vector<long>.Count < times.Length && !Vector.EqualsAny(new Vector<long>(times[from..]), new Vector<long>(times[(from + 1)..])))
        {
            from += Vector<long>.Count;
        }

        while (from + 1 < times.Length && times[from] != times[from + 1])
        {
            from++;
        }

        return from + 1 < times.Length ? from : times.Length;
    }

    private void SortTie(int first, int count)
    {
        Span<int> tied = id.AsSpan(first, count);
        tied.Sort(texts.CompareIds);
        for (int k = 0; k < tied.Length; k++)
        {
            place[tied[k]] = first + k;
        }
    }

    private void Fill(ActivityColumns columns, Range range)
    {
        ReadOnlySpan<int> places = place.AsSpan(range);
        Scatter(table.Person.Span[range], places, columns.Person);
        Scatter(table.Acts.Span[range], places, columns.Acts);
        if (!table.Actors.IsEmpty)
        {
            ReadOnlySpan<ActorKind> actors = table.Actors.Span[range];
            for (int i = 0; i < actors.Length; i++)
            {
                columns.Flags[places[i]] = ActivityColumns.Pack(Formality.Unstated, actors[i]);
            }
        }
    }

    /// <summary>Replies as positions. Where all of them are to rows before them, none can be wrong.</summary>
    private List<BrokenReply> FillReplies(ActivityColumns columns, int[] starts, bool inOrder)
    {
        int[] reply = columns.Reply = Column(table.Person);
        if (inOrder && !Array.Exists(parts, part => part.AnyReplyAhead))
        {
            ForEachPart(part => ScatterReplies(table.ReplyTo.Span[part.Range], place.AsSpan(part.Range), place, reply));
            return [];
        }

        ForEachPart(part => Scatter(table.ReplyTo.Span[part.Range], place.AsSpan(part.Range), reply));
        return new ReplyResolution(columns, null, place, starts).Run(parts.Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scatter<T>(ReadOnlySpan<T> from, ReadOnlySpan<int> places, T[] to)
        where T : unmanaged
    {
        for (int i = 0; i < places.Length; i++)
        {
            to[places[i]] = from[i];
        }
    }

    /// <summary>Without a branch on whether a row replies: nothing would foretell it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ScatterReplies(ReadOnlySpan<int> parents, ReadOnlySpan<int> places, int[] placeOfRow, int[] to)
    {
        for (int i = 0; i < places.Length; i++)
        {
            int none = parents[i] >> 31; // all bits, the same as ActivityColumns.None, where there is no reply
            to[places[i]] = placeOfRow[parents[i] & ~none] | none;
        }
    }
}
