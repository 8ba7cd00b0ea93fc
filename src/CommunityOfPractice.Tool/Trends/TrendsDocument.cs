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
    public static TrendsDocument Of(InterchangeData data, TimeWindow last, int periods, IReadOnlyList<CommunityId> only, SuppressionPolicy policy)
    {
        TimeWindow[] windows = [.. Enumerable.Range(0, periods).Reverse().Where(back => last.From.UtcTicks / Math.Max(1, last.Length.Ticks) >= back).Select(back => new TimeWindow(last.From - (last.Length * back), last.Until - (last.Length * back)))];
        if (windows.Length < periods)
        {
            throw new UsageException($"{periods} periods of {Durations.Format(last.Length)} do not fit before {Durations.Format(last.Until)}");
        }

        FileEvidence[] files = [.. windows.Select(w => new FileEvidence(data, w))];
        if (only.Except(files[^1].Communities).ToList() is { Count: > 0 } unknown)
        {
            throw new UsageException($"there is no community {string.Join(", ", unknown.Select(u => $"'{u}'"))} in the files");
        }

        ValueList<IHealthIndicator> indicators = SmallGroupGuard.Around(StandardIndicators.All, policy);
        Dictionary<PersonId, Person> people = data.ToPeople().ToDictionary(p => p.Id);
        IEnumerable<CommunityId> asked = only.Count == 0 ? files[^1].Communities : only.Distinct().Order();
        CommunityTrend[] trends = [.. asked.Select(id => new CommunityTrend(
            id,
            files[^1].NameOf(id),
            TrendAssessor.Assess([.. files.Select(f => f.Of(id))], indicators),
            AlertsOf(files[^1].Of(id), data.Log, people, policy)))];
        return new(last.Until, periods, last.Length.TotalDays, policy.SmallestGroup, Core.Health.AlertPolicy.Default.Version, trends);
    }

    /// <summary>Alerts over whole periods up to the as-of instant, as the library's own service walks through them.</summary>
    private static ValueList<CommunityAlert> AlertsOf(HealthEvidence now, ActivityLog log, Dictionary<PersonId, Person> people, SuppressionPolicy policy) =>
        AlertAssessor.Assess(AlertAssessor.Periods(now).Select(period => AlertSignals.Of(new HealthEvidence(now.Community, log, period, now.Roster, people))), Core.Health.AlertPolicy.Default, policy);
}
