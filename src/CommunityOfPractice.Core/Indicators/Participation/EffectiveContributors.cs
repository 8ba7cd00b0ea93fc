using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>How many people, each active in as many weeks as the others, would spread the community's active weeks as widely as they are spread.</summary>
/// <remarks>
/// The exponential of the Shannon entropy of the contributors' shares of active weeks (a Hill number of order 1). A person's active weeks
/// are the weeks of the window, counted back from the as-of instant, with at least one contribution: whoever contributes a hundred times
/// in a week counts as whoever does once. Range: 1 to the number of contributors. Little data: insufficient without a contribution.
/// O(events). Source: Hill (1973), Diversity and evenness, Ecology 54, 427-432.
/// </remarks>
public sealed class EffectiveContributors : IHealthIndicator, IOverPeople
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "effective-contributors/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Effective number of contributors",
        "people",
        "How many people carry the community week by week, those who come now and then counting for less.")
    {
        NextStep = "Ask those who contributed once or twice for something small that comes back every few weeks.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        int[] weeks = ActiveWeeks(evidence);
        return NumberOf(weeks) is { } number
            ? new(new Measurement.Value(number, weeks.Sum()))
            : Reading.Insufficient("contributions", 0, 1);
    }

    int[] IOverPeople.CountsOf(HealthEvidence evidence) => ActiveWeeks(evidence);

    double? IOverPeople.Of(ReadOnlySpan<int> counts) => NumberOf(counts);

    /// <summary>In how many weeks each contributor of the window contributed; rising.</summary>
    internal static int[] ActiveWeeks(HealthEvidence evidence)
    {
        const long Week = 7 * TimeSpan.TicksPerDay;
        long end = evidence.AsOf.UtcTicks;
        int[] weeks = new int[evidence.Actors.Count];
        long[] last = new long[evidence.Actors.Count];
        ReadOnlySpan<int> actors = evidence.Actors.OfHistory[evidence.WindowStart..];
        ReadOnlySpan<Act> acts = evidence.Activity.Acts;
        ReadOnlySpan<long> times = evidence.Activity.Times;
        Array.Fill(last, -1);
        for (int i = 0; i < actors.Length; i++)
        {
            long week = (end - 1 - times[i]) / Week;
            if (actors[i] >= 0 && acts[i].IsContribution() && last[actors[i]] != week)
            {
                last[actors[i]] = week;
                weeks[actors[i]]++;
            }
        }

        int[] positive = [.. weeks.Where(w => w > 0)];
        Array.Sort(positive);
        return positive;
    }

    private static double? NumberOf(ReadOnlySpan<int> weeks) => Entropy.EffectiveNumber(weeks) is { } number ? Math.Max(1, number) : null;
}
