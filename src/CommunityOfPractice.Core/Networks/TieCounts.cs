using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Networks;

/// <summary>Vertices, edges and ties between groups of one graph, kept up as they come. The default value is of no vertices.</summary>
internal struct TieCounts
{
    private long[]? degrees; // by group
    private long[]? sizes;
    private int mutual;
    private int external;
    private int @internal;
    private int unknown;

    public int Vertices { get; private set; }

    public int Edges { get; private set; }

    public readonly Reciprocity Reciprocity => new(mutual, Edges, Vertices);

    /// <summary>Counts a vertex of a group; a negative number when it is unknown.</summary>
    public void AddVertex(int group)
    {
        Vertices++;
        if (group >= 0)
        {
            Grow(ref sizes, group);
            Grow(ref degrees, group);
            sizes![group]++;
        }
    }

    /// <summary>Counts an edge between two groups, of a pair of which the directions in <paramref name="known"/> were there before.</summary>
    /// <returns>Whether the edge is new.</returns>
    public bool AddEdge(ulong direction, ulong known, int one, int other)
    {
        if ((known & direction) != 0)
        {
            return false;
        }

        Edges++;
        if (known != 0)
        {
            mutual += 2;
        }
        else if ((one | other) < 0)
        {
            unknown++;
        }
        else
        {
            degrees![one]++;
            degrees[other]++;
            (one == other ? ref @internal : ref external)++;
        }

        return true;
    }

    /// <summary>As <see cref="GroupTies.Of"/> of the undirected graph. O(groups).</summary>
    public readonly GroupTies ToGroupTies()
    {
        long labelled = 0, squaredSizes = 0, squaredDegrees = 0;
        int present = 0;
        for (int group = 0; group < sizes?.Length; group++)
        {
            present += sizes[group] > 0 ? 1 : 0;
            labelled += sizes[group];
            squaredSizes += sizes[group] * sizes[group];
            squaredDegrees += degrees![group] * degrees[group];
        }

        return new(present, external, @internal, unknown, ((labelled * labelled) - squaredSizes) / 2, (squaredSizes - labelled) / 2, squaredDegrees);
    }

    private static void Grow(ref long[]? array, int index)
    {
        long[] grown = array ?? [];
        TallyBytes.Grow(ref grown, index);
        array = grown;
    }
}
