using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Tool.Studies;

/// <summary>The change of the default model that the study proposes: three indicators more, everything else as it is.</summary>
internal static class ProposedModel
{
    private static readonly (string Dimension, ScoredIndicator Place)[] Added =
    [
        ("community", new(SharedWeeks.Id, 0.20, Goalposts.Linear(0, 1))),
        ("community", new(NewContributors.Id, 0.15, Goalposts.Linear(0, 0.5))),
        ("stewardship", new(EffectiveContributors.Id, 0.3, Goalposts.Logarithmic(1, 16))),
    ];

    /// <summary>An assessor with the default model, and the three where it does not name them yet.</summary>
    public static HealthAssessor Assessor()
    {
        HealthModel present = HealthModel.Activity;
        HashSet<string> named = [.. present.Dimensions.SelectMany(d => d.Indicators).Select(i => i.Indicator)];
        HealthModel model = new(
            $"{present.Version}+proposed",
            [.. present.Dimensions.Select(d => new HealthDimension(d.Id, d.Name, d.Weight, [.. d.Indicators, .. Added.Where(a => a.Dimension == d.Id && !named.Contains(a.Place.Indicator)).Select(a => a.Place)]))],
            present.Bands,
            present.Minimum);
        IHealthIndicator[] own = [new SharedWeeks(), new NewContributors(), new EffectiveContributors()];
        HashSet<string> standard = [.. StandardIndicators.All.Select(i => i.Info.Id)];
        return new(model, [.. StandardIndicators.All, .. own.Where(i => !standard.Contains(i.Info.Id))]);
    }
}
