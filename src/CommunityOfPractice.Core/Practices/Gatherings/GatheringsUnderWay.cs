namespace CommunityOfPractice.Core.Practices;

/// <summary>Which of some gatherings goes on at an instant: it belongs to one of them at most, the one that started last.</summary>
/// <remarks>Immutable. So what is told of ten o'clock is told of the gathering from ten on, and not of the one up to ten; and within a day-long one, of the session that goes on.</remarks>
public sealed class GatheringsUnderWay
{
    private readonly Gathering[] byStart;
    private readonly TimeSpan longest;

    /// <summary>Initializes a new instance of the <see cref="GatheringsUnderWay"/> class.</summary>
    /// <param name="gatherings">In any order and of any status; leave out those that were cancelled where it is asked what took place. O(n log n).</param>
    public GatheringsUnderWay(IEnumerable<Gathering> gatherings)
    {
        ArgumentNullException.ThrowIfNull(gatherings);
        byStart = [.. gatherings.OrderBy(g => g.Start).ThenBy(g => g.Id)];
        longest = byStart.Select(g => g.End - g.Start).DefaultIfEmpty().Max();
    }

    /// <summary>Returns the gathering that goes on at an instant.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>Of those that start then or earlier and end then or later the one that started last, of several the last by id; null for none. O(log n), and one step for each that started before and within the length of the longest one.</returns>
    public Gathering? At(DateTimeOffset at)
    {
        int next = 0, end = byStart.Length; // the first that starts later
        while (next < end)
        {
            int middle = (next + end) / 2;
            (next, end) = byStart[middle].Start <= at ? (middle + 1, end) : (next, middle);
        }

        for (int i = next - 1; i >= 0 && at - byStart[i].Start <= longest; i--)
        {
            if (byStart[i].End >= at)
            {
                return byStart[i];
            }
        }

        return null;
    }
}
