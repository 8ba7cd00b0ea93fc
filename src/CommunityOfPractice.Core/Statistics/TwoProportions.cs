namespace CommunityOfPractice.Core.Statistics;

/// <summary>The difference between two shares, with an interval and an exact test.</summary>
/// <remarks>
/// <para>Assumes that the two groups were observed independently of each other. Compared by value. The default value is of no difference, with p 0: it is of no test.</para>
/// <para>Source: Newcombe (1998), <i>Statistics in Medicine</i> 17 (interval, method 10); Fisher (1935), <i>Journal of the Royal Statistical Society</i> 98 (test, the smaller tail doubled).</para>
/// </remarks>
/// <param name="Difference">The second share minus the first; from −1 to 1.</param>
/// <param name="Low">The lower end of the 95 % interval of the difference.</param>
/// <param name="High">The upper end.</param>
/// <param name="P">How probable so unequal shares are when both groups are alike; from 0 to 1, two-sided.</param>
public readonly record struct TwoProportions(
    [property: System.Text.Json.Serialization.JsonRequired] double Difference,
    [property: System.Text.Json.Serialization.JsonRequired] double Low,
    [property: System.Text.Json.Serialization.JsonRequired] double High,
    [property: System.Text.Json.Serialization.JsonRequired] double P)
{
    /// <summary>Compares two shares.</summary>
    /// <param name="firstCount">How many of the first group; from 0 to <paramref name="firstOf"/>.</param>
    /// <param name="firstOf">How large the first group is; zero or more.</param>
    /// <param name="secondCount">How many of the second group; from 0 to <paramref name="secondOf"/>.</param>
    /// <param name="secondOf">How large the second group is; zero or more.</param>
    /// <returns>The comparison; null when a group is empty.</returns>
    /// <remarks>O(n) for the smaller margin.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or above its group.</exception>
    public static TwoProportions? Of(long firstCount, long firstOf, long secondCount, long secondOf)
    {
        if (Wilson.Interval(firstCount, firstOf) is not { } first || Wilson.Interval(secondCount, secondOf) is not { } second)
        {
            return null;
        }

        double p1 = (double)firstCount / firstOf, p2 = (double)secondCount / secondOf, difference = p2 - p1;
        double below = Math.Sqrt(Square(p2 - second.Low) + Square(first.High - p1));
        double above = Math.Sqrt(Square(second.High - p2) + Square(p1 - first.Low));
        long population = firstOf + secondOf, marked = firstCount + secondCount;
        double more = Hypergeometric.UpperTail(secondCount, population, marked, secondOf);
        double fewer = Hypergeometric.UpperTail(firstCount, population, marked, firstOf);
        return new(difference, Math.Max(-1, difference - below), Math.Min(1, difference + above), Math.Min(1, 2 * Math.Min(more, fewer)));
    }

    private static double Square(double x) => x * x;
}
