using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Health;

/// <summary>Let others than the busiest contribute more: one act a contribution, none of them by anybody who thereby becomes one of the busiest.</summary>
/// <remarks>
/// The factor exceeds k as soon as the k busiest made less than half of everything. So with S by them and T in all, 2S − T + 1 more by others are the fewest.
/// </remarks>
internal abstract class ShareContributions(string indicator, Func<HealthEvidence, int[]> countsOf) : IHealthAct
{
    public string Indicator => indicator;

    public double PerWeek => 2;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target, int most)
    {
        ReadOnlySpan<int> counts = countsOf(evidence); // rising
        if (counts.IsEmpty || WholeActs.For(target) is not { } wanted)
        {
            return null;
        }

        int goal = Math.Min(wanted - 1, counts.Length), now = AbsenceFactor.Of(counts) ?? 0, busiest = goal;
        while (busiest > now && Shared(counts, busiest) > most)
        {
            busiest--; // the factor rises in whole steps: fewer of them, where all are too many acts
        }

        return busiest >= 1 && WholeActs.For(Shared(counts, busiest)) is { } acts && acts <= most
            ? new(acts, busiest + 1, $"Share the load: ask others than the {(busiest == 1 ? "busiest one" : FormattableString.Invariant($"{busiest} busiest"))} for {WholeActs.Count(acts, "contribution", "contributions")} more.")
            {
                Wanted = busiest < goal ? WholeActs.For(Shared(counts, goal)) : null,
            }
            : null;
    }

    /// <summary>How many contributions more by others make the busiest less than half.</summary>
    private static long Shared(ReadOnlySpan<int> counts, int busiest)
    {
        long sum = 0, total = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            total += counts[i];
            sum += i >= counts.Length - busiest ? counts[i] : 0;
        }

        return (2 * sum) - total + 1;
    }
}

/// <summary>For the absence factor of all contributions.</summary>
internal sealed class ShareAllContributions() : ShareContributions(ContributorAbsenceFactor.Id, evidence => evidence.ContributionCounts);

/// <summary>For the absence factor of contributions that count under the cap.</summary>
internal sealed class ShareCappedContributions() : ShareContributions(CappedAbsenceFactor.Id, CappedAbsenceFactor.Counts);
