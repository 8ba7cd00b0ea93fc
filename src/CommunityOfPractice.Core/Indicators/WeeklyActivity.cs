using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>What happened in one week.</summary>
/// <param name="From">The week's first instant; it ends seven days later.</param>
/// <param name="Contributors">How many different people contributed.</param>
/// <param name="Contributions">How many contributions they made.</param>
public sealed record WeeklyActivity(
    [property: JsonRequired] DateTimeOffset From,
    [property: JsonRequired] int Contributors,
    [property: JsonRequired] int Contributions)
{
    private const int MostWeeks = 5218;
    private const long Week = 7 * TimeSpan.TicksPerDay;

    /// <summary>The weeks that no declared break touches (<see cref="HealthEvidence.Breaks"/>): a summer break is no decline.</summary>
    internal static ValueList<WeeklyActivity> OutsideBreaks(HealthEvidence evidence)
    {
        ValueList<WeeklyActivity> weeks = Of(evidence);
        return evidence.Breaks.Count == 0 ? weeks : weeks.Where(w => !IsTouched(evidence, w.From)).ToValueList();
    }

    /// <summary>When the window will have so many weeks outside breaks, if it goes on week by week from the as-of instant and as far as breaks are known now; null where time does not bring them about.</summary>
    internal static DateTimeOffset? EnoughOn(HealthEvidence evidence, int outside, int needed)
    {
        TimeSpan length = TimeSpan.FromDays(7 * needed);
        if (evidence.FirstMomentOfPeople is not { } first || evidence.Window.Length < length)
        {
            return null;
        }

        if (evidence.Breaks.Count == 0)
        {
            return new DateTimeOffset(first, TimeSpan.Zero).Later(length);
        }

        int most = (int)Math.Min(MostWeeks, evidence.Window.Length.Ticks / Week), observed = (int)Math.Min(MostWeeks, (evidence.AsOf.UtcTicks - first) / Week);
        for (int ahead = 1; ahead <= MostWeeks && WeekFrom(ahead - 1) is { } latest; ahead++)
        {
            outside += IsTouched(evidence, latest) ? 0 : 1;
            int oldest = ahead - 1 - most; // what the window leaves behind
            outside -= oldest >= -observed && WeekFrom(oldest) is { } left && !IsTouched(evidence, left) ? 1 : 0;
            if (outside >= needed)
            {
                return WeekFrom(ahead);
            }
        }

        return null;

        DateTimeOffset? WeekFrom(int weeks) => weeks < 0 ? evidence.AsOf.AddDays(7 * weeks) : evidence.AsOf.Later(TimeSpan.FromDays(7 * weeks));
    }

    private static bool IsTouched(HealthEvidence evidence, DateTimeOffset from) => evidence.Breaks.Any(b => b.Until > b.From && b.From < from.After(TimeSpan.FromDays(7)) && b.Until > from);

    /// <summary>Counts the whole weeks of the window back from the as-of instant, as far as the community was observed.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <returns>The weeks, the earliest first; the last one ends at the as-of instant, none begins before the first activity of a person, or more than 5,218 weeks (a hundred years) back. O(events).</returns>
    public static ValueList<WeeklyActivity> Of(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (evidence.FirstMomentOfPeople is not { } first)
        {
            return [];
        }

        long end = evidence.AsOf.UtcTicks;
        long begin = Math.Max(evidence.Window.From.UtcTicks, first);
        int weeks = (int)Math.Min(MostWeeks, (end - begin) / Week);
        int[] contributors = new int[weeks], contributions = new int[weeks], seen = new int[evidence.Actors.Count];
        ActivityWindow activity = evidence.Activity;
        ReadOnlySpan<int> actors = evidence.Actors.OfHistory[evidence.WindowStart..];
        ReadOnlySpan<long> times = activity.Times;
        ReadOnlySpan<Act> acts = activity.Acts;
        for (int i = 0; i < actors.Length; i++)
        {
            int week = weeks - 1 - (int)((end - 1 - times[i]) / Week);
            if (week < 0 || actors[i] < 0 || !acts[i].IsContribution())
            {
                continue;
            }

            contributions[week]++;
            if (seen[actors[i]] <= week)
            {
                seen[actors[i]] = week + 1;
                contributors[week]++;
            }
        }

        return Enumerable.Range(0, weeks)
            .Select(w => new WeeklyActivity(new DateTimeOffset(end - ((weeks - w) * Week), TimeSpan.Zero), contributors[w], contributions[w]))
            .ToValueList();
    }
}
