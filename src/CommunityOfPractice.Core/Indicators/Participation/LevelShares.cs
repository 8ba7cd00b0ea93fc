using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The share of the members whose last 13 weeks are those of a core member, and the shares of the other levels.</summary>
/// <remarks>
/// Levels as the default participation policy derives them from the weeks with a contribution, acts of stewardship (answers to
/// questions included) and distinct people dealt with in the window, without the memory of earlier levels. Weeks are counted back
/// from the as-of instant. Range: 0 to 1, Wilson interval. Details: core, active, peripheral as counts, activeShare and
/// peripheralShare with their intervals. Little data: insufficient below 5 members and before 13 weeks are observed; not applicable
/// when members are not known or the window is shorter. Context only; nobody is named. O(events). Source: Wenger, McDermott and
/// Snyder (2002): core 10 to 15 %, active another 15 to 20 %.
/// </remarks>
public sealed class LevelShares : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "core-level-share/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Members in the core",
        "share",
        "Which part of the members takes part like a core member; descriptions of healthy communities speak of 10 to 15 per cent, as a picture and not as a quota.");

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (!evidence.MembersKnown)
        {
            return Reading.NotApplicable("members.unknown", "The data do not say who is a member.");
        }

        ParticipationPolicy policy = ParticipationPolicy.Default;
        TimeSpan span = TimeSpan.FromDays(7 * policy.WindowWeeks);
        if (evidence.Window.Length < span)
        {
            return Reading.NotApplicable("window.short", $"The window is shorter than the {policy.WindowWeeks} weeks that levels are derived from.");
        }

        if (evidence.WeeksObserved < policy.WindowWeeks)
        {
            DateTimeOffset? enoughOn = evidence.FirstMomentOfPeople is { } first ? new DateTimeOffset(first, TimeSpan.Zero).Later(span) : null;
            return Reading.Insufficient("whole weeks observed", evidence.WeeksObserved, policy.WindowWeeks, enoughOn);
        }

        int[] levels = new int[4];
        foreach (ParticipationSignals signals in evidence.SignalsOfPopulation(policy.WindowWeeks))
        {
            levels[(int)policy.Assess(previous: null, signals, evidence.AsOf)]++;
        }

        int all = levels.Sum(), core = levels[(int)ParticipationLevel.Core], active = levels[(int)ParticipationLevel.Active], rest = all - core - active;
        Reading reading = Reading.OfShare(core, all, 5, "members");
        List<Detail> details = [new("members", all), new("core", core), new("active", active), new("peripheral", rest)];
        if (Wilson.Interval(active, all) is { } a && Wilson.Interval(rest, all) is { } r)
        {
            details.AddRange([new("activeShare", (double)active / all), new("activeLow", a.Low), new("activeHigh", a.High)]);
            details.AddRange([new("peripheralShare", (double)rest / all), new("peripheralLow", r.Low), new("peripheralHigh", r.High)]);
        }

        return reading with { Details = details.ToValueList() };
    }
}
