using System.Numerics;
using System.Runtime.CompilerServices;

namespace CommunityOfPractice.Core.Statistics;

/// <summary>The median: the middle of the numbers in ascending order, or the mean of the two middle ones.</summary>
/// <remarks>Found by selection, without sorting everything. Source: Hoare (1961), <i>Communications of the ACM</i> 4, algorithm 65; the partition is Lomuto's.</remarks>
public static class Median
{
    private const int Few = 32;

    /// <summary>Returns the median of some numbers.</summary>
    /// <remarks>
    /// It tells what is typical, unmoved by a few extremes. Of one number it is that number, of two their mean.
    /// Time O(n) on average, O(n log n) at worst; allocates nothing (a pooled copy of n numbers).
    /// </remarks>
    /// <param name="values">Finite numbers in any order and unit.</param>
    /// <returns>Between the smallest and the largest, in the same unit; null without numbers.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is infinite or not a number.</exception>
    /// <example><code>Median.Of([5, 30, 2])  // 5</code></example>
    public static double? Of(ReadOnlySpan<double> values)
    {
        using Scratch<double> copy = new(values.Length);
        values.CopyTo(copy.Span);
        return InPlace(copy.Span);
    }

    /// <summary>Returns the median of some numbers and may leave them in another order.</summary>
    /// <remarks>As <see cref="Of"/>, without the copy. Time O(n) on average, O(n log n) at worst; space O(1).</remarks>
    /// <param name="values">Finite numbers in any order and unit; reordered.</param>
    /// <returns>Between the smallest and the largest, in the same unit; null without numbers.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is infinite or not a number.</exception>
    /// <example><code>Median.InPlace([1, 2, 4, 9])  // 3</code></example>
    public static double? InPlace(Span<double> values)
    {
        Demand.Finite(values);
        if (values.IsEmpty)
        {
            return null;
        }

        double high = Select(values, values.Length / 2);
        double low = values.Length % 2 == 1 ? high : Largest(values[..(values.Length / 2)]);

        // Halved before they are added, lest they overflow; the zero turns a −0 into 0, since the two may trade places in the order.
        return Math.Clamp((low / 2) + (high / 2), low, high) + 0.0;
    }

    // Narrows to a few numbers around the wanted one, or to whatever is left after 4·log2(n) unlucky splits, and sorts those. Nothing before
    // the wanted place ever exceeds what stands there.
    private static double Select(Span<double> values, int index)
    {
        int from = 0;
        int until = values.Length;
        for (int splits = 4 * BitOperations.Log2((uint)values.Length); until - from > Few && splits > 0; splits--)
        {
            Span<double> rest = values[from..until];
            double pivot = MiddleOf(rest[0], rest[rest.Length / 2], rest[^1]);
            int less = ToTheFront(rest, pivot, orEqual: false);
            if (index < from + less)
            {
                until = from + less;
                continue;
            }

            from += less;
            if (less == 0)
            {
                int same = ToTheFront(rest, pivot, orEqual: true);
                if (index < from + same)
                {
                    return pivot;
                }

                from += same;
            }
        }

        values[from..until].Sort();
        return values[index];
    }

    // Lomuto's partition without a branch on the numbers, which nothing would foretell.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int ToTheFront(Span<double> values, double pivot, bool orEqual)
    {
        int front = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double value = values[i];
            values[i] = values[front];
            values[front] = value;
            front += value < pivot | (orEqual & value == pivot) ? 1 : 0;
        }

        return front;
    }

    private static double MiddleOf(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));

    private static double Largest(ReadOnlySpan<double> values)
    {
        double largest = values[0];
        foreach (double value in values)
        {
            largest = Math.Max(largest, value);
        }

        return largest;
    }
}
