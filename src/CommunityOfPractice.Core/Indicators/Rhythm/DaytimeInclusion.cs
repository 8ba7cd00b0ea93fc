using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The share of the members for whom a gathering of the last 90 days fell into their daytime.</summary>
/// <remarks>
/// Members on leave or lapsed do not count. Daytime is from 8 to 18 o'clock where the person is, as of the as-of instant. Range: 0 to 1, Wilson interval, over the members whose time zone is known. Little data: insufficient below 5 of them and below 70 % of the members;
/// not applicable when members, gatherings or time zones are unknown, or no gathering is ever said to have taken place. Details: coverage. O(members x gatherings). Source: CHAOSS, Time Inclusion for Virtual Events.
/// </remarks>
public sealed class DaytimeInclusion : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "time-zone-inclusion/v1";

    /// <summary>The reading where nobody's time zone is known.</summary>
    internal static Reading ZonesUnknown { get; } = Reading.NotApplicable("time-zones.unknown", "The data do not say in which time zones people are.");

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Gatherings in daytime",
        "share",
        "For which part of the members something took place between 8 and 18 o'clock where they are.")
    {
        Chaoss = "Time Inclusion for Virtual Events",
        NextStep = "Let the hour of gatherings rotate, so that each part of the world has its turn in daytime.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (GatheringsHeld.Unknown(evidence) is { } unknown)
        {
            return unknown;
        }

        if (!evidence.MembersKnown)
        {
            return Reading.NotApplicable("members.unknown", "The data do not say who belongs to the community.");
        }

        string?[] zones = [.. evidence.ActiveAt(evidence.LastMoment).Select(m => evidence.AttributesOf(m, evidence.LastMoment)?.TimeZone)];
        TimeZoneInclusion inclusion = TimeZoneInclusion.Of([.. evidence.Gatherings.Quarter.Select(g => g.Time)], zones);
        if (inclusion.Known == 0)
        {
            return ZonesUnknown;
        }

        double coverage = (double)inclusion.Known / zones.Length;
        return inclusion.Known >= 5 && coverage < Groups.MinimumCoverage
            ? Reading.Insufficient("per cent of members with a known time zone", Math.Floor(coverage * 100), Groups.MinimumCoverage * 100)
            : Reading.OfShare(inclusion.Included, inclusion.Known, 5, "members with a known time zone") with { Details = [new("coverage", coverage)] };
    }
}
