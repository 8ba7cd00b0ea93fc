using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The share of the window's contributions that were made at night, in the evening or at the weekend where their authors were.</summary>
/// <remarks>
/// In hours is from Monday to Friday, 8 to 18 o'clock, by the time zone known of the author as of the contribution; holidays, and weeks that begin on another day, are not known. A sign of overload, and
/// never about one person. Range: 0 to 1, without an interval, since contributions of one person keep the same hours; the observations are the people. Little data: insufficient below 5 people and 20 contributions with a known time zone, and below 70 %
/// of the contributions; not applicable when there are contributions and no time zone is known of anybody who made them. Details: contributions, coverage. O(events). Source: CHAOSS, Activity Dates and Times.
/// </remarks>
public sealed class OutOfHours : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "out-of-hours/v1";

    private const int MinimumPeople = 5, MinimumContributions = 20, FirstHour = 8, LastHour = 18;

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Contributions out of hours",
        "share",
        "Which part of all contributions was made before 8 or after 18 o'clock, or at the weekend, where people are: much of it can be a sign of overload, or of a community of volunteers.")
    {
        Chaoss = "Activity Dates and Times",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        Dictionary<string, TimeZoneInfo?> zones = new(StringComparer.Ordinal);
        ActivityWindow activity = evidence.Activity;
        ReadOnlySpan<int> actors = evidence.Actors.OfHistory[evidence.WindowStart..];
        bool[] seen = new bool[evidence.Actors.Count];
        int all = 0, named = 0, known = 0, outside = 0, people = 0;
        for (int i = 0; i < actors.Length; i++)
        {
            if (actors[i] < 0 || !activity.Acts[i].IsContribution())
            {
                continue;
            }

            all++;
            DateTimeOffset at = new(activity.Times[i], TimeSpan.Zero);
            if (evidence.AttributesOf(activity.Log.Person(activity.People[i]), at)?.TimeZone is not { } name)
            {
                continue;
            }

            named++;
            if (Find(zones, name) is not { } zone)
            {
                continue;
            }

            known++;
            outside += IsInHours(zone.ToLocal(at)) ? 0 : 1;
            people += seen[actors[i]] ? 0 : 1;
            seen[actors[i]] = true;
        }

        double coverage = all == 0 ? 0 : (double)known / all;
        return all > 0 && named == 0 ? DaytimeInclusion.ZonesUnknown
            : people < MinimumPeople ? Reading.Insufficient("people with a known time zone", people, MinimumPeople)
            : known < MinimumContributions ? Reading.Insufficient("contributions with a known time zone", known, MinimumContributions)
            : coverage < Groups.MinimumCoverage ? Reading.Insufficient("per cent of contributions with a known time zone", Math.Floor(coverage * 100), Groups.MinimumCoverage * 100)
            : new(new Measurement.Value((double)outside / known, people)) { Details = [new("contributions", known), new("coverage", coverage)] };
    }

    private static TimeZoneInfo? Find(Dictionary<string, TimeZoneInfo?> zones, string name) =>
        zones.TryGetValue(name, out TimeZoneInfo? zone) ? zone : zones[name] = TimeZones.Find(name);

    private static bool IsInHours(DateTime local) => local.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && local.Hour is >= FirstHour and < LastHour;
}
