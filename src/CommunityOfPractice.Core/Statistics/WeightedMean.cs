namespace CommunityOfPractice.Core.Statistics;

/// <summary>Weighted means: one number for many, each counting by its weight.</summary>
/// <remarks>
/// Weights are divided by their sum, so only their proportions count. Terms are added in ascending order, so the order of the parts cannot show.
/// Source: Hardy, Littlewood and Pólya (1934), <i>Inequalities</i>, chapter 2.
/// </remarks>
public static class WeightedMean
{
    /// <summary>Returns the weighted arithmetic mean <c>Σ w_i·x_i / Σ w_i</c>.</summary>
    /// <remarks>A low part can be made up for by a high one. Of one part it is that part. Time O(n log n); allocates nothing (pooled).</remarks>
    /// <param name="values">The parts; finite, in one unit.</param>
    /// <param name="weights">One weight per part, zero or more and finite.</param>
    /// <returns>Between the smallest and the largest part with a weight; null when the weights are all zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    /// <exception cref="ArgumentException">The spans differ in length, or the sum of the weights overflows.</exception>
    /// <example><code>WeightedMean.Arithmetic([80, 60, 40], [5, 3, 2])  // 66</code></example>
    public static double? Arithmetic(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        Demand.Finite(values);
        return Mean(values, weights, static value => value, static mean => mean);
    }

    /// <summary>Returns the weighted geometric mean <c>Π x_i^(w_i / Σ w)</c>.</summary>
    /// <remarks>
    /// A low part weighs more heavily than in the arithmetic mean, which is never smaller; a part of zero makes it zero.
    /// Of one part it is that part. Time O(n log n); allocates nothing (pooled).
    /// </remarks>
    /// <param name="values">The parts; zero or more and finite, in one unit.</param>
    /// <param name="weights">One weight per part, zero or more and finite.</param>
    /// <returns>Between the smallest and the largest part with a weight; null when the weights are all zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    /// <exception cref="ArgumentException">The spans differ in length, or the sum of the weights overflows.</exception>
    /// <example><code>WeightedMean.Geometric([80, 60, 40], [5, 3, 2])  // 63.89</code></example>
    public static double? Geometric(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        Demand.NotNegative(values);
        return Mean(values, weights, Math.Log, Math.Exp);
    }

    private static double? Mean(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, Func<double, double> into, Func<double, double> back)
    {
        Demand.SameLength(values.Length, weights.Length, nameof(weights));
        Demand.NotNegative(weights);
        using Scratch<double> terms = new(values.Length);
        weights.CopyTo(terms.Span);
        double total = Ascending.Sum(terms.Span);
        if (!double.IsFinite(total))
        {
            throw new ArgumentException("The sum of the weights overflows.", nameof(weights));
        }

        if (total == 0)
        {
            return null;
        }

        double low = double.MaxValue;
        double high = double.MinValue;
        for (int i = 0; i < values.Length; i++)
        {
            double share = weights[i] / total;
            terms.Span[i] = share == 0 ? 0 : share * into(values[i]);
            low = share == 0 ? low : Math.Min(low, values[i]);
            high = share == 0 ? high : Math.Max(high, values[i]);
        }

        return Math.Clamp(back(Ascending.Sum(terms.Span)), low, high);
    }
}
