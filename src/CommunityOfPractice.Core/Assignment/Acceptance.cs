namespace CommunityOfPractice.Core.Assignment;

/// <summary>The rounds of deferred acceptance; each receiver holds its proposers in a heap with the least wanted first.</summary>
internal sealed class Acceptance
{
    private readonly ChoiceMarket market;
    private readonly int[] rank;
    private readonly int[] starts;
    private readonly int[] count;
    private readonly int[] held;
    private readonly long[] score;

    public Acceptance(ChoiceMarket market)
    {
        this.market = market;
        rank = new int[market.ProposerCount];
        count = new int[market.ReceiverCount];
        starts = new int[market.ReceiverCount + 1];
        for (int proposer = 0; proposer < rank.Length; proposer++)
        {
            foreach (int receiver in market.Choices(proposer))
            {
                count[receiver]++;
            }
        }

        for (int receiver = 0; receiver < count.Length; receiver++)
        {
            starts[receiver + 1] = starts[receiver] + Math.Min(count[receiver], market.Places[receiver]);
            count[receiver] = 0;
        }

        held = new int[starts[^1]];
        score = new long[starts[^1]];
    }

    /// <summary>Lets all who are without a receiver propose, round after round.</summary>
    /// <returns>For each proposer the rank of its receiver, or -1.</returns>
    public int[] Run()
    {
        int[] waiting = [.. Enumerable.Range(0, rank.Length)];
        int waiters = waiting.Length;
        while (waiters > 0)
        {
            int again = 0;
            for (int at = 0; at < waiters; at++)
            {
                int refused = Propose(waiting[at]);
                if (refused >= 0)
                {
                    rank[refused]++;
                    waiting[again++] = refused;
                }
            }

            waiters = again;
        }

        return rank;
    }

    /// <summary>Makes one proposal.</summary>
    /// <returns>Who is without a receiver after it and may propose on; -1 when nobody is.</returns>
    private int Propose(int proposer)
    {
        ReadOnlySpan<int> choices = market.Choices(proposer);
        if (rank[proposer] == choices.Length)
        {
            rank[proposer] = -1;
            return -1;
        }

        int receiver = choices[rank[proposer]];
        long wanted = market.Scores(proposer)[rank[proposer]];
        int first = starts[receiver];
        int room = starts[receiver + 1] - first;
        if (count[receiver] < room)
        {
            Rise(first, count[receiver]++, proposer, wanted);
            return -1;
        }

        if (room == 0 || IsLess(wanted, proposer, score[first], held[first]))
        {
            return proposer;
        }

        int displaced = held[first];
        Sink(first, room, proposer, wanted);
        return displaced;
    }

    /// <summary>Whether the first is wanted less than the second: a lower score, or the same and a higher number.</summary>
    private static bool IsLess(long score, int who, long otherScore, int other) => score < otherScore || (score == otherScore && who > other);

    private void Rise(int first, int hole, int who, long wanted)
    {
        while (hole > 0 && IsLess(wanted, who, score[first + ((hole - 1) / 2)], held[first + ((hole - 1) / 2)]))
        {
            Move(first, (hole - 1) / 2, hole);
            hole = (hole - 1) / 2;
        }

        (held[first + hole], score[first + hole]) = (who, wanted);
    }

    private void Sink(int first, int size, int who, long wanted)
    {
        int hole = 0;
        while (true)
        {
            int child = (2 * hole) + 1;
            if (child + 1 < size && IsLess(score[first + child + 1], held[first + child + 1], score[first + child], held[first + child]))
            {
                child++;
            }

            if (child >= size || !IsLess(score[first + child], held[first + child], wanted, who))
            {
                break;
            }

            Move(first, child, hole);
            hole = child;
        }

        (held[first + hole], score[first + hole]) = (who, wanted);
    }

    private void Move(int first, int from, int to) => (held[first + to], score[first + to]) = (held[first + from], score[first + from]);
}
