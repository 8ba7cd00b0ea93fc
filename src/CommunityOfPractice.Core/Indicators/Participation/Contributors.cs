using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The number of distinct people with at least one contribution in the window.</summary>
/// <remarks>
/// Range: 0 upwards. Little data: always a value; details give how many contributed once, two to four times, and five times or more.
/// Context only: size is not health. O(events).
/// </remarks>
public sealed class Contributors : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "contributors/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Contributors",
        "people",
        "How many different people gave something to the community in the window.")
    {
        Chaoss = "Contributors",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ReadOnlySpan<int> counts = evidence.Contributions;
        int once = counts.LastIndexOf(1) + 1, upToFour = counts.Length;
        long total = 0;
        for (int i = counts.Length - 1; i >= 0; i--)
        {
            total += counts[i];
            upToFour = counts[i] >= 5 ? i : upToFour;
        }

        return new(new Measurement.Value(counts.Length, total))
        {
            Details = [new("contributions", total), new("once", once), new("twoToFour", upToFour - once), new("fiveOrMore", counts.Length - upToFour)],
        };
    }
}
