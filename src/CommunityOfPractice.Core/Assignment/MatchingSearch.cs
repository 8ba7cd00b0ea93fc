namespace CommunityOfPractice.Core.Assignment;

/// <summary>Grows an alternating tree from one exposed vertex, lowering and raising duals, until the matching can be changed for the better.</summary>
/// <remarks>
/// <para>The duals fall by one unit of time at outer nodes (an even number of edges from the root) and rise at inner ones, so a node's dual is kept
/// as it would be at time zero: <c>dual + now</c> for an outer, <c>dual - now</c> for an inner one. All that happens is an event at a known time: a tight
/// edge to a node outside the tree, a tight edge between two outer nodes, an inner blossom whose dual is used up. The search ends at an exposed
/// vertex outside the tree, or at an outer vertex whose dual is zero and which may stay alone. Time O(m log n + n²) for one search.</para>
/// </remarks>
internal sealed partial class MatchingSearch
{
    private const byte Free = 0;
    private const byte Outer = 1;
    private const byte Inner = 2;
    private const long Never = long.MaxValue;

    private readonly Blossoms blossoms;
    private readonly EventHeap events = new();
    private readonly byte[] label;
    private readonly int[] linkFrom;
    private readonly int[] linkTo;
    private readonly int[] mark;
    private readonly long[] dual;
    private readonly long[] nearest;
    private readonly int[] nearestFrom;
    private readonly bool[] inTree;
    private readonly List<int> tree = [];
    private readonly List<int> touched = [];
    private readonly List<int> labelled = [];
    private readonly Stack<int> toScan = new();
    private int[] starts = [];
    private int[] ends = [];
    private long[] weights = [];
    private long bonus;
    private SearchEvent end;
    private long now;
    private int marks;

    public MatchingSearch(Blossoms blossoms, long[] dual)
    {
        this.blossoms = blossoms;
        this.dual = dual;
        label = new byte[blossoms.NodeCount];
        linkFrom = new int[blossoms.NodeCount];
        linkTo = new int[blossoms.NodeCount];
        mark = new int[blossoms.NodeCount];
        nearest = new long[blossoms.VertexCount];
        Array.Fill(nearest, Never);
        nearestFrom = new int[blossoms.VertexCount];
        inTree = new bool[blossoms.VertexCount];
    }

    /// <summary>Chooses the edges that searches look at.</summary>
    public void Use(Adjacency adjacency) =>
        (starts, ends, weights, bonus) = (adjacency.Starts, adjacency.Ends, adjacency.Weights, adjacency.Bonus);

    /// <summary>Runs one search from an exposed outermost node.</summary>
    /// <param name="root">The node.</param>
    /// <param name="park">Whether to stop at the first odd cycle, which is then left as an exposed blossom for another search to reach.</param>
    public void Run(int root, bool park)
    {
        end = new(Never, -1, -1);
        now = 0;
        MakeOuter(root);
        int parked = -1;
        while (parked < 0)
        {
            while (toScan.Count > 0)
            {
                Scan(toScan.Pop());
            }

            if (events.Count == 0 || events.Earliest >= end.Time)
            {
                break;
            }

            SearchEvent next = events.Pop();
            now = next.Time;
            if (next.From < 0)
            {
                Expand(next.To);
            }
            else if (next.To >= 0)
            {
                Grow(next.To);
            }
            else if (blossoms.Top[next.From] != blossoms.Top[~next.To])
            {
                int blossom = Shrink(next.From, ~next.To);
                parked = park ? blossom : -1;
            }
        }

        Finish(parked);
    }

