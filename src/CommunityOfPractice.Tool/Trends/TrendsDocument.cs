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
    private const int MostAlertPeriods = 520;

    public static TrendsDocument Of(InterchangeData data, TimeWindow last, int periods, IReadOnlyList<CommunityId> only, SuppressionPolicy policy)
    {
        TimeWindow[] windows = [.. Enumerable.Range(0, periods).Reverse().Where(back => last.From.UtcTicks / Math.Max(1, last.Length.Ticks) >= back).Select(back => new TimeWindow(last.From - (last.Length * back), last.Until - (last.Length * back)))];
        if (windows.Length < periods)
        {
            throw new UsageException($"{periods} periods of {Durations.Format(last.Length)} do not fit before {Durations.Format(last.Until)}");
        }

        ActivityLog log = new FileEvidence(data, windows[^1]).Log;
        FileEvidence[] files = [.. windows.Select(w => new FileEvidence(data, w, log))];
        if (only.Except(files[^1].Communities).ToList() is { Count: > 0 } unknown)
        {
            throw new UsageException($"there is no community {string.Join(", ", unknown.Select(u => $"'{u}'"))} in the files");
        }

        ValueList<IHealthIndicator> indicators = SmallGroupGuard.Around(StandardIndicators.All, policy);
        Dictionary<PersonId, Person> people = data.ToPeople().ToDictionary(p => p.Id);
        ILookup<CommunityId, MembershipPeriod> memberships = data.Memberships.ToLookup(m => m.Community);
        IEnumerable<CommunityId> asked = only.Count == 0 ? files[^1].Communities : only.Distinct().Order();
        CommunityTrend[] trends = [.. asked.Select(id => new CommunityTrend(
            id,
            files[^1].NameOf(id),
            TrendAssessor.Assess([.. files.Select(f => f.Of(id))], indicators),
            AlertsOf(id, log, last.Until, memberships.Contains(id) ? new Roster(id, memberships[id].ToValueList()) : null, people, policy)))];
        return new(last.Until, periods, last.Length.TotalDays, policy.SmallestGroup, Core.Health.AlertPolicy.Default.Version, trends);
    }

    /// <summary>Alerts over the whole periods since the first activity, as the library's own service walks through them.</summary>
    private static ValueList<CommunityAlert> AlertsOf(CommunityId id, ActivityLog log, DateTimeOffset asOf, Roster? roster, Dictionary<PersonId, Person> people, SuppressionPolicy policy)
    {
        ActivityWindow history = log.Of(id).Before(asOf);
        if (history.Count == 0)
        {
            return [];
        }

        TimeSpan length = Core.Health.AlertPolicy.Default.Period;
        DateTimeOffset first = history[0].At, from = first.AddTicks(Math.Max(0, ((asOf - first).Ticks / length.Ticks) - MostAlertPeriods) * length.Ticks);
        List<AlertSignals> signals = [];
        for (; asOf - from >= length; from += length)
        {
            signals.Add(AlertSignals.Of(new HealthEvidence(id, log, new TimeWindow(from, from + length), roster, people)));
        }

        return AlertAssessor.Assess(signals, Core.Health.AlertPolicy.Default, policy);
    }
}
