namespace CommunityOfPractice.Core.Assignment;

/// <summary>Looks for overfull receivers and for pairs that would rather have each other; shares nothing with the solver.</summary>
internal static class StabilityProof
{
    public static IEnumerable<string> FaultsOf(ChoiceMarket market, StableAssignment assignment)
    {
        if (assignment.Ranks.Length != market.ProposerCount)
        {
            yield return $"There are {market.ProposerCount} proposers and {assignment.Ranks.Length} ranks.";
            yield break;
        }

        for (int proposer = 0; proposer < market.ProposerCount; proposer++)
        {
            if (assignment.Ranks[proposer] < -1 || assignment.Ranks[proposer] >= market.Choices(proposer).Length)
            {
                yield return $"Proposer {proposer} has no choice of rank {assignment.Ranks[proposer]}.";
                yield break;
            }
        }

        (int[] taken, (long Score, int Proposer)[] worst) = Taken(market, assignment);
        for (int receiver = 0; receiver < taken.Length; receiver++)
        {
            if (taken[receiver] > market.Places[receiver])
            {
                yield return $"Receiver {receiver} takes {taken[receiver]} on {market.Places[receiver]} places.";
            }
        }

        for (int proposer = 0; proposer < market.ProposerCount; proposer++)
        {
            int own = assignment.Ranks[proposer];
            int better = own < 0 ? market.Choices(proposer).Length : own;
            for (int rank = 0; rank < better; rank++)
            {
                int receiver = market.Choices(proposer)[rank];
                (long score, int last) = worst[receiver];
                long wanted = market.Scores(proposer)[rank];
                if (market.Places[receiver] > 0
                    && (taken[receiver] < market.Places[receiver] || wanted > score || (wanted == score && proposer < last)))
                {
                    yield return $"Proposer {proposer} and receiver {receiver} would rather have each other.";
                }
            }
        }
    }

    /// <summary>How many each receiver takes, and the one of them it wants least.</summary>
    private static (int[] Taken, (long Score, int Proposer)[] Worst) Taken(ChoiceMarket market, StableAssignment assignment)
    {
        int[] taken = new int[market.ReceiverCount];
        (long Score, int Proposer)[] worst = new (long, int)[market.ReceiverCount];
        for (int proposer = 0; proposer < market.ProposerCount; proposer++)
        {
            int rank = assignment.Ranks[proposer];
            if (rank >= 0)
            {
                int receiver = market.Choices(proposer)[rank];
                long score = market.Scores(proposer)[rank];
                if (taken[receiver]++ == 0 || score <= worst[receiver].Score)
                {
                    worst[receiver] = (score, proposer); // ascending numbers: of equal scores the last one counts
                }
            }
        }

        return (taken, worst);
    }
}
