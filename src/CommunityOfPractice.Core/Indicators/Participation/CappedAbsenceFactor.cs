using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The contributor absence factor of contributions of which at most ten of a person count a day: a burst lifts nobody.</summary>
/// <remarks>
/// The smallest number of people who together made at least half of all contributions that count. Days are those of UTC. Range: 1 to n. Little data: insufficient
/// without a contribution. Details: notCounted, the contributions beyond ten of a person a day. O(events). The absence factor without a cap is <see cref="ContributorAbsenceFactor"/>, as CHAOSS defines it; a score that volume could lift would ask for volume.
/// </remarks>
public sealed class CappedAbsenceFactor : IHealthIndicator, IOverPeople
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "absence-factor/v2";

    /// <summary>How many contributions of a person count a day.</summary>
    public const int DailyCap = 10;

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Capped absence factor",
        "people",
        "How many people would have to stay away until half of all contributions are gone, where at most ten of a person count a day. One or two: the community hangs on a thread.")
    {
        NextStep = "Share the load: ask two more people to host, answer or curate, and let them keep doing it.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        int[] counts = Counts(evidence);
        return AbsenceFactor.Of<int>(counts) is { } factor
            ? new(new Measurement.Value(factor, counts.Length)) { Details = [new("notCounted", evidence.ContributionCounts.Sum() - counts.Sum())] }
            : Reading.Insufficient("contributions", 0, 1);
    }

    int[] IOverPeople.CountsOf(HealthEvidence evidence) => Counts(evidence);

    double? IOverPeople.Of(ReadOnlySpan<int> counts) => AbsenceFactor.Of(counts);

    /// <summary>How many contributions of each contributor of the window count; rising.</summary>
    internal static int[] Counts(HealthEvidence evidence)
    {
        int[] counts = new int[evidence.Actors.Count], today = new int[counts.Length];
        long[] day = new long[counts.Length];
        ReadOnlySpan<int> actors = evidence.Actors.OfHistory[evidence.WindowStart..];
        ReadOnlySpan<Act> acts = evidence.Activity.Acts;
        ReadOnlySpan<long> times = evidence.Activity.Times;
        Array.Fill(day, -1);
        for (int i = 0; i < acts.Length; i++)
        {
            int actor = actors[i];
            if (actor >= 0 && acts[i].IsContribution())
            {
                long then = times[i] / TimeSpan.TicksPerDay;
                today[actor] = day[actor] == then ? today[actor] + 1 : 1;
                day[actor] = then;
                counts[actor] += today[actor] <= DailyCap ? 1 : 0;
            }
        }

        int[] positive = [.. counts.Where(c => c > 0)];
        Array.Sort(positive);
        return positive;
    }
}
