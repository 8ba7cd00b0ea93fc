using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>The interval of a reading over people: the people with their numbers are drawn anew, with replacement.</summary>
internal static class PeopleInterval
{
    /// <summary>Works it out; null for fewer than two people, and where no number of draws worth the name is affordable.</summary>
    public static Interval? Of(IOverPeople reading, HealthEvidence evidence, UncertaintyOptions options, SplitMix64 random)
    {
        int[] counts = reading.CountsOf(evidence);
        int draws = (int)Math.Min(options.Draws, options.MostActivities / Math.Max(1, counts.Length));
        if (draws < Math.Min(options.Draws, UncertaintyOptions.FewestResamples))
        {
            return null;
        }

        int[] drawn = new int[counts.Length];
        return ClusterBootstrap.Of(counts.Length, times => reading.Of(Drawn(counts, times, drawn)), random, draws, options.Confidence) is { } found ? new(found.Low, found.High) : null;
    }

    private static ReadOnlySpan<int> Drawn(int[] counts, ReadOnlySpan<int> times, int[] drawn)
    {
        int next = 0;
        for (int person = 0; person < counts.Length; person++)
        {
            drawn.AsSpan(next, times[person]).Fill(counts[person]);
            next += times[person];
        }

        return drawn;
    }
}
