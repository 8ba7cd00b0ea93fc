namespace CommunityOfPractice.Core.Assignment;

/// <summary>Puts start and searches together.</summary>
internal static class MatchingSolver
{
    /// <summary>Finds a maximum-weight matching and its duals.</summary>
    /// <param name="edges">The edges that can help.</param>
    /// <param name="blossoms">Takes the matching and the blossoms; nothing is matched yet.</param>
    /// <param name="dual">Takes the duals of vertices; all zero.</param>
    public static void Solve(Adjacency edges, Blossoms blossoms, long[] dual)
    {
        MatchingStart.Run(edges, blossoms.Mate, dual);
        MatchingSearch search = new(blossoms, dual);
        search.Use(edges);
        SearchAll(search, blossoms, dual, park: true);
        SearchAll(search, blossoms, dual, park: false);
    }

    /// <summary>Searches from every exposed node that must not stay alone: all of its vertices have a dual above zero.</summary>
    private static void SearchAll(MatchingSearch search, Blossoms blossoms, long[] dual, bool park)
    {
        for (int vertex = 0; vertex < blossoms.VertexCount; vertex++)
        {
            if (blossoms.Mate[vertex] < 0 && dual[vertex] > 0 && !(park && blossoms.Top[vertex] != vertex))
            {
                search.Run(blossoms.Top[vertex], park);
            }
        }
    }
}
