using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Tool.Evidence;

namespace CommunityOfPractice.Tool.Trends;

/// <summary>How one community's readings move, and what wanted attention when.</summary>
internal sealed record CommunityTrend(CommunityId Id, string? Name, TrendReport Trends, ValueList<CommunityAlert> Alerts);

/// <summary>Trends and alerts of all communities asked for, by id, small groups withheld.</summary>
internal sealed record TrendsDocument(DateTimeOffset AsOf, int Periods, double PeriodDays, int SmallestGroup, string AlertPolicy, IReadOnlyList<CommunityTrend> Communities)
{
    public static TrendsDocument Of(InterchangeData data, TimeWindow last, int periods, IReadOnlyList<CommunityId> only, SuppressionPolicy policy, CancellationToken cancellationToken)
    {
        TimeWindow[] windows = WindowsUpTo(last, periods);
        if (windows.Length < periods)
        {
            throw new UsageException($"{periods} periods of {Durations.Format(last.Length)} do not fit before {Durations.Format(last.Until)}");
        }

        FileEvidence now = new(data, last);
        FileEvidence[] files = [.. windows.Select(now.In)];
        if (only.Except(now.Communities).ToList() is { Count: > 0 } unknown)
        {
            throw new UsageException($"there is no community {string.Join(", ", unknown.Select(u => $"'{u}'"))} in the files");
        }

        ValueList<IHealthIndicator> indicators = SmallGroupGuard.Around(StandardIndicators.All, policy);
        IEnumerable<CommunityId> asked = only.Count == 0 ? now.Communities : only.Distinct().Order();
        CommunityTrend[] trends = [.. asked.Select(id => new CommunityTrend(
            id,
            now.NameOf(id),
            TrendAssessor.Assess([.. files.Select(f => f.Of(id))], indicators),
            now.AlertsOf(id, policy, cancellationToken)))];
        return new(last.Until, periods, last.Length.TotalDays, policy.SmallestGroup, Core.Health.AlertPolicy.Default.Version, trends);
    }

    /// <summary>So many windows of one length, one after the other, as far as there is time.</summary>
    public static TimeWindow[] WindowsUpTo(TimeWindow last, int periods) =>
        [.. Enumerable.Range(0, periods).Reverse().Where(back => last.From.UtcTicks / Math.Max(1, last.Length.Ticks) >= back).Select(back => new TimeWindow(last.From - (last.Length * back), last.Until - (last.Length * back)))];
}
