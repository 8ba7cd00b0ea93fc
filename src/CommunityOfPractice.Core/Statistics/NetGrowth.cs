namespace CommunityOfPractice.Core.Statistics;

/// <summary>Net growth: by what share a community grew or shrank in a period.</summary>
public static class NetGrowth
{
    /// <summary>Returns <c>(joins − leaves) / members at the start</c>.</summary>
    /// <remarks>It tells direction and size, not health: look at who comes and who goes. A small start makes large numbers. Time and space O(1).</remarks>
    /// <param name="joins">How many joined; zero or more.</param>
    /// <param name="leaves">How many left; zero or more.</param>
    /// <param name="atStart">How many members there were at the start; zero or more.</param>
    /// <returns>From −1 up as long as nobody joins and leaves in the period; null when there were no members at the start: then show the counts.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    /// <example><code>NetGrowth.Of(joins: 6, leaves: 4, atStart: 20)  // 0.1</code></example>
    public static double? Of(int joins, int leaves, int atStart)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(joins);
        ArgumentOutOfRangeException.ThrowIfNegative(leaves);
        ArgumentOutOfRangeException.ThrowIfNegative(atStart);
        return atStart == 0 ? null : ((double)joins - leaves) / atStart;
    }
}
