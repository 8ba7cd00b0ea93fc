using System.Runtime.CompilerServices;

namespace CommunityOfPractice.Core.Practices;

/// <summary>From a sound table to a log, column by column: every row goes straight to its place, and each part of the rows to places of its own.</summary>
/// <remarks>
/// One column at a time, since then the places where each community goes on writing fit the caches of the processor. The places depend on the rows only and not on how they are cut
/// into parts.
/// </remarks>
internal sealed class TableAssembly(ActivityTable table, ActivityTexts texts, TablePart[] parts)
{
    private readonly int rows = table.UtcTicks.Length;
    private readonly int[] place = GC.AllocateUninitializedArray<int>(table.UtcTicks.Length);
    private readonly int[] id = GC.AllocateUninitializedArray<int>(table.UtcTicks.Length);
    private readonly long[] at = GC.AllocateUninitializedArray<long>(table.UtcTicks.Length);

    public ActivityLog Run()
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

        SortTies(starts);
        texts.Trim();
        ActivityColumns columns = new(at, [], GC.AllocateUninitializedArray<int>(rows), GC.AllocateUninitializedArray<Act>(rows), new byte[rows], id, Array.Exists(parts, part => part.AnyReply) ? GC.AllocateUninitializedArray<int>(rows) : null);
        bool behind = inOrder && !Array.Exists(parts, part => part.AnyReplyAhead);
        ForEachPart(part => Fill(columns, part.Range, behind));
        List<BrokenReply> broken = columns.Reply is null || behind ? [] : new ReplyResolution(columns, null, place, starts).Run(parts.Length);
        return new ActivityLog(columns, texts, communities, starts, broken);
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
        int[] next = part.Rows, rowOfPlace = id, placeOfRow = place;
        long[] times = at;
        ReadOnlySpan<int> community = table.Community.Span;
        ReadOnlySpan<long> ticks = table.UtcTicks.Span;
        for (int row = part.Range.Start.Value; row < part.Range.End.Value; row++)
        {
            placeOfRow[row] = next[community[row]]++;
        }

        for (int row = part.Range.Start.Value; row < part.Range.End.Value; row++)
        {
            times[placeOfRow[row]] = ticks[row];
        }

        for (int row = part.Range.Start.Value; row < part.Range.End.Value; row++)
        {
            rowOfPlace[placeOfRow[row]] = row;
        }
    }

    private void PlaceByTime()
    {
        int[] order = [.. Enumerable.Range(0, rows)];
        Array.Sort(table.UtcTicks.ToArray(), order);
        ReadOnlySpan<int> community = table.Community.Span;
        ReadOnlySpan<long> ticks = table.UtcTicks.Span;
        foreach (int row in order)
        {
            int to = parts[0].Rows[community[row]]++; // later parts go on where the first one ends
            place[row] = to;
            id[to] = row;
            at[to] = ticks[row];
        }
    }

    /// <summary>Rows of one instant follow each other by id.</summary>
    private void SortTies(int[] starts)
    {
        for (int c = 0; c + 1 < starts.Length; c++)
        {
            ReadOnlySpan<long> times = at.AsSpan(starts[c]..starts[c + 1]);
            for (int first = 0, end; first < times.Length; first = end)
            {
                for (end = first + 1; end < times.Length && times[end] == times[first]; end++)
                {
                }

                if (end - first > 1)
                {
                    SortTie(starts[c] + first, end - first);
                }
            }
        }
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

    private void Fill(ActivityColumns columns, Range range, bool behind)
    {
        ReadOnlySpan<int> places = place.AsSpan(range);
        Scatter<int>(table.Person.Span[range], places, columns.Person);
        Scatter<Act>(table.Acts.Span[range], places, columns.Acts);
        if (!table.Actors.IsEmpty)
        {
            ReadOnlySpan<ActorKind> actors = table.Actors.Span[range];
            for (int i = 0; i < actors.Length; i++)
            {
                columns.Flags[places[i]] = ActivityColumns.Pack(Formality.Unstated, actors[i]);
            }
        }

        if (columns.Reply is { } reply)
        {
            if (behind)
            {
                ScatterReplies(table.ReplyTo.Span[range], places, place, reply);
            }
            else
            {
                Scatter<int>(table.ReplyTo.Span[range], places, reply);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scatter<T>(ReadOnlySpan<T> from, ReadOnlySpan<int> places, Span<T> to)
        where T : unmanaged
    {
        for (int i = 0; i < places.Length; i++)
        {
            to[places[i]] = from[i];
        }
    }

    /// <summary>Where all replies are to rows before them, none of them can be wrong. Without a branch on whether a row replies: nothing would foretell it.</summary>
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
