using CommunityOfPractice.Core.Networks;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityOfPractice.Core.Tests.Networks;

/// <summary>A list of edges as a host may give it, with loops and repeats, and a group (-1 unknown) for each vertex.</summary>
public sealed record EdgeList(int Vertices, int[] From, int[] To, int[] Groups)
{
    public DirectedGraph Directed => DirectedGraph.FromEdges(Vertices, From, To);

    public UndirectedGraph Undirected => UndirectedGraph.FromEdges(Vertices, From, To);

    /// <summary>The naive truth: arcs[u, v] when an edge leads from u to v, loops left out.</summary>
    public bool[,] Arcs
    {
        get
        {
            bool[,] arcs = new bool[Vertices, Vertices];
            for (int edge = 0; edge < From.Length; edge++)
            {
                arcs[From[edge], To[edge]] = From[edge] != To[edge];
            }

            return arcs;
        }
    }

    /// <summary>The naive truth without direction.</summary>
    public bool[,] Ties
    {
        get
        {
            bool[,] arcs = Arcs;
            bool[,] ties = new bool[Vertices, Vertices];
            foreach ((int u, int v) in Pairs)
            {
                ties[u, v] = ties[v, u] = arcs[u, v] || arcs[v, u];
            }

            return ties;
        }
    }

    /// <summary>All pairs u &lt; v.</summary>
    public IEnumerable<(int U, int V)> Pairs =>
        from u in Enumerable.Range(0, Vertices) from v in Enumerable.Range(u + 1, Vertices - u - 1) select (u, v);

    public static EdgeList Random(Random random, int vertices, int edges, int groups)
    {
        int[] Draw(int count, int low, int high) => [.. Enumerable.Range(0, count).Select(_ => random.Next(low, high))];
        return new(vertices, Draw(edges, 0, vertices), Draw(edges, 0, vertices), Draw(vertices, -1, groups));
    }

    /// <summary>The same graph with its vertices renamed and its edges in another order.</summary>
    public EdgeList Shuffled(int seed)
    {
        Random random = new(seed);
        int[] name = [.. Enumerable.Range(0, Vertices)];
        random.Shuffle(name);
        int[] order = [.. Enumerable.Range(0, From.Length)];
        random.Shuffle(order);
        int[] groups = new int[Vertices];
        for (int vertex = 0; vertex < Vertices; vertex++)
        {
            groups[name[vertex]] = Groups[vertex];
        }

        return new(Vertices, [.. order.Select(edge => name[From[edge]])], [.. order.Select(edge => name[To[edge]])], groups);
    }

    /// <summary>The same graph with its edges in ascending order, without loops and repeats.</summary>
    public EdgeList Ordered()
    {
        (int From, int To)[] edges = [.. From.Zip(To).Where(edge => edge.First != edge.Second).Distinct().Order()];
        return this with { From = [.. edges.Select(edge => edge.From)], To = [.. edges.Select(edge => edge.To)] };
    }

    public EdgeList With(int u, int v) => this with { From = [.. From, u], To = [.. To, v] };

    public EdgeList Grouped(Func<int, int> group) => this with { Groups = [.. Enumerable.Range(0, Vertices).Select(group)] };

    public override string ToString() =>
        $"{Vertices} vertices: {string.Join(' ', From.Zip(To, (u, v) => $"{u}-{v}"))}; groups {string.Join(' ', Groups)}";
}

/// <summary>Generates small lists of edges, from empty to complete.</summary>
public static class EdgeLists
{
    public static Arbitrary<EdgeList> Any() => Sized(0, 9);

    internal static Arbitrary<EdgeList> Sized(int fewest, int most) =>
        (from vertices in Gen.Choose(fewest, most)
         from edges in Gen.Choose(0, vertices * vertices)
         from seed in Gen.Choose(0, int.MaxValue - 1)
         select EdgeList.Random(new Random(seed), vertices, edges, groups: 3)).ToArbitrary();
}

/// <summary>Generates edges among up to 40 vertices.</summary>
public static class LargerEdgeLists
{
    public static Arbitrary<EdgeList> Any() => EdgeLists.Sized(10, 40);
}
