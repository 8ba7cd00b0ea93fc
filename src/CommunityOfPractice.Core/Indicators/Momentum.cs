using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The Theil-Sen slope of the logarithm of weekly contributors, with a Mann-Kendall test.</summary>
/// <remarks>
/// Weeks are whole weeks counted back from the as-of instant, not before the first activity. The value is the median change of ln(1 +
/// contributors) a week. The finding says rising, falling or no detectable trend (two-sided p below 0.05; the test assumes
/// independent weeks). Little data: insufficient below 8 weeks. Context only. O(weeks squared). Sources: Mann (1945), Kendall (1975),
/// Sen (1968).
/// </remarks>
public sealed class Momentum : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "momentum/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Momentum",
        "per week",
        "Whether the number of people who contribute each week rises, falls or shows no detectable trend.");

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        int[] weekly = WeeklyContributors(evidence);
        if (weekly.Length < MinimumWeeks)
        {
            return Reading.Insufficient("whole weeks observed", weekly.Length, MinimumWeeks);
        }

        double[] logarithms = [.. weekly.Select(w => Math.Log(1 + w))];
        MannKendall test = MannKendall.Of(logarithms)!.Value;
        double p = test.P;
        return new(new Measurement.Value(TheilSen.Slope(logarithms)!.Value, weekly.Length))
        {
            Finding = p >= 0.05 ? "no detectable trend" : test.S > 0 ? "rising" : "falling",
            Details = [new("p", p), new("s", test.S), new("lastWeek", weekly[^1])],
        };
    }

    /// <summary>Returns how many people contributed in each whole week of the window.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <returns>One count a week, the last week ending at the as-of instant; no week begins before the first activity.</returns>
    public static int[] WeeklyContributors(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (evidence.History.Count == 0)
        {
            return [];
        }

        const long Week = 7 * TimeSpan.TicksPerDay;
        long end = evidence.AsOf.UtcTicks;
        long begin = Math.Max(evidence.Window.From.UtcTicks, evidence.History.Times[0]);
        int[] weekly = new int[(end - begin) / Week];
        int[] seen = new int[evidence.Actors.Count];
        ActivityWindow activity = evidence.Activity;
        ReadOnlySpan<int> actors = evidence.Actors.OfHistory[evidence.WindowStart..];
        for (int i = 0; i < activity.Count; i++)
        {
            int week = weekly.Length - 1 - (int)((end - 1 - activity.Times[i]) / Week);
            if (week >= 0 && actors[i] >= 0 && activity.Acts[i].IsContribution() && seen[actors[i]] <= week)
            {
                seen[actors[i]] = week + 1;
                weekly[week]++;
            }
        }

        return weekly;
    }

    private const int MinimumWeeks = 8;
}
