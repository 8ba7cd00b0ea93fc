using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Networks;

/// <summary>Ties between each pair of groups, beside what chance would give: the table behind a silo map.</summary>
/// <remarks>
/// <para>Chance is all ways to hand out the labels of the known vertices among them while the edges stay. The mean of each cell is then known exactly:
/// the number of edges times the share of vertex pairs that belong to the cell. How extreme a cell is comes from seeded permutations.</para>
/// <para>Edges with an end of unknown group are left out and counted. Immutable. Source: Krackhardt and Stern (1988), Social Psychology Quarterly 51.</para>
/// </remarks>
public sealed class GroupTieTable
{
    /// <summary>The largest label that a group may have.</summary>
    public const int LargestLabel = 4095;

    private readonly int[,] observed;
    private readonly int[,] people;

    private GroupTieTable(int[] sizes, int[,] observed, int[,] people, int edges, int unknown)
    {
        Sizes = sizes;
        this.observed = observed;
        this.people = people;
        Edges = edges;
        Unknown = unknown;
    }

    /// <summary>Gets how many vertices each group has.</summary>
    /// <value>By label, from 0 to the largest.</value>
    public IReadOnlyList<int> Sizes { get; }

    /// <summary>Gets how many edges have both groups known.</summary>
    /// <value>Zero or more.</value>
    public int Edges { get; }

    /// <summary>Gets how many edges have an end of unknown group.</summary>
    /// <value>Zero or more.</value>
    public int Unknown { get; }

    /// <summary>Gets which part of all edges has both groups known.</summary>
    /// <value>From 0 to 1; null without edges.</value>
    public double? Coverage => Edges + Unknown == 0 ? null : (double)Edges / (Edges + Unknown);

    /// <summary>Returns how many edges join two groups, or lie inside one.</summary>
    /// <param name="first">A label.</param>
    /// <param name="second">A label, perhaps the same.</param>
    /// <returns>Zero or more; the same in both orders.</returns>
    public int Observed(int first, int second) => observed[Math.Min(first, second), Math.Max(first, second)];

    /// <summary>Returns how many vertices have one of the edges of a cell.</summary>
    /// <param name="first">A label.</param>
    /// <param name="second">A label, perhaps the same.</param>
    /// <returns>Zero or more.</returns>
    public int People(int first, int second) => people[Math.Min(first, second), Math.Max(first, second)];

    /// <summary>Returns how many edges chance would put into a cell, on average.</summary>
    /// <param name="first">A label.</param>
    /// <param name="second">A label, perhaps the same.</param>
    /// <returns><c>edges · pairs of the cell / pairs of known vertices</c>; null when there are fewer than two known vertices.</returns>
    public double? Expected(int first, int second)
    {
        long known = Sizes.Sum(s => (long)s), pairs = known * (known - 1) / 2;
        long own = first == second ? (long)Sizes[first] * (Sizes[first] - 1) / 2 : (long)Sizes[first] * Sizes[second];
        return pairs == 0 ? null : (double)Edges * own / pairs;
    }

    /// <summary>Counts the edges of a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="groups">The label of each vertex's group, at most <see cref="LargestLabel"/>; a negative number when it is unknown.</param>
    /// <returns>The table.</returns>
    /// <remarks>Time O(V + E + g²), space O(V + g²) for labels below g.</remarks>
    /// <exception cref="ArgumentException"><paramref name="groups"/> has not one entry a vertex.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is above <see cref="LargestLabel"/>.</exception>
    public static GroupTieTable Of(UndirectedGraph graph, ReadOnlySpan<int> groups)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ReadOnlySpan<int> labels = Checked(groups, graph.VertexCount);
        int count = Labels.Largest(labels) + 1, edges = 0, unknown = 0;
        int[] sizes = new int[count];
        int[,] observed = new int[count, count], people = new int[count, count];
        HashSet<int> touched = [];
        for (int vertex = 0; vertex < labels.Length; vertex++)
        {
            int own = labels[vertex];
            touched.Clear();
            foreach (int neighbour in graph.Neighbours(vertex))
            {
                int other = labels[neighbour];
                bool known = own >= 0 && other >= 0;
                if (known && touched.Add(other))
                {
                    people[Math.Min(own, other), Math.Max(own, other)]++;
                }

                if (neighbour > vertex && known)
                {
                    observed[Math.Min(own, other), Math.Max(own, other)]++;
                    edges++;
                }
                else if (neighbour > vertex)
                {
                    unknown++;
                }
            }

            if (own >= 0)
            {
                sizes[own]++;
            }
        }

        return new(sizes, observed, people, edges, unknown);
    }

    /// <summary>Permutes the labels: how often chance gives each cell at least, and at most, what was observed.</summary>
    /// <param name="graph">The graph that was counted.</param>
    /// <param name="groups">The groups that were counted.</param>
    /// <param name="random">Where the chance comes from. Number the vertices in an order that does not depend on the input.</param>
    /// <param name="permutations">How many permutations; one or more.</param>
    /// <returns>For each cell (first label at most the second) the two-sided p-value, twice the smaller of the two tails <c>(1 + #)/(1 + B)</c> and at most 1.</returns>
    /// <remarks>Permutation number b depends on the seed and b alone. Time O(B (V + E + g²)).</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="permutations"/> is below one.</exception>
    public double[,] PValues(UndirectedGraph graph, ReadOnlySpan<int> groups, SplitMix64 random, int permutations = 999)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentOutOfRangeException.ThrowIfLessThan(permutations, 1);
        int[] labels = Checked(groups, graph.VertexCount).ToArray();
        int[] known = [.. Enumerable.Range(0, labels.Length).Where(v => labels[v] >= 0)];
        int[] place = new int[labels.Length];
        Array.Fill(place, -1);
        for (int i = 0; i < known.Length; i++)
        {
            place[known[i]] = i;
        }

        (int First, int Second)[] edges = [.. known.SelectMany(v => graph.Neighbours(v).ToArray().Where(n => n > v && place[n] >= 0).Select(n => (place[v], place[n])))];
        int[] dealt = new int[known.Length];
        int count = Sizes.Count;
        int[,] atLeast = new int[count, count], atMost = new int[count, count], drawn = new int[count, count];
        for (int permutation = 0; permutation < permutations; permutation++)
        {
            for (int i = 0; i < known.Length; i++)
            {
                dealt[i] = labels[known[i]];
            }

            random.Split(permutation).Shuffle<int>(dealt);
            Array.Clear(drawn);
            foreach ((int first, int second) in edges)
            {
                drawn[Math.Min(dealt[first], dealt[second]), Math.Max(dealt[first], dealt[second])]++;
            }

            for (int i = 0; i < count; i++)
            {
                for (int j = i; j < count; j++)
                {
                    atLeast[i, j] += drawn[i, j] >= observed[i, j] ? 1 : 0;
                    atMost[i, j] += drawn[i, j] <= observed[i, j] ? 1 : 0;
                }
            }
        }

        double[,] values = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            for (int j = i; j < count; j++)
            {
                values[i, j] = values[j, i] = Math.Min(1, 2 * (1.0 + Math.Min(atLeast[i, j], atMost[i, j])) / (1.0 + permutations));
            }
        }

        return values;
    }

    /// <summary>The labels as they are: readers ask for the cells by them.</summary>
    private static ReadOnlySpan<int> Checked(ReadOnlySpan<int> groups, int vertices)
    {
        if (groups.Length != vertices)
        {
            throw new ArgumentException($"{groups.Length} labels do not fit {vertices} vertices.", nameof(groups));
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(Labels.Largest(groups), LargestLabel, nameof(groups));
        return groups;
    }
}
