namespace CommunityOfPractice.Core.Statistics;

/// <summary>The Theil–Sen slope: how much a series typically changes per step.</summary>
/// <remarks>
/// The median of the slopes of all pairs of points; up to 29 % of the points may be wild without spoiling it.
/// Source: Theil (1950), <i>Indagationes Mathematicae</i> 12; Sen (1968), <i>Journal of the American Statistical Association</i> 63.
/// </remarks>
public static class TheilSen
{
    private const int MostPoints = 65_536;

    /// <summary>Returns the slope of an evenly spaced series.</summary>
    /// <remarks>
    /// It tells the size of a trend; whether there is one is for <see cref="MannKendall"/> to say. Two points give the line through them, whatever they are worth.
    /// Time and space O(n²), pooled: a thousand points borrow 4 MB.
    /// </remarks>
    /// <param name="y">The points at x = 0, 1, 2 …; finite, in any unit; at most 65 536, whose pairs just fit one array.</param>
    /// <returns>The change of y per step, in the unit of y; null for fewer than two points.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A point is infinite or not a number.</exception>
    /// <exception cref="ArgumentException">There are too many points, or a slope is too steep for a <see cref="double"/>.</exception>
    /// <example>The wild last point does not count for much: <code>TheilSen.Slope([1, 2, 3, 4, 50])  // 1</code></example>
    public static double? Slope(ReadOnlySpan<double> y)
    {
        using Scratch<double> x = new(y.Length);
        for (int i = 0; i < y.Length; i++)
        {
            x.Span[i] = i;
        }

        return Slope(x.Span, y);
    }

    /// <summary>Returns the slope of points at any places.</summary>
    /// <remarks>As <see cref="Slope(ReadOnlySpan{double})"/>; pairs at the same x have no slope and are left out. Time and space O(n²), pooled.</remarks>
    /// <param name="x">Where the points are; finite, in any unit and order.</param>
    /// <param name="y">The points, one for each x; finite, in any unit; at most 65 536.</param>
    /// <returns>The change of y per unit of x; null when no two points differ in x.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is infinite or not a number.</exception>
    /// <exception cref="ArgumentException">The spans differ in length, there are too many points, or a slope is too steep for a <see cref="double"/>.</exception>
    /// <example><code>TheilSen.Slope([0, 10, 20], [1, 6, 11])  // 0.5</code></example>
    public static double? Slope(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        Demand.SameLength(x.Length, y.Length, nameof(y));
        Demand.Finite(x);
        Demand.Finite(y);
        if (y.Length > MostPoints)
        {
            throw new ArgumentException($"{y.Length} points have too many pairs; {MostPoints} is the most.", nameof(y));
        }

        using Scratch<double> slopes = new((int)(y.Length * (y.Length - 1L) / 2));
        int count = 0;
        for (int i = 0; i < y.Length; i++)
        {
            for (int j = i + 1; j < y.Length; j++)
            {
                if (x[i] == x[j])
                {
                    continue;
                }

                double slope = (y[j] - y[i]) / (x[j] - x[i]);
                slopes.Span[count++] = double.IsFinite(slope) ? slope : throw new ArgumentException("A slope is too steep for a double.", nameof(y));
            }
        }

        return Median.InPlace(slopes.Span[..count]);
    }
}
