namespace CommunityOfPractice.Core.Assignment;

/// <summary>The rounds of deferred acceptance.</summary>
internal static class Acceptance
{
    /// <summary>Lets all who are without a receiver propose, round after round.</summary>
    /// <returns>For each proposer the rank of its receiver, or -1.</returns>
    public static int[] Run(ChoiceMarket market)
    {
        Places places = new(RoomsOf(market));
        int[] ranks = new int[market.ProposerCount];
        int[] waiting = [.. Enumerable.Range(0, ranks.Length)];
        int waiters = waiting.Length;
        while (waiters > 0)
        {
            int again = 0;
            for (int at = 0; at < waiters; at++)
            {
                int refused = Propose(market, places, ranks, waiting[at]);
                if (refused >= 0)
                {
                    ranks[refused]++;
                    waiting[again++] = refused;
                }
            }

            waiters = again;
        }

        return ranks;
    }

    /// <summary>Makes one proposal.</summary>
    /// <returns>Who is without a receiver after it and may propose on; -1 when nobody is.</returns>
    private static int Propose(ChoiceMarket market, Places places, int[] ranks, int proposer)
    {
        ReadOnlySpan<int> choices = market.Choices(proposer);
        int rank = ranks[proposer];
        if (rank == choices.Length)
        {
            ranks[proposer] = -1;
            return -1;
        }

        int receiver = choices[rank];
        long score = market.Scores(proposer)[rank];
        if (places.IsFull(receiver))
        {
            return places.Compete(receiver, proposer, score).Who;
        }

        places.Add(receiver, proposer, score);
        return -1;
    }

    /// <summary>The places of each receiver, no more than there are proposers who want one.</summary>
    private static int[] RoomsOf(ChoiceMarket market)
    {
        int[] rooms = new int[market.ReceiverCount];
        for (int proposer = 0; proposer < market.ProposerCount; proposer++)
        {
            foreach (int receiver in market.Choices(proposer))
            {
                rooms[receiver] += rooms[receiver] < market.Places[receiver] ? 1 : 0;
            }
        }

        return rooms;
    }
}
