namespace CommunityOfPractice.Core.Assignment;

/// <summary>A cheap matching and feasible duals to begin with: exposed vertices bid for the partner that suits them best, and may take one away.</summary>
/// <remarks>
/// The augmenting row reduction of Jonker and Volgenant (1987), carried over to one dual for each vertex. Every matched edge is tight when it
/// ends, so what is left are searches from the vertices that are still exposed and whose dual is above zero.
/// </remarks>
internal static class MatchingStart
{
    private const int Rounds = 2;

    /// <summary>Two who want the same third can outbid each other by little for long: searches do that better.</summary>
    private const int LongestChain = 64;

    /// <summary>Sets each dual to the largest weight at the vertex, then lets all vertices bid.</summary>
    public static void Run(Adjacency edges, int[] mate, long[] dual)
    {
        int count = edges.VertexCount;
        int[] waiting = new int[count];
        for (int vertex = 0; vertex < count; vertex++)
        {
            waiting[vertex] = vertex;
            for (int arc = edges.Starts[vertex]; arc < edges.Starts[vertex + 1]; arc++)
            {
                dual[vertex] = Math.Max(dual[vertex], edges.Doubled(arc) / 2);
            }
        }

        for (int round = 0; round < Rounds; round++)
        {
            int kept = 0;
            foreach (int vertex in waiting.AsSpan(0, count))
            {
                int bidder = mate[vertex] < 0 ? vertex : -1;
                for (int bids = 0; bidder >= 0 && bids < LongestChain; bids++)
                {
                    int displaced = Bid(edges, mate, dual, bidder);
                    if (displaced == bidder)
                    {
                        break;
                    }

                    bidder = displaced;
                }

                if (bidder >= 0 && dual[bidder] > 0)
                {
                    waiting[kept++] = bidder;
                }
            }

            count = kept;
        }
    }

    /// <summary>Pairs exposed vertices among each other, each with the heaviest edge there is for it.</summary>
    public static void PairLeftOvers(Adjacency edges, int[] mate)
    {
        for (int vertex = 0; vertex < edges.VertexCount; vertex++)
        {
            long heaviest = 0;
            int partner = -1;
            for (int arc = edges.Starts[vertex]; mate[vertex] < 0 && arc < edges.Starts[vertex + 1]; arc++)
            {
                if (mate[edges.Ends[arc]] < 0 && edges.Doubled(arc) > heaviest)
                {
                    (heaviest, partner) = (edges.Doubled(arc), edges.Ends[arc]);
                }
            }

            if (partner >= 0)
            {
                (mate[vertex], mate[partner]) = (partner, vertex);
            }
        }
    }

    /// <summary>Lets one exposed vertex bid.</summary>
    /// <returns>The vertex that lost its partner by it; the bidder itself when it got none for now; -1 when nobody is left over.</returns>
    private static int Bid(Adjacency edges, int[] mate, long[] dual, int bidder)
    {
        long best = 0;
        long second = 0;
        int partner = -1;
        for (int arc = edges.Starts[bidder]; arc < edges.Starts[bidder + 1]; arc++)
        {
            int other = edges.Ends[arc];
            long gain = edges.Doubled(arc) - dual[other];
            if (gain > best || (gain == best && gain > 0 && mate[other] < 0 && mate[partner] >= 0))
            {
                (second, best, partner) = (best, gain, other);
            }
            else if (gain > second)
            {
                second = gain;
            }
        }

        dual[bidder] = best;
        if (partner < 0)
        {
            return -1; // stays alone, with a dual of zero
        }

        int displaced = mate[partner];
        if (displaced >= 0 && best == second)
        {
            return bidder;
        }

        dual[bidder] = second;
        dual[partner] += best - second;
        (mate[bidder], mate[partner]) = (partner, bidder);
        if (displaced >= 0)
        {
            mate[displaced] = -1;
        }

        return displaced;
    }
}
