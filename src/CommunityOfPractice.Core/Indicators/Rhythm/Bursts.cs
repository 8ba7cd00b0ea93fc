using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>Reads the burstiness of instants by the days on which they lie.</summary>
internal static class Bursts
{
    private const int MinimumGaps = 4;

    public static Reading Read(HealthEvidence evidence, IEnumerable<long> ticks)
    {
        long last = evidence.LastMoment.UtcTicks;
        long[] days = [.. ticks.Select(at => (last - at) / TimeSpan.TicksPerDay).Distinct().Order()];
        double[] gaps = [.. days.Skip(1).Zip(days, (later, earlier) => (double)(later - earlier))];
        return gaps.Length < MinimumGaps
            ? Reading.Insufficient("gaps between days", gaps.Length, MinimumGaps)
            : Of(gaps);
    }

    /// <summary>The reading of four gaps or more, none of them zero.</summary>
    private static Reading Of(double[] gaps)
    {
        double burstiness = Burstiness.OfFew(gaps)!.Value;
        return new(new Measurement.Value(burstiness, gaps.Length))
        {
            Details = [new("raw", Burstiness.Of(gaps)!.Value), new("rhythm", (1 - burstiness) / 2), new("medianDays", Median.Of(gaps)!.Value)],
        };
    }
}
