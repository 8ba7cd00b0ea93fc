namespace CommunityOfPractice.Core.Statistics;

/// <summary>The hypergeometric distribution: how many marked items come up when some are drawn without putting back.</summary>
/// <remarks>Source: Johnson, Kemp and Kotz (2005), <i>Univariate Discrete Distributions</i>, chapter 6.</remarks>
public static class Hypergeometric
{
    /// <summary>Returns the probability of at least so many marked items among those drawn.</summary>
    /// <remarks>
    /// P(X ≥ k) for n drawn from N, of which K are marked. It tells how surprising an overlap is: two communities of K and n people in an organisation of N
    /// share k or more by mere chance this often. Summed from the most probable count outwards, without factorials and without a subtraction;
    /// relative error about 1e-15 times the number of terms. Time O(min(K, n)), space O(1).
    /// </remarks>
    /// <param name="atLeast">The count k; any number.</param>
    /// <param name="population">The population N, zero or more.</param>
    /// <param name="marked">The marked items K, from 0 to N.</param>
    /// <param name="drawn">The items drawn n, from 0 to N.</param>
    /// <returns>From 0 to 1; the same when marked and drawn change places. Below about 1e-308 it is 0: see <see cref="LogUpperTail"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <example>Eight people in common of 40 and 30, in an organisation of 500: <code>Hypergeometric.UpperTail(8, 500, 40, 30)  // 0.00130759</code></example>
    public static double UpperTail(long atLeast, long population, long marked, long drawn) => Math.Exp(LogUpperTail(atLeast, population, marked, drawn));

    /// <summary>Returns the natural logarithm of <see cref="UpperTail"/>, which stays finite however improbable the overlap is.</summary>
    /// <remarks>Time O(min(K, n)), space O(1).</remarks>
    /// <param name="atLeast">The count k; any number.</param>
    /// <param name="population">The population N, zero or more.</param>
    /// <param name="marked">The marked items K, from 0 to N.</param>
    /// <param name="drawn">The items drawn n, from 0 to N.</param>
    /// <returns>Zero or less; negative infinity when it cannot happen.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <example><code>Hypergeometric.LogUpperTail(1000, 1_000_000, 1000, 1000)  // −7902.88…</code></example>
    public static double LogUpperTail(long atLeast, long population, long marked, long drawn)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(population);
        ArgumentOutOfRangeException.ThrowIfNegative(marked);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(marked, population);
        ArgumentOutOfRangeException.ThrowIfNegative(drawn);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(drawn, population);
        long least = Math.Max(0, drawn - (population - marked)), most = Math.Min(marked, drawn);
        if (atLeast <= least)
        {
            return 0;
        }

        if (atLeast > most)
        {
            return double.NegativeInfinity;
        }

        Urn urn = new(population, marked, drawn);
        long mode = Math.Clamp((long)((drawn + 1.0) * (marked + 1.0) / (population + 2.0)), least, most);
        double total = 1 + urn.Above(mode, most) + urn.Below(mode, least);
        return Math.Min(0, LogFrom(urn, atLeast, mode, most) - Math.Log(total));
    }

    /// <summary>The logarithm of the sum from k up, in units of the most probable count.</summary>
    private static double LogFrom(Urn urn, long k, long mode, long most)
    {
        if (k <= mode)
        {
            return Math.Log(1 + urn.Above(mode, most) + urn.Below(mode, k));
        }

        double log = 0;
        for (long i = mode; i < k; i++)
        {
            log += Math.Log(urn.Up(i));
        }

        return log + Math.Log(1 + urn.Above(k, most));
    }

    /// <summary>Neighbouring probabilities as ratios.</summary>
    private readonly record struct Urn(double Population, double Marked, double Drawn)
    {
        /// <summary>P(i + 1)/P(i).</summary>
        public double Up(double i) => (Marked - i) / (i + 1) * ((Drawn - i) / (Population - Marked - Drawn + i + 1));

        /// <summary>The sum of P(j)/P(i) for i &lt; j ≤ most.</summary>
        public double Above(long i, long most)
        {
            double sum = 0, term = 1;
            for (long j = i; j < most && term > sum * 1e-18; j++)
            {
                sum += term *= Up(j);
            }

            return sum;
        }

        /// <summary>The sum of P(j)/P(i) for least ≤ j &lt; i.</summary>
        public double Below(long i, long least)
        {
            double sum = 0, term = 1;
            for (long j = i - 1; j >= least && term > sum * 1e-18; j--)
            {
                sum += term /= Up(j);
            }

            return sum;
        }
    }
}
