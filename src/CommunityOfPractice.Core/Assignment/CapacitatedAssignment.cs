namespace CommunityOfPractice.Core.Assignment;

/// <summary>Assignment with capacities: pairs of rows and columns, none beyond its capacity, of the greatest total weight.</summary>
/// <remarks>
/// <para>Exact for whole weights of either sign. Without <c>mostPairs</c> a pair is made only where it raises the total; with it the number of pairs comes first, and a
/// minimum cut proves that there are no more. Deterministic. With all capacities at one this is the sparse assignment problem.</para>
/// <para>Where no row takes more than one partner, an auction of the places in ever finer steps comes first, and shortest paths find what it left: Bertsekas and Castañon (1989), The auction
/// algorithm for the transportation problem, Annals of Operations Research 20, 67-96. Otherwise a minimum-cost flow by successive shortest paths with duals: Edmonds and Karp (1972), Theoretical
/// improvements in algorithmic efficiency for network flow problems, Journal of the ACM 19, 248-264; Ahuja, Magnanti and Orlin (1993), Network Flows, chapter 9: for f made pairs and m
/// allowed ones time O(f·m log m) at worst. Space O(m) either way.</para>
/// </remarks>
/// <example>
/// <code>
/// // Two mentees, one mentor with two places and one with one.
/// CapacityProblem problem = CapacityProblem.FromPairs([1, 1], [2, 1], row: [0, 0, 1], column: [0, 1, 0], weight: [5, 4, 3]);
/// CapacityAssignment best = CapacitatedAssignment.Of(problem);   // 0 with 0, 1 with 0: total 8
/// CapacitatedAssignment.Verify(problem, best).IsProven;          // true
/// </code>
/// </example>
public static class CapacitatedAssignment
{
    /// <summary>The largest weight, a pair's bonus included, that is computed with: 2^58.</summary>
    public const long LargestWeight = 1L << 58;

    /// <summary>Finds an assignment of greatest total weight.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="mostPairs">Whether as many pairs as possible come first.</param>
    /// <returns>The assignment with its certificate.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A weight is above <see cref="LargestWeight"/> or below its negative, with
    /// <paramref name="mostPairs"/> also when (largest minus smallest weight) times the most pairs there can be is.</exception>
    /// <exception cref="OverflowException">The total weight is above <see cref="long.MaxValue"/>.</exception>
    public static CapacityAssignment Of(CapacityProblem problem, bool mostPairs = false)
    {
        ArgumentNullException.ThrowIfNull(problem);
        long bonus = BonusOf(problem, mostPairs);
        CapacityOutcome found = problem.RowCapacities.ContainsAnyExceptInRange(0, 1) ? CapacitySearch.Solve(problem, bonus) : PlaceAssignment.Solve(problem, bonus);
        (int[] cutRows, int[] cutColumns) = mostPairs ? CapacityCut.Of(problem, found) : ([], []);
        return new(found.Rows, found.Columns, found.Total, bonus, found.RowDuals, found.ColumnDuals, cutRows, cutColumns);
    }

    /// <summary>Checks that an assignment is one of greatest total weight, from the problem, the assignment and its certificate alone.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="assignment">The assignment, from anywhere.</param>
    /// <param name="mostPairs">Whether it must also have as many pairs as possible: then its cut must have the capacity of its pairs.</param>
    /// <returns>Whether it is proven, and if not, why.</returns>
    /// <remarks>Time O(pairs log pairs).</remarks>
    public static Verification Verify(CapacityProblem problem, CapacityAssignment assignment, bool mostPairs = false)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(assignment);
        return new(CapacityProof.FaultsOf(problem, assignment, mostPairs));
    }

    private static long BonusOf(CapacityProblem problem, bool mostPairs)
    {
        long least = 0;
        long most = 0;
        foreach (long weight in problem.AllWeights)
        {
            least = Math.Min(least, weight);
            most = Math.Max(most, weight);
        }

        Int128 pairs = Int128.Min(problem.PairCount, Int128.Min(Sum(problem.RowCapacities), Sum(problem.ColumnCapacities)));
        Int128 bonus = mostPairs ? (((Int128)most - least) * pairs) + 1 - least : 0;
        if (most + bonus > LargestWeight || least < -LargestWeight)
        {
            throw new ArgumentOutOfRangeException(nameof(problem), $"The weights go from {least} to {most}: too far apart for {pairs} pairs.");
        }

        return (long)bonus;
    }

    private static long Sum(ReadOnlySpan<int> capacities)
    {
        long sum = 0;
        foreach (int capacity in capacities)
        {
            sum += capacity;
        }

        return sum;
    }
}
