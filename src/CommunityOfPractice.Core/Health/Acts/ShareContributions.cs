using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Core.Health;

/// <summary>Let others than the busiest contribute more: one act a contribution, none of them by anybody who thereby becomes one of the busiest.</summary>
/// <remarks>
/// The factor exceeds k as soon as the k busiest made less than half of everything. So with S by them and T in all, 2S − T + 1 more by others are the fewest.
/// </remarks>
internal sealed class ShareContributions : IHealthAct
{
    public string Indicator => ContributorAbsenceFactor.Id;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target)
    {
        ReadOnlySpan<int> counts = evidence.Contributions;
        if (counts.IsEmpty || WholeActs.For(target) is not { } wanted)
        {
            return null;
        }

        int busiest = Math.Min(wanted - 1, counts.Length);
        long sum = 0, total = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            total += counts[i];
            sum += i >= counts.Length - busiest ? counts[i] : 0;
        }

        return busiest >= 1 && WholeActs.For((2 * sum) - total + 1) is { } acts
            ? new(acts, busiest + 1, $"Share the load: ask others than the {(busiest == 1 ? "busiest one" : FormattableString.Invariant($"{busiest} busiest"))} for {WholeActs.Count(acts, "contribution", "contributions")} more.")
            : null;
    }
}
