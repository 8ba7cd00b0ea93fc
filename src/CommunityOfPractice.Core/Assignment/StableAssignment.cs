namespace CommunityOfPractice.Core.Assignment;

/// <summary>For each proposer of a market the place of its choice, or none.</summary>
/// <remarks>Immutable; compared by reference.</remarks>
public sealed class StableAssignment
{
    private readonly int[] ranks;

    /// <summary>Makes an assignment, so that one that comes from elsewhere can be checked.</summary>
    /// <param name="ranks">For each proposer which of its choices it gets, from 0 for the first; -1 for none.</param>
    public StableAssignment(ReadOnlySpan<int> ranks)
    {
        this.ranks = ranks.ToArray();
        PairCount = ranks.Length - ranks.Count(-1);
    }

    /// <summary>Gets which of its choices each proposer gets.</summary>
    /// <value>From 0 for the first; -1 for none.</value>
    public ReadOnlySpan<int> Ranks => ranks;

    /// <summary>Gets how many proposers get a choice.</summary>
    /// <value>From 0 to the number of proposers.</value>
    public int PairCount { get; }

    /// <summary>Returns the receiver of a proposer.</summary>
    /// <param name="market">The market.</param>
    /// <param name="proposer">The proposer.</param>
    /// <returns>The receiver, or -1.</returns>
    public int ReceiverOf(ChoiceMarket market, int proposer)
    {
        ArgumentNullException.ThrowIfNull(market);
        return ranks[proposer] < 0 ? -1 : market.Choices(proposer)[ranks[proposer]];
    }
}
