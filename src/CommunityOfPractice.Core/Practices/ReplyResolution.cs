using System.Runtime.CompilerServices;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Turns the id numbers of replies into positions; what cannot be a reply becomes -2 minus its id number.</summary>
/// <param name="columns">The rows of the log, in place.</param>
/// <param name="rowOfId">The row that has each id; null when the ids are the numbers of the rows.</param>
/// <param name="position">The position in the log of each row.</param>
/// <param name="starts">Where each community begins.</param>
internal sealed class ReplyResolution(ActivityColumns columns, int[]? rowOfId, int[] position, int[] starts)
{
    private const int Block = 256;

    private readonly int[] reply = columns.Reply ?? [];

    /// <summary>Resolves all replies.</summary>
    /// <param name="threads">On how many threads at most; -1 for as many as there are cores.</param>
    /// <returns>Those that cannot be: first by position those that show it themselves, then circles.</returns>
    public List<BrokenReply> Run(int threads = -1)
    {
        int parts = Parts.Of(reply.Length);
        (List<BrokenReply> Broken, List<int> Simultaneous)[] found = new (List<BrokenReply>, List<int>)[parts];
        Parts.ForEach(parts, part => found[part] = Resolve(Parts.Range(part, parts, reply.Length)), threads);
        List<BrokenReply> broken = [];
        List<int> simultaneous = [];
        foreach ((List<BrokenReply> some, List<int> others) in found)
        {
            broken.AddRange(some);
            simultaneous.AddRange(others);
        }

        BreakCycles(simultaneous, broken);
        return broken;
    }

    /// <summary>Resolves the replies of a range, a block at a time, so that memory answers many questions at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (List<BrokenReply> Broken, List<int> Simultaneous) Resolve(Range range)
    {
        List<BrokenReply> broken = [];
        List<int> simultaneous = [];
        Span<int> parents = stackalloc int[Block];
        int[] rows = rowOfId ?? [];
        for (int first = range.Start.Value; first < range.End.Value; first += Block)
        {
            Span<int> ids = reply.AsSpan(first, Math.Min(Block, range.End.Value - first));
            for (int k = 0; k < ids.Length; k++)
            {
                parents[k] = rowOfId is null ? ids[k] : (uint)ids[k] < (uint)rows.Length ? rows[ids[k]] : ActivityColumns.None;
            }

            for (int k = 0; k < ids.Length; k++)
            {
                parents[k] = parents[k] < 0 ? ActivityColumns.None : position[parents[k]];
            }

            for (int k = 0; k < ids.Length; k++)
            {
                if (ids[k] >= 0)
                {
                    Resolve(first + k, parents[k], broken, simultaneous);
                }
            }
        }

        return (broken, simultaneous);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Resolve(int i, int parent, List<BrokenReply> broken, List<int> simultaneous)
    {
        long later = parent < 0 ? 1 : columns.At[i] - columns.At[parent];
        if (parent == i)
        {
            Break(broken, i, reply[i], "reply.itself");
        }
        else if (later < 0)
        {
            Break(broken, i, reply[i], "reply.before-parent");
        }
        else
        {
            reply[i] = parent >= 0 ? parent : -2 - reply[i];
            if (later == 0)
            {
                simultaneous.Add(i);
            }
        }
    }

    private void Break(List<BrokenReply> broken, int i, int id, string code)
    {
        broken.Add(new BrokenReply(i, code));
        reply[i] = -2 - id;
    }

    /// <summary>
    /// Replies never go back in time, so a cycle consists of activities of one instant. Where it leads through several communities, only the
    /// links between them break: what a community makes of its own does not depend on others.
    /// </summary>
    private void BreakCycles(List<int> simultaneous, List<BrokenReply> broken)
    {
        if (simultaneous.Count == 0)
        {
            return;
        }

        int[] mark = new int[reply.Length];
        List<(int Position, int Parent)> cyclic = [];
        foreach (int i in simultaneous)
        {
            int at = i;
            while (at >= 0 && mark[at] == 0)
            {
                mark[at] = i + 1;
                at = reply[at] >= 0 && columns.At[reply[at]] == columns.At[at] ? reply[at] : -1;
            }

            if (at >= 0 && mark[at] == i + 1)
            {
                List<(int Position, int Parent)> circle = [];
                int end = at;
                do
                {
                    circle.Add((at, reply[at]));
                    at = reply[at];
                }
                while (at != end);
                cyclic.AddRange(circle.Exists(Crosses) ? circle.FindAll(Crosses) : circle);
            }
        }

        foreach ((int at, int parent) in cyclic)
        {
            Break(broken, at, columns.Id![parent], "reply.cycle");
        }
    }

    private bool Crosses((int Position, int Parent) link) => CommunityAt(link.Position) != CommunityAt(link.Parent);

    private int CommunityAt(int at) => Array.BinarySearch(starts, at) is >= 0 and int rank ? rank : ~Array.BinarySearch(starts, at) - 1;
}
