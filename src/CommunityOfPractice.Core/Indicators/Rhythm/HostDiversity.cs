using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The smallest number of people who together hosted at least half of the gatherings in the window.</summary>
/// <remarks>
/// The absence factor of hosts, over gatherings that took place, as somebody says; a gathering with several hosts counts for each. Range: 1 to the number of hosts. Little data: insufficient below 3 gatherings with a host; not applicable when no host is known, or no gathering is ever said to have taken place. Details: hosts.
/// O(gatherings). Source: CHAOSS, Contributor Absence Factor, applied to hosting.
/// </remarks>
public sealed class HostDiversity : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "host-absence-factor/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Hosts to lose",
        "people",
        "How many hosts would have to stay away until half of the gatherings have no host. One: gatherings hang on one person.")
    {
        Chaoss = "Contributor Absence Factor",
        NextStep = "Let hosts take turns: ask two members to host the next gathering together with somebody who has done it before.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (GatheringsHeld.Untold(evidence) is { } untold)
        {
            return untold;
        }

        if (!evidence.Gatherings.HostsKnown)
        {
            return Reading.NotApplicable("hosts.unknown", "The data do not say who hosted gatherings.");
        }

        Held[] hosted = [.. evidence.Gatherings.InWindow.Where(g => g.Hosts.Count > 0)];
        if (hosted.Length < 3)
        {
            return Reading.Insufficient("gatherings with a host", hosted.Length, 3);
        }

        Dictionary<PersonId, int> turns = [];
        foreach (PersonId host in hosted.SelectMany(g => g.Hosts))
        {
            turns[host] = turns.GetValueOrDefault(host) + 1;
        }

        return new(new Measurement.Value(AbsenceFactor.Of<int>([.. turns.Values])!.Value, hosted.Length)) { Details = [new("hosts", turns.Count)] };
    }
}