    private void Finish(int parked)
    {
        int target = -1;
        if (parked >= 0)
        {
            Augment(blossoms.Base[parked], -1);
        }
        else
        {
            now = end.Time;
            Augment(end.From, end.To);
            if (end.To >= 0)
            {
                target = blossoms.Top[end.To];
                blossoms.Rebase(target, end.To);
                blossoms.Mate[end.To] = end.From;
            }
        }

        Reset();
        if (target >= 0)
        {
            blossoms.DissolveIfIdle(target);
        }

        foreach (int node in labelled)
        {
            if (node != parked && blossoms.IsBlossom(node) && blossoms.Exists(node) && blossoms.Parent[node] < 0)
            {
                blossoms.DissolveIfIdle(node);
            }
        }

        labelled.Clear();
    }

    /// <summary>Writes the duals down as they are now, and forgets the tree.</summary>
    private void Reset()
    {
        foreach (int vertex in tree)
        {
            byte side = label[blossoms.Top[vertex]];
            dual[vertex] += side == Outer ? -now : side == Inner ? now : 0;
            inTree[vertex] = false;
        }

        foreach (int node in labelled)
        {
            if (blossoms.IsBlossom(node))
            {
                blossoms.Dual[node] += label[node] == Outer ? now : label[node] == Inner ? -now : 0;
            }

            label[node] = Free;
        }

        foreach (int vertex in touched)
        {
            nearest[vertex] = Never;
        }

        tree.Clear();
        touched.Clear();
        toScan.Clear();
        events.Clear();
    }

    private void Scan(int vertex)
    {
        int own = blossoms.Top[vertex];
        int[] top = blossoms.Top;
        long height = dual[vertex] - (2 * bonus);
        for (int arc = starts[vertex]; arc < starts[vertex + 1]; arc++)
        {
            int other = ends[arc];
            int node = top[other];
            if (node == own)
            {
                continue;
            }

            long key = height - (2 * weights[arc]);
            byte side = label[node];
            if (side == Outer)
            {
                long time = (key + dual[other]) / 2;
                if (time < end.Time)
                {
                    events.Push(time, vertex, ~other);
                }
            }
            else if (key < nearest[other])
            {
                Reach(vertex, other, key, side);
            }
        }
    }

    private void Reach(int vertex, int other, long key, byte side)
    {
        if (nearest[other] == Never)
        {
            touched.Add(other);
        }

        (nearest[other], nearestFrom[other]) = (key, vertex);
        long time = key + dual[other];
        if (side != Free || time >= end.Time)
        {
            return;
        }

        if (blossoms.IsExposed(blossoms.Top[other]))
        {
            end = new(time, vertex, other);
        }
        else
        {
            events.Push(time, vertex, other);
        }
    }

    private void Grow(int vertex)
    {
        int node = blossoms.Top[vertex];
        if (label[node] != Free || nearest[vertex] + dual[vertex] != now)
        {
            return; // was reached over another edge
        }

        foreach (int member in blossoms.Members(node))
        {
            dual[member] -= now;
            Enter(member);
        }

        blossoms.Dual[node] += now;
        MakeInner(node, nearestFrom[vertex], vertex);
        MakeOuter(blossoms.Top[blossoms.Mate[blossoms.Base[node]]]);
    }

    private void MakeInner(int node, int from, int to)
    {
        label[node] = Inner;
        labelled.Add(node);
        (linkFrom[node], linkTo[node]) = (from, to);
        if (blossoms.IsBlossom(node) && blossoms.Dual[node] < end.Time)
        {
            events.Push(blossoms.Dual[node], -1, node);
        }
    }

    /// <summary>Makes a free node an outer one.</summary>
    private void MakeOuter(int node)
    {
        label[node] = Outer;
        labelled.Add(node);
        blossoms.Dual[node] -= now;
        foreach (int member in blossoms.Members(node))
        {
            dual[member] += now;
            Enter(member);
            AddOuter(member);
        }
    }

    private void Enter(int vertex)
    {
        if (!inTree[vertex])
        {
            inTree[vertex] = true;
            tree.Add(vertex);
        }
    }

    private void AddOuter(int vertex)
    {
        toScan.Push(vertex);
        if (dual[vertex] < end.Time)
        {
            end = new(dual[vertex], vertex, -1);
        }
    }
}
