using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Tool.Evidence;
using CommunityOfPractice.Tool.Trends;

namespace CommunityOfPractice.Tool.Reporting;

/// <summary>How a community develops, beside how it fares: its stage, what moves over periods, and what wanted attention.</summary>
/// <param name="Stage">The stage; null when nothing is known before the window's end.</param>
/// <param name="Trends">Tests over periods as long as the window; null when they were not asked for, or fewer than two periods were observed.</param>
/// <param name="Alerts">All alerts, in the order in which they began; numbers about fewer people than the smallest group are left out.</param>
internal sealed record Development(StageAssessment? Stage, TrendReport? Trends, ValueList<CommunityAlert> Alerts)
{
    private const int MostPeriods = 8, FewestPeriods = 2;

    /// <summary>Alerts that are not over, or that began in the last period.</summary>
    public IEnumerable<CommunityAlert> Open(DateTimeOffset asOf) => Alerts.Where(a => a.Cleared is null || a.Raised.Until == asOf);

    public static Development Of(FileEvidence files, HealthReport report, bool trends, CancellationToken cancellationToken)
    {
        CommunityId id = report.Community;
        TimeWindow window = report.Window;
        long observed = report.Activity.First is { } first ? (window.Until - first).Ticks / Math.Max(1, window.Length.Ticks) : 0;
        TimeWindow[] windows = !trends || observed < FewestPeriods ? [] : TrendsDocument.WindowsUpTo(window, (int)Math.Min(MostPeriods, observed));
        return new(
            files.StageOf(id, cancellationToken),
            windows.Length < FewestPeriods ? null : TrendAssessor.Assess([.. windows.Select(w => files.In(w).Of(id))], SmallGroupGuard.Around(StandardIndicators.All)),
            files.AlertsOf(id, SuppressionPolicy.Default, cancellationToken));
    }
}
