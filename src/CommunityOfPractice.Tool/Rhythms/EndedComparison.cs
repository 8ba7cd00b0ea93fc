using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Tool.Rhythms;

/// <summary>How well "dormant" by the library's rule agrees with what the source marks as no longer active.</summary>
/// <param name="Ended">The statuses that mean no longer active.</param>
/// <param name="TruePositives">Dormant, and marked.</param>
/// <param name="FalsePositives">Dormant, and not marked.</param>
/// <param name="FalseNegatives">Not dormant, and marked.</param>
/// <param name="TrueNegatives">Not dormant, and not marked.</param>
/// <param name="UnknownEnded">Marked, but nothing is known of its activities.</param>
/// <param name="UnknownOthers">Not marked, but nothing is known of its activities.</param>
/// <param name="NotCounted">Left out because of their status.</param>
internal sealed record EndedComparison(
    IReadOnlyList<string> Ended, int TruePositives, int FalsePositives, int FalseNegatives, int TrueNegatives, int UnknownEnded, int UnknownOthers, int NotCounted)
{
    public static EndedComparison Of(RhythmDocument document, IReadOnlyList<string> ended, IReadOnlyList<string> notCounted)
    {
        CommunityRhythm[] counted = [.. document.Communities.Where(c => !notCounted.Contains(c.Status))];
        return new(ended, Count(true, true), Count(true, false), Count(false, true), Count(false, false), Unknown(true), Unknown(false), document.Communities.Count - counted.Length);

        int Count(bool dormant, bool marked) => counted.Count(c => c.Dormancy.State != DormancyState.Unknown && (c.Dormancy.State == DormancyState.Dormant) == dormant && ended.Contains(c.Status) == marked);

        int Unknown(bool marked) => counted.Count(c => c.Dormancy.State == DormancyState.Unknown && ended.Contains(c.Status) == marked);
    }

    /// <summary>Of those that the rule calls dormant, how many are marked.</summary>
    public Rate Precision => new(TruePositives, TruePositives + FalsePositives);

    /// <summary>Of those that are marked, how many the rule calls dormant.</summary>
    public Rate Recall => new(TruePositives, TruePositives + FalseNegatives);

    /// <summary>Of those that are marked or not alike, how many are marked: what calling everything dormant would have for precision.</summary>
    public Rate Marked => new(TruePositives + FalseNegatives, TruePositives + FalsePositives + FalseNegatives + TrueNegatives);
}

/// <summary>A share of a few, with Wilson's 95 % interval.</summary>
internal sealed record Rate(int Count, int Of)
{
    public (double Low, double High)? Interval => Wilson.Interval(Count, Of);

    public override string ToString() => Interval is { } i
        ? Reporting.Words.Text($"{Count} of {Of} = {(double)Count / Of:0.00} (95 % interval {i.Low:0.00} to {i.High:0.00})")
        : "nothing to count";
}
