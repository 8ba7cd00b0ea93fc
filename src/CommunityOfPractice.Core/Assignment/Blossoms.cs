namespace CommunityOfPractice.Core.Assignment;

/// <summary>A matching and its nested blossoms: odd cycles of vertices or blossoms, joined by edges that are in turn unmatched and matched.</summary>
/// <remarks>
/// Vertices are nodes <c>0 .. n-1</c>, blossoms are nodes <c>n</c> and up; there are never more than <c>n/2</c> at a time. A blossom's base is the one
/// vertex that is not matched inside of it. Children stand in the order of the cycle, the one with the base first; link <c>i</c> joins child
/// <c>i</c> at vertex <c>Out[i]</c> with the next child at vertex <c>In[i]</c>, and is matched for odd <c>i</c>.
/// </remarks>
internal sealed class Blossoms
{
    private readonly Cycle[] cycles;
    private readonly int[] vertices;
    private readonly Stack<int> unused = new();
    private int nodes;

    public Blossoms(int vertexCount)
    {
        VertexCount = vertexCount;
        nodes = vertexCount;
        cycles = new Cycle[(vertexCount / 2) + 1];
        Mate = new int[vertexCount];
        Top = new int[vertexCount];
        vertices = new int[vertexCount];
        Parent = new int[vertexCount + cycles.Length];
        Base = new int[Parent.Length];
        Dual = new long[Parent.Length];
        Array.Fill(Mate, -1);
        Array.Fill(Parent, -1);
        for (int vertex = 0; vertex < vertexCount; vertex++)
        {
            vertices[vertex] = Top[vertex] = Base[vertex] = vertex;
        }
    }

    public int VertexCount { get; }

    /// <summary>Gets the number that all nodes are below.</summary>
    public int NodeCount => Parent.Length;

    /// <summary>Gets each vertex's partner, or -1.</summary>
    public int[] Mate { get; }

    /// <summary>Gets each vertex's outermost blossom, or the vertex itself.</summary>
    public int[] Top { get; }

    /// <summary>Gets the blossom right around each node, or -1.</summary>
    public int[] Parent { get; }

    public int[] Base { get; }

    /// <summary>Gets the dual of each blossom.</summary>
    public long[] Dual { get; }

    public bool IsBlossom(int node) => node >= VertexCount;

    public bool Exists(int blossom) => cycles[blossom - VertexCount] is not null;

    public Cycle CycleOf(int blossom) => cycles[blossom - VertexCount];

    /// <summary>All vertices of a node.</summary>
    public ReadOnlySpan<int> Members(int node) => node < VertexCount ? vertices.AsSpan(node, 1) : cycles[node - VertexCount].Members;

    /// <summary>Whether nobody outside is matched with a vertex of this outermost node.</summary>
    public bool IsExposed(int top) => Mate[Base[top]] < 0;

    /// <summary>The blossoms there are, inner ones included.</summary>
    public IEnumerable<int> All() => Enumerable.Range(VertexCount, nodes - VertexCount).Where(node => cycles[node - VertexCount] is not null);

    /// <summary>Makes one blossom of outermost nodes.</summary>
    public int Shrink(int[] children, int[] outs, int[] ins)
    {
        int blossom = unused.Count > 0 ? unused.Pop() : nodes++;
        List<int> members = [];
        foreach (int child in children)
        {
            members.AddRange(Members(child));
            Parent[child] = blossom;
        }

        cycles[blossom - VertexCount] = new(children, outs, ins, [.. members]);
        Base[blossom] = Base[children[0]];
        Parent[blossom] = -1;
        Dual[blossom] = 0;
        SetTop(blossom);
        return blossom;
    }

    /// <summary>Makes the children of an outermost blossom outermost nodes.</summary>
    public Cycle Dissolve(int blossom)
    {
        Cycle cycle = CycleOf(blossom);
        foreach (int child in cycle.Children)
        {
            Parent[child] = -1;
            SetTop(child);
        }

        cycles[blossom - VertexCount] = null!;
        unused.Push(blossom);
        return cycle;
    }

    /// <summary>Dissolves an outermost blossom whose dual is zero, and what comes out of it alike.</summary>
    public void DissolveIfIdle(int node)
    {
        if (IsBlossom(node) && Dual[node] == 0)
        {
            foreach (int child in Dissolve(node).Children)
            {
                DissolveIfIdle(child);
            }
        }
    }

    /// <summary>The place among a blossom's children of the one that holds a vertex.</summary>
    public int PlaceOf(int vertex, int blossom)
    {
        int node = vertex;
        while (Parent[node] != blossom)
        {
            node = Parent[node];
        }

        return Array.IndexOf(CycleOf(blossom).Children, node);
    }

    /// <summary>Changes the matching inside a node so that the given vertex is its base.</summary>
    public void Rebase(int node, int vertex)
    {
        if (Base[node] == vertex)
        {
            return;
        }

        Cycle cycle = CycleOf(node);
        int place = PlaceOf(vertex, node);
        Rebase(cycle.Children[place], vertex);
        int step = place % 2 == 0 ? -1 : 1;
        for (int at = place; at != 0;)
        {
            int near = cycle.Wrap(at + step);
            int far = cycle.Wrap(near + step);
            (int nearVertex, int farVertex) = cycle.Link(near, far, step);
            Rebase(cycle.Children[near], nearVertex);
            Rebase(cycle.Children[far], farVertex);
            (Mate[nearVertex], Mate[farVertex]) = (farVertex, nearVertex);
            at = far;
        }

        cycle.Rotate(place);
        Base[node] = vertex;
    }

    private void SetTop(int node)
    {
        foreach (int vertex in Members(node))
        {
            Top[vertex] = node;
        }
    }
}
