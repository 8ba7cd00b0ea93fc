using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Tool.Reporting;

/// <summary>The numbers of an explanation as they are shown: one decimal each, and still baseline plus all points is the shown score.</summary>
/// <param name="Baseline">The baseline.</param>
/// <param name="Points">The points of each indicator that has some, by id.</param>
internal sealed record RoundedExplanation(decimal Baseline, IReadOnlyDictionary<string, decimal> Points)
{
    private static readonly RoundedExplanation None = new(0, new Dictionary<string, decimal>());

    public static RoundedExplanation Of(HealthReport report)
    {
        if (report.Baseline is not { } baseline)
        {
            return None;
        }

        IndicatorResult[] parts = [.. report.Indicators.Where(i => i.Contribution is not null)];
        decimal[] rounded = LargestRemainder.Round([baseline, .. parts.Select(p => p.Contribution!.Value)], 1);
        return new(rounded[0], parts.Zip(rounded.Skip(1)).ToDictionary(p => p.First.Info.Id, p => p.Second));
    }
}
