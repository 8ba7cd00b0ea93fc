namespace CommunityOfPractice.Core.Statistics;

/// <summary>The steps of a survival curve of cases that came under observation late.</summary>
internal static class DelayedEntry
{
    /// <summary>Makes the steps: at each event time only those are at risk who had been seen before it.</summary>
    /// <param name="entries">When each case came under observation; from 0 to its end.</param>
    /// <param name="ends">When its observation ended.</param>
    /// <param name="observed">Whether with its event.</param>
    public static SurvivalStep[] StepsOf(ReadOnlySpan<double> entries, ReadOnlySpan<double> ends, ReadOnlySpan<bool> observed)
    {
        using Scratch<double> starts = new(ends.Length);
        using Scratch<double> times = new(ends.Length);
        using Scratch<bool> ended = new(ends.Length);
        int cases = 0;
        for (int i = 0; i < ends.Length; i++)
        {
            // Who comes in at the very end was never at risk, unless there from the start.
            if (entries[i] < ends[i] || entries[i] == 0)
            {
                (starts.Span[cases], times.Span[cases], ended.Span[cases]) = (entries[i], ends[i], observed[i]);
                cases++;
            }
        }

        Span<double> came = starts.Span[..cases];
        Span<double> went = times.Span[..cases];
        came.Sort();
        went.Sort(ended.Span[..cases]);
        List<SurvivalStep> steps = [];
        double survival = 1;
        int arrived = 0;
        for (int at = 0, next; at < cases; at = next)
        {
            int events = 0;
            for (next = at; next < cases && went[next] == went[at]; next++)
            {
                events += ended.Span[next] ? 1 : 0;
            }

            while (arrived < cases && (came[arrived] < went[at] || came[arrived] == 0))
            {
                arrived++;
            }

            if (events > 0)
            {
                int atRisk = arrived - at;
                survival *= (double)(atRisk - events) / atRisk;
                steps.Add(new(went[at], atRisk, events, survival));
            }
        }

        return [.. steps];
    }
}
