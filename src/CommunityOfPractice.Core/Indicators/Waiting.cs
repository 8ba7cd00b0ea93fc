using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>What the indicators of waiting and of ties have in common.</summary>
internal static class Waiting
{
    public const int MinimumObservations = 10;
    public const int MinimumEvents = 3;

    public static Reading NothingAsked { get; } = Reading.NotApplicable("questions.none", "No question was ever asked here.");

    /// <summary>The estimated share that waited no longer than the given hours.</summary>
    public static Reading ShareWithin(SurvivalCurve? curve, double[] hours, bool[] answered, double within, string what, bool asked)
    {
        if (!asked)
        {
            return NothingAsked;
        }

        if (curve is null || hours.Length < MinimumObservations)
        {
            return Reading.Insufficient(what, hours.Length, MinimumObservations);
        }

        int events = answered.Count(a => a);
        int full = hours.Where((h, i) => answered[i] || h >= within).Count();
        if (events < MinimumEvents && full < MinimumObservations)
        {
            return Reading.Insufficient($"{what} with {within} hours since", full, MinimumObservations);
        }

        double share = 1 - curve.At(within);
        (double low, double high) = curve.Interval(within) is { } interval
            ? (1 - interval.High, 1 - interval.Low)
            : Wilson.Interval((long)Math.Round(share * full), full)!.Value;
        return new(new Measurement.Value(share, hours.Length, new Interval(Math.Min(low, share), Math.Max(high, share))));
    }

    /// <summary>A reading that ties cannot be told, or null when they can.</summary>
    public static Reading? TiesUnknown(HealthEvidence evidence)
    {
        bool known = evidence.Interactions.Count + evidence.Interactions.Outside > 0 || evidence.RepliesKnown;
        return known ? null : Reading.NotApplicable("ties.unknown", "Nothing in the data says who turns to whom.");
    }
}
