namespace CommunityOfPractice.Core.Statistics;

/// <summary>People who joined, on which days after that they were active, and for how many days each was watched.</summary>
/// <remarks>
/// <para>
/// Three definitions are in use under one name, and they do not agree: active <i>exactly</i> on a day, active within a <i>bracket</i> of days, or active on a day
/// <i>or any time later</i>. Here each has its own method. Day 0 is the day of joining. Only people who were watched for the whole time count; one who paused or was taken
/// away from the outside stops being watched on that day.
/// </para>
/// <para>Immutable and safe to share between threads. Compared by reference.</para>
/// <para>Source: the definitions of product analytics (N-day, bracket and unbounded retention).</para>
/// </remarks>
public sealed class RetentionCohort
{
    private readonly int[] watched;

    // For each person the active days within the watched ones, ascending: days[starts[p] .. starts[p + 1]].
    private readonly int[] starts;
    private readonly int[] days;

    private RetentionCohort(int[] watched, int[] starts, int[] days) => (this.watched, this.starts, this.days) = (watched, starts, days);

    /// <summary>Gets how many people there are.</summary>
    /// <value>Zero or more.</value>
    public int Count => watched.Length;

    /// <summary>Makes a cohort; activity before joining or after the watched days is left out.</summary>
    /// <remarks>Time O(n log n), space O(n).</remarks>
    /// <param name="watched">For each person the last day that was watched to its end; −1 when not even the day of joining was.</param>
    /// <param name="people">Who was active, once for each act; an index into <paramref name="watched"/>.</param>
    /// <param name="days">On which day after joining each act took place.</param>
    /// <returns>The cohort; the same for any order of the acts.</returns>
    /// <exception cref="ArgumentException"><paramref name="people"/> and <paramref name="days"/> differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such person, or a watched day is below −1.</exception>
    /// <example>
    /// One watched for 40 days and active on day 10; one watched for 5 days:
    /// <code>
    /// RetentionCohort cohort = RetentionCohort.Of([40, 5], people: [0, 1], days: [10, 2]);
    /// cohort.Bracket(8, 30); // Retained 1, Complete 1, Incomplete 1
    /// </code>
    /// </example>
    public static RetentionCohort Of(ReadOnlySpan<int> watched, ReadOnlySpan<int> people, ReadOnlySpan<int> days)
    {
        Demand.SameLength(people.Length, days.Length, nameof(days));
        foreach (int last in watched)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(last, -1, nameof(watched));
        }

        List<(int Person, int Day)> seen = [];
        for (int act = 0; act < people.Length; act++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(people[act], nameof(people));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(people[act], watched.Length, nameof(people));
            if (days[act] >= 0 && days[act] <= watched[people[act]])
            {
                seen.Add((people[act], days[act]));
            }
        }

        seen.Sort();
        int[] starts = new int[watched.Length + 1];
        foreach ((int person, _) in seen)
        {
            starts[person + 1]++;
        }

        for (int person = 0; person < watched.Length; person++)
        {
            starts[person + 1] += starts[person];
        }

        return new(watched.ToArray(), starts, [.. seen.Select(act => act.Day)]);
    }

    /// <summary>Counts the people who were active exactly on a day.</summary>
    /// <remarks>Tells of daily habits; for a community that meets weekly it depends on the weekday. Time O(people · log acts).</remarks>
    /// <param name="day">The day; zero or more.</param>
    /// <returns>The counts, of those who were watched to the end of that day.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> is negative.</exception>
    public Retention Exact(int day) => Bracket(day, day);

    /// <summary>Counts the people who were active on at least one day of a bracket: D7 is 1 to 7, D30 is 8 to 30, D90 is 31 to 90.</summary>
    /// <remarks>Tells whether people come back in a stretch of time, whatever the weekday. Time O(people · log acts).</remarks>
    /// <param name="from">The first day; zero or more.</param>
    /// <param name="until">The last day; <paramref name="from"/> or later.</param>
    /// <returns>The counts, of those who were watched to the end of the last day.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A day is negative, or the last comes before the first.</exception>
    public Retention Bracket(int from, int until)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfLessThan(until, from);
        return CountOf(from, until, until);
    }

    /// <summary>Counts the people who were active on a day or any time later.</summary>
    /// <remarks>
    /// Tells who has not been lost yet. It can only be compared over the same people: of those who were watched for at least <paramref name="cohort"/> days it never rises with
    /// the day. Those watched for longer had more chances. Time O(people · log acts).
    /// </remarks>
    /// <param name="day">The day; zero or more.</param>
    /// <param name="cohort">The watched days that it takes to belong to the cohort; <paramref name="day"/> or later, and by default that.</param>
    /// <returns>The counts, of those who were watched to the end of day <paramref name="cohort"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> is negative, or <paramref name="cohort"/> comes before it.</exception>
    public Retention Unbounded(int day, int? cohort = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(day);
        ArgumentOutOfRangeException.ThrowIfLessThan(cohort ?? day, day, nameof(cohort));
        return CountOf(day, int.MaxValue, cohort ?? day);
    }

    private Retention CountOf(int from, int until, int needed)
    {
        int retained = 0;
        int complete = 0;
        for (int person = 0; person < watched.Length; person++)
        {
            if (watched[person] >= needed)
            {
                complete++;
                retained += IsActive(days.AsSpan(starts[person]..starts[person + 1]), from, until) ? 1 : 0;
            }
        }

        return new(retained, complete, watched.Length - complete);
    }

    private static bool IsActive(ReadOnlySpan<int> active, int from, int until)
    {
        int first = active.BinarySearch(from);
        first = first < 0 ? ~first : first;
        return first < active.Length && active[first] <= until;
    }
}
