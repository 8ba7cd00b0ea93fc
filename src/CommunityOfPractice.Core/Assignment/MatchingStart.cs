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

    /// <summary>Pairs exposed vertices: with each other, or by taking a partner whose own partner has another exposed one to turn to. Each takes what adds most.</summary>
    public static void PairLeftOvers(Adjacency edges, int[] mate)
    {
        for (int vertex = 0; vertex < edges.VertexCount; vertex++)
        {
            if (mate[vertex] >= 0)
            {
                continue;
            }

            long most = 0;
            (int Partner, int Left, int Turn) best = (-1, -1, -1);
            for (int arc = edges.Starts[vertex]; arc < edges.Starts[vertex + 1]; arc++)
            {
                int partner = edges.Ends[arc];
                int left = mate[partner];
                (int turn, long gain) = left < 0 ? (-1, 0) : HeaviestExposed(edges, mate, left, vertex, partner);
                if ((left < 0 || turn >= 0) && edges.Doubled(arc) + gain > most)
                {
                    (most, best) = (edges.Doubled(arc) + gain, (partner, left, turn));
                }
            }

            if (best.Partner >= 0)
            {
                (mate[vertex], mate[best.Partner]) = (best.Partner, vertex);
                if (best.Left >= 0)
                {
                    (mate[best.Left], mate[best.Turn]) = (best.Turn, best.Left);
                }
            }
        }
    }

    /// <summary>The exposed neighbour to whom a vertex turns best, and what that adds: its edge less the one to the partner that it loses.</summary>
    private static (int Turn, long Gain) HeaviestExposed(Adjacency edges, int[] mate, int vertex, int except, int partner)
    {
        int turn = -1;
        long heaviest = 0;
        long lost = 0;
        for (int arc = edges.Starts[vertex]; arc < edges.Starts[vertex + 1]; arc++)
        {
            int other = edges.Ends[arc];
            lost = other == partner ? edges.Doubled(arc) : lost;
            if (mate[other] < 0 && other != except && edges.Doubled(arc) > heaviest)
            {
                (turn, heaviest) = (other, edges.Doubled(arc));
            }
        }

        return (turn, heaviest - lost);
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
