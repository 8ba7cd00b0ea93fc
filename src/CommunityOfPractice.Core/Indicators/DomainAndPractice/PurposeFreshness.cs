using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>How fresh the last look at the community's purpose is: 1 up to the review cadence, falling to 0 at twice the cadence.</summary>
/// <remarks>
/// The age is counted from the last purpose review of the charter's life, else from when the first charter of that life came into force. Range: 0 to 1. Little data: not applicable without a charter in force, and where reviews are not recorded and the charter
/// is older than its cadence (there may have been one). Details: ageDays, cadenceDays. O(charters + reviews). Source: Kubernetes annual reports; Apache board reports.
/// </remarks>
public sealed class PurposeFreshness : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "purpose-freshness/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Freshness of the purpose",
        "share",
        "Whether the community has looked at its purpose as often as it meant to: 1 is on time, 0 is one whole review missed.")
    {
        NextStep = "Put one hour on the agenda of the next gathering: whether our purpose still holds, what we add, what we let go.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (evidence.State is not { Charter: { } charter } state)
        {
            return Reading.NotApplicable("charter.none", "No charter is known to be in force.");
        }

        DateTimeOffset chartered = ChapterStart(state, charter);
        DateTimeOffset last = state.Reviews.Where(r => r.On >= chartered && r.On < evidence.AsOf).Select(r => r.On).DefaultIfEmpty(chartered).Max();
        double age = Math.Max(0, (evidence.AsOf - last).TotalDays), cadence = charter.ReviewCadence.TotalDays;
        if (!evidence.IsRecorded && state.Reviews.Count == 0 && age > cadence)
        {
            return Reading.NotApplicable("reviews.unknown", "The data do not say whether the purpose was reviewed.");
        }

        double fresh = cadence > 0 ? Math.Clamp(2 - (age / cadence), 0, 1) : 0;
        return new(new Measurement.Value(fresh, 1)) { Details = [new("ageDays", age), new("cadenceDays", cadence)] };
    }

    /// <summary>When the unbroken row of charters that the one in force ends began: a closing and reopening begins anew.</summary>
    private static DateTimeOffset ChapterStart(Community state, Charter charter)
    {
        DateTimeOffset from = charter.From;
        foreach (Charter earlier in state.Charters.Reverse().Skip(1))
        {
            if (earlier.Until != from)
            {
                break;
            }

            from = earlier.From;
        }

        return from;
    }
}
