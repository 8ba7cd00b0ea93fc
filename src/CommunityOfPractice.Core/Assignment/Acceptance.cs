using System.Numerics;

namespace CommunityOfPractice.Core.Assignment;

/// <summary>The rounds of deferred acceptance.</summary>
internal static class Acceptance
{
    private const int FarAhead = 16;
    private const int Ahead = 8;

    /// <summary>Lets all who are without a receiver propose, round after round.</summary>
    /// <returns>For each proposer the rank of its receiver, or -1.</returns>
    public static int[] Run(ChoiceMarket market) => market.HasNarrowScores ? Run<ulong>(market, market.LeastScore) : Run<Int128>(market, 0);

    /// <summary>Who is refused goes on at once, while its choices are at hand; who is put out waits for the next round, so that its choices can be fetched ahead.</summary>
    private static int[] Run<TKey>(ChoiceMarket market, long leastScore)
        where TKey : unmanaged, IBinaryInteger<TKey>
    {
        Places<TKey> places = new(market.Rooms);
        int[] proposals = new int[market.ProposerCount];
        Array.Copy(market.Starts, proposals, proposals.Length);
        int[] waiting = [.. Enumerable.Range(0, proposals.Length)];
        int[] putOut = new int[proposals.Length];
        for (int waiters = waiting.Length; waiters > 0;)
        {
            int outs = 0;
            for (int at = 0; at < waiters; at++)
            {
                Fetch(market, places, proposals, waiting.AsSpan(at, waiters - at));
                int without = Propose(market, places, leastScore, ref proposals[waiting[at]], waiting[at]);
                if (without >= 0)
                {
                    proposals[without]++;
                    putOut[outs++] = without;
                }
            }

            (waiting, putOut, waiters) = (putOut, waiting, outs);
        }

        return RanksOf(market, proposals);
    }

    /// <summary>Lets a proposer go down its choices until one takes it.</summary>
    /// <returns>Who was put out for it, or -1.</returns>
    private static int Propose<TKey>(ChoiceMarket market, Places<TKey> places, long leastScore, ref int proposal, int proposer)
        where TKey : unmanaged, IBinaryInteger<TKey>
    {
        int end = market.Starts[proposer + 1];
        for (int next = proposal; ; next++)
        {
            if (next == end)
            {
                proposal = next;
                return -1;
            }

            TKey key = Places<TKey>.KeyOf(market.AllScores[next] - leastScore, proposer);
            if (!places.Compete(market.AllChoices[next], key, out TKey without))
            {
                proposal = next;
                return -1;
            }

            if (without != key)
            {
                proposal = next;
                return Places<TKey>.HolderOf(without);
            }
        }
    }

    /// <summary>Fetches the choices of those who come much later, and the places of those who come soon.</summary>
    private static void Fetch<TKey>(ChoiceMarket market, Places<TKey> places, int[] proposals, ReadOnlySpan<int> waiting)
        where TKey : unmanaged, IBinaryInteger<TKey>
    {
        if (waiting.Length <= FarAhead)
        {
            return;
        }

        int far = proposals[waiting[FarAhead]];
        int near = proposals[waiting[Ahead]];
        if (far < market.AllChoices.Length)
        {
            Cache.Expect(ref market.AllChoices[far]);
            Cache.Expect(ref market.AllScores[far]);
        }

        if (near < market.AllChoices.Length)
        {
            places.Expect(market.AllChoices[near]);
        }
    }

    private static int[] RanksOf(ChoiceMarket market, int[] proposals)
    {
        for (int proposer = 0; proposer < proposals.Length; proposer++)
        {
            proposals[proposer] = proposals[proposer] == market.Starts[proposer + 1] ? -1 : proposals[proposer] - market.Starts[proposer];
        }

        return proposals;
    }
}
