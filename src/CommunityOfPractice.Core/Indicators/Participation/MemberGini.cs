using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The Gini coefficient of contributions per member, zeros included, corrected for small numbers.</summary>
/// <remarks>
/// G* = G n / (n - 1), range 0 to 1. Members are those at the as-of instant, without those on leave or lapsed. Detail: raw is G.
/// Little data: insufficient below 5 members and without a contribution; not applicable when members are not known. Context only.
/// O(n log n). Source: Gini (1912).
/// </remarks>
public sealed class MemberGini : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "gini-members/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Concentration over all members",
        "index",
        "How unequally contributions are spread over all members, the silent ones included; high is normal.");

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (!evidence.MembersKnown)
        {
            return Reading.NotApplicable("members.unknown", "The data do not say who is a member.");
        }

        int[] counts = evidence.ContributionsOfPopulation;
        return counts.Length < 5 ? Reading.Insufficient("members", counts.Length, 5)
            : Gini.CorrectedOfSorted(counts) is { } corrected
            ? new(new Measurement.Value(corrected, counts.Length)) { Details = [new("raw", Gini.OfSorted(counts)!.Value)] }
            : Reading.Insufficient("contributions", 0, 1);
    }
}
