namespace CommunityOfPractice.Core.Assignment;

/// <summary>Stable assignment with capacities: nobody and no receiver would both rather have each other than what they got.</summary>
/// <remarks>
/// <para>Proposers go down their ranking, receivers keep the best so far. The result is the best stable one for every proposer at once, proposers gain nothing by
/// ranking untruly, and the same proposers and places are filled in every stable assignment. Deterministic; who proposes first does not matter.</para>
/// <para>Gale and Shapley (1962), College admissions and the stability of marriage, American Mathematical Monthly 69, 9-15; Roth (1984), The evolution of the labor
/// market for medical interns and residents, Journal of Political Economy 92, 991-1016. Each choice is proposed once at most: time O(choices · log places), space
/// O(choices).</para>
/// </remarks>
/// <example>
/// <code>
/// // Both want receiver 0 first, which takes one and prefers proposer 1.
/// ChoiceMarket market = ChoiceMarket.Of(starts: [0, 2, 4], choices: [0, 1, 0, 1], scores: [1, 1, 2, 1], places: [1, 1]);
/// DeferredAcceptance.Of(market).Ranks; // 1, 0
/// </code>
/// </example>
public static class DeferredAcceptance
{
    /// <summary>Finds the stable assignment that is best for the proposers.</summary>
    /// <param name="market">The market.</param>
    /// <returns>The assignment.</returns>
    public static StableAssignment Of(ChoiceMarket market)
    {
        ArgumentNullException.ThrowIfNull(market);
        return new(Acceptance.Run(market));
    }

    /// <summary>Checks that an assignment is stable, from the market and the assignment alone: no receiver is overfull, and no pair would rather have each other.</summary>
    /// <param name="market">The market.</param>
    /// <param name="assignment">The assignment, from anywhere.</param>
    /// <returns>Whether it is proven, and if not, why.</returns>
    /// <remarks>Time O(choices), space O(receivers).</remarks>
    public static Verification Verify(ChoiceMarket market, StableAssignment assignment)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(assignment);
        return new(StabilityProof.FaultsOf(market, assignment).Take(Verification.MostFaults));
    }
}
