namespace CommunityOfPractice.Core.Statistics;

/// <summary>Stickiness: in which share of the periods somebody who was there at all was there on average.</summary>
/// <remarks>
/// Mean actives of a period over distinct actives of all of them: days of a month (DAU/MAU), or weeks of four (WAU/MAU), which fits a weekly rhythm better.
/// A habit of products; what counts as active must be said beside the number.
/// </remarks>
public static class Stickiness
{
    /// <summary>Returns the stickiness of some activity.</summary>
    /// <remarks>Time O(n log n); allocates nothing (a pooled copy of n numbers).</remarks>
    /// <param name="periods">How many periods there are, active or not; one or more.</param>
    /// <param name="people">Who was active, once for each act; any numbers.</param>
    /// <param name="when">In which period each act took place, from 0 to <paramref name="periods"/> − 1.</param>
    /// <returns>From 1/periods (everybody in one period only) to 1 (everybody in each); null when nobody was active.</returns>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A period does not exist, or there are none.</exception>
    /// <example>One in all four weeks, one in a single week: <code>Stickiness.Of(4, [1, 1, 1, 1, 2], [0, 1, 2, 3, 3])  // 0.625</code></example>
    public static double? Of(int periods, ReadOnlySpan<int> people, ReadOnlySpan<int> when)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(periods, 1);
        Demand.SameLength(people.Length, when.Length, nameof(when));
        using Scratch<(int Person, int Period)> seen = new(people.Length);
        for (int i = 0; i < people.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(when[i], nameof(when));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(when[i], periods, nameof(when));
            seen.Span[i] = (people[i], when[i]);
        }

        seen.Span.Sort();
        long presences = 0;
        long actives = 0;
        for (int i = 0; i < seen.Span.Length; i++)
        {
            presences += i == 0 || seen.Span[i] != seen.Span[i - 1] ? 1 : 0;
            actives += i == 0 || seen.Span[i].Person != seen.Span[i - 1].Person ? 1 : 0;
        }

        return actives == 0 ? null : (double)presences / (actives * periods);
    }
}
