using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The Theil-Sen slope of the logarithm of weekly contributors, with a Mann-Kendall test.</summary>
/// <remarks>
/// Weeks are whole weeks counted back from the as-of instant, not before the first activity; those that a declared break touches are left out, and the others keep their distance. The value is the median change of ln(1 +
/// contributors) a week. Range: any number; 0.05 is about 5 % more people each week. The finding says rising, falling or no detectable trend (two-sided p below 0.05; the test assumes
/// independent weeks). Little data: insufficient below 8 weeks. Context only. O(weeks squared). Sources: Mann (1945), Kendall (1975),
/// Sen (1968).
/// </remarks>
public sealed class Momentum : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "momentum/v1";

    private const int MinimumWeeks = 8;

    /// <summary>A two-sided p from here on is no trend.</summary>
    private const double Chance = 0.05;

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
        ValueList<WeeklyActivity> weekly = WeeklyActivity.OutsideBreaks(evidence);
        if (weekly.Count < MinimumWeeks)
        {
            return Reading.Insufficient("whole weeks observed", weekly.Count, MinimumWeeks, WeeklyActivity.EnoughOn(evidence, weekly.Count, MinimumWeeks));
        }

        double[] logarithms = [.. weekly.Select(w => Math.Log(1 + w.Contributors))];
        MannKendall test = MannKendall.Of(logarithms)!.Value;
        double p = test.P;
        double[] places = [.. weekly.Select(w => (w.From - weekly[0].From).TotalDays / 7)];
        return new(new Measurement.Value(TheilSen.Slope(places, logarithms)!.Value, weekly.Count))
        {
            Finding = p >= Chance ? "no detectable trend" : test.S > 0 ? "rising" : "falling",
            Details = [new("p", p), new("s", test.S), new("lastWeek", weekly[^1].Contributors)],
        };
    }

    /// <summary>Whether a reading shows that fewer and fewer contribute; null when there is too little to tell.</summary>
    internal static bool? IsFalling(Reading reading) => reading.Measurement is Measurement.Value
        ? reading.Details.First(d => d.Name == "p").Number < Chance && reading.Details.First(d => d.Name == "s").Number < 0
        : null;
}
