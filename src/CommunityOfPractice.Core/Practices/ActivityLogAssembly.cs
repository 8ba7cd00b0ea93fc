using System.Runtime.CompilerServices;

namespace CommunityOfPractice.Core.Practices;

/// <summary>From collected rows to a log: sort, group by community, resolve replies, set aside those that cannot be.</summary>
internal static class ActivityLogAssembly
{
    public static ActivityLog Assemble(ActivityColumns columns, ActivityTexts texts, int[] rowOfId)
    {
        ReadOnlySpan<int> community = columns.Community.AsSpan(0, columns.Count);
        int[] rank = CommunityRanks(community, texts.Communities, out int[] communities);
        int[] order = OrderByTime(columns.At.AsSpan(0, columns.Count));
        int[] starts = GroupByCommunity(columns, rank, communities.Length, ref order);
        columns.Community = [];
        SortTies(columns, texts, order, starts);
        int[] position = Inverse(order);
        Parts.Each(Parts.Of(order.Length), [texts.Trim, .. columns.Scatter(position)]);
        List<BrokenReply> broken = new ReplyResolution(columns, rowOfId, position, starts).Run();
        return new ActivityLog(columns, texts, communities, starts, broken);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] Inverse(int[] order)
    {
        int[] position = GC.AllocateUninitializedArray<int>(order.Length);
        for (int i = 0; i < order.Length; i++)
        {
            position[order[i]] = i;
        }

        return position;
    }

    /// <summary>The rank of each community by its id; communities that no row names have none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] CommunityRanks(ReadOnlySpan<int> rows, Utf8Pool pool, out int[] byRank)
    {
        bool[] used = new bool[pool.Count];
        foreach (int community in rows)
        {
            used[community] = true;
        }

        byRank = [.. Enumerable.Range(0, pool.Count).Where(community => used[community])];
        Array.Sort(byRank, (a, b) => pool[a].SequenceCompareTo(pool[b]));
        int[] rank = new int[pool.Count];
        for (int i = 0; i < byRank.Length; i++)
        {
            rank[byRank[i]] = i;
        }

        return rank;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] OrderByTime(ReadOnlySpan<long> at)
    {
        int[] order = new int[at.Length];
        bool sorted = true;
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
            sorted &= i == 0 || at[i - 1] <= at[i];
        }

        if (!sorted)
        {
            Array.Sort(at.ToArray(), order);
        }

        return order;
    }

    /// <summary>Puts the rows of a community next to each other, and their times in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] GroupByCommunity(ActivityColumns columns, int[] rank, int communities, ref int[] order)
    {
        ReadOnlySpan<int> community = columns.Community.AsSpan(0, order.Length);
        int[] starts = new int[communities + 1];
        foreach (int c in community)
        {
            starts[rank[c] + 1]++;
        }

        for (int c = 0; c < communities; c++)
        {
            starts[c + 1] += starts[c];
        }

        int[] next = starts[..communities];
        int[] grouped = new int[order.Length];
        long[] at = GC.AllocateUninitializedArray<long>(order.Length);
        foreach (int row in order)
        {
            int place = next[rank[community[row]]]++;
            grouped[place] = row;
            at[place] = columns.At[row];
        }

        columns.At = at;
        order = grouped;
        return starts;
    }

    /// <summary>Rows of one instant follow each other by id, those without id last, by their content. The times are in order already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SortTies(ActivityColumns columns, ActivityTexts texts, int[] order, int[] starts)
    {
        Comparison<int>? byContent = null;
        for (int c = 0; c + 1 < starts.Length; c++)
        {
            int first = starts[c];
            while (first < starts[c + 1])
            {
                int end = first + 1;
                while (end < starts[c + 1] && columns.At[end] == columns.At[first])
                {
                    end++;
                }

                if (end - first > 1)
                {
                    order.AsSpan(first, end - first).Sort(byContent ??= (a, b) => Compare(columns, texts, a, b));
                }

                first = end;
            }
        }
    }

    private static int Compare(ActivityColumns columns, ActivityTexts texts, int a, int b)
    {
        int order = Compare(columns.Id, texts, a, b);
        order = order != 0 ? order : texts.People[columns.Person[a]].SequenceCompareTo(texts.People[columns.Person[b]]);
        order = order != 0 ? order : columns.Acts[a].CompareTo(columns.Acts[b]);
        order = order != 0 ? order : columns.Flags[a].CompareTo(columns.Flags[b]);
        order = order != 0 ? order : Compare(columns.Reply, texts, a, b);
        order = order != 0 ? order : Compare(columns.Thread, texts, a, b);
        order = order != 0 ? order : Compare(columns.Accepted, texts, a, b);
        order = order != 0 ? order : CompareSets(columns.To, texts.Sets, texts.People, a, b);
        return order != 0 ? order : CompareSets(columns.Topics, texts.Sets, texts.Topics, a, b);
    }

    private static int Compare(int[]? column, ActivityTexts texts, int a, int b)
    {
        int x = ActivityColumns.Get(column, a), y = ActivityColumns.Get(column, b);
        return x == y ? 0 : x < 0 ? 1 : y < 0 ? -1 : texts.CompareIds(x, y);
    }

    private static int CompareSets(int[]? column, Utf8Pool sets, Utf8Pool pool, int a, int b)
    {
        int x = ActivityColumns.Get(column, a), y = ActivityColumns.Get(column, b);
        if (x == y || x < 0 || y < 0)
        {
            return y.CompareTo(x);
        }

        ReadOnlySpan<int> p = sets.Numbers(x), q = sets.Numbers(y);
        for (int i = 0; i < Math.Min(p.Length, q.Length); i++)
        {
            int order = pool[p[i]].SequenceCompareTo(pool[q[i]]);
            if (order != 0)
            {
                return order;
            }
        }

        return p.Length.CompareTo(q.Length);
    }
}
