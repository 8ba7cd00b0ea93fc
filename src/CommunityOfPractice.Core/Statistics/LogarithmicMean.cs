namespace CommunityOfPractice.Core.Statistics;

/// <summary>The logarithmic mean of two positive numbers: <c>L(a, b) = (a − b)/ln(a/b)</c>, and a when both are equal.</summary>
/// <remarks>
/// The factor that turns a ratio back into a difference, <c>a − b = L(a, b)·ln(a/b)</c>; so it splits the change of a geometric mean into
/// one share per part without a remainder. Source: Carlson (1972), <i>American Mathematical Monthly</i> 79; Ang (2004), <i>Energy Policy</i> 32.
/// </remarks>
public static class LogarithmicMean
{
    /// <summary>Returns the logarithmic mean.</summary>
    /// <remarks>Keeps its digits for nearly equal numbers, where difference and logarithm both vanish. Time and space O(1).</remarks>
    /// <param name="a">Above 0 and finite.</param>
    /// <param name="b">Above 0 and finite, in the same unit.</param>
    /// <returns>Between the geometric and the arithmetic mean, in the same unit; the same for (b, a).</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not above 0 or not finite.</exception>
    /// <example><code>LogarithmicMean.Of(1, Math.E)  // 1.718281828459045, which is e − 1</code></example>
    public static double Of(double a, double b)
    {
        Demand.PositiveUpTo(a, double.MaxValue);
        Demand.PositiveUpTo(b, double.MaxValue);
        double low = Math.Min(a, b);
        double high = Math.Max(a, b);
        return Math.Clamp(high / 3 < low ? Near(low, high) : Far(low, high), low, high);
    }

    // ln(high/low) = 2·artanh t with t = (high − low)/(high + low), which loses nothing when t is small.
    private static double Near(double low, double high)
    {
        double half = (high - low) / 2;
        double middle = low + half;
        return half == 0 ? low : half / Math.Atanh(half / middle);
    }

    private static double Far(double low, double high)
    {
        double ratio = high / low;
        return (high - low) / (double.IsFinite(ratio) ? Math.Log(ratio) : Math.Log(high) - Math.Log(low));
    }
}
