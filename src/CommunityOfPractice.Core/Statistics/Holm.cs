namespace CommunityOfPractice.Core.Statistics;

/// <summary>Holm's correction for several tests at once: the chance of any false finding among them stays below the level.</summary>
/// <remarks>Holds whatever the tests have to do with each other. Source: Holm (1979), <i>Scandinavian Journal of Statistics</i> 6.</remarks>
public static class Holm
{
    /// <summary>Adjusts p-values.</summary>
    /// <param name="p">The p-values of the tests, each from 0 to 1.</param>
    /// <returns>The adjusted p-values in the same order: no smaller than before, at most 1; compare them with the level.</returns>
    /// <remarks>Time O(n log n).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A p-value is not from 0 to 1.</exception>
    /// <example><code>Holm.Adjust([0.01, 0.04, 0.03])  // 0.03, 0.06, 0.06</code></example>
    public static double[] Adjust(ReadOnlySpan<double> p)
    {
        double[] adjusted = p.ToArray();
        int[] order = new int[adjusted.Length];
        for (int i = 0; i < order.Length; i++)
        {
            if (!(adjusted[i] is >= 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(p), adjusted[i], "A p-value is from 0 to 1.");
            }

            order[i] = i;
        }

        Array.Sort(p.ToArray(), order);
        double least = 0;
        for (int rank = 0; rank < order.Length; rank++)
        {
            least = Math.Max(least, Math.Min(1, p[order[rank]] * (order.Length - rank)));
            adjusted[order[rank]] = least;
        }

        return adjusted;
    }
}
