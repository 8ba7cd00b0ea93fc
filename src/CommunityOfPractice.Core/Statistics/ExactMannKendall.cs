namespace CommunityOfPractice.Core.Statistics;

/// <summary>The exact distribution of the Mann–Kendall score for short series.</summary>
/// <remarks>
/// The score is compared with those of all orders of the same points, ties and all, so that nothing is assumed about how they are spread. For longer series
/// use <see cref="MannKendall"/>, whose normal approximation is fair from about eight points on.
/// </remarks>
public static class ExactMannKendall
{
    /// <summary>The longest series that is enumerated.</summary>
    public const int MostPoints = 8;

    /// <summary>Returns how probable at least so large a score, of either sign, is when every order of the points is equally likely.</summary>
    /// <param name="series">The points in the order of time; finite.</param>
    /// <returns>From 0 to 1; 1 for a flat series; null for fewer than two points.</returns>
    /// <remarks>Time O(n! · n²) for at most <see cref="MostPoints"/> points: 40,320 orders.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">There are more points than <see cref="MostPoints"/>, or one is not finite.</exception>
    public static double? P(ReadOnlySpan<double> series)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(series.Length, MostPoints, nameof(series));
        if (MannKendall.Of(series) is not { } observed)
        {
            return null;
        }

        long most = Math.Abs(observed.S), extreme = 0, all = 0;
        Visit(series.ToArray(), 0);
        return (double)extreme / all;

        // Places the points one after another; the score grows by the new point against those before it.
        void Visit(double[] points, int placed, long score = 0)
        {
            if (placed == points.Length)
            {
                all++;
                extreme += Math.Abs(score) >= most ? 1 : 0;
                return;
            }

            for (int next = placed; next < points.Length; next++)
            {
                (points[placed], points[next]) = (points[next], points[placed]);
                long more = 0;
                for (int i = 0; i < placed; i++)
                {
                    more += points[placed].CompareTo(points[i]);
                }

                Visit(points, placed + 1, score + more);
                (points[placed], points[next]) = (points[next], points[placed]);
            }
        }
    }
}
