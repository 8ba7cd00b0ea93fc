using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;
using Xunit.Abstractions;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>How often the 95 % interval of a score holds the mean score of the process that made the community; figures stand in docs/health.md.</summary>
public sealed class CoverageStudy(ITestOutputHelper output)
{
    private const int Processes = 300, Runs = 80, Draws = 100;

    private static readonly HealthAssessor Assessor = new(HealthModel.Activity, StandardIndicators.All
        .Where(i => HealthModel.Activity.Dimensions.SelectMany(d => d.Indicators).Any(s => s.Indicator == i.Info.Id)).Select(i => i is CrossDepartmentTies ? new CrossDepartmentTies(permutations: 0) : i), acts: []);

    private static readonly UncertaintyOptions Chance = new() { Draws = Draws, WeightConcentration = null, GoalpostShift = 0 };

    [Theory, Trait("Category", "Slow")]
    [InlineData(20, 8, 0.4, 0.6, 0.5)]
    [InlineData(40, 10, 0.4, 0.6, 0.5)]
    [InlineData(40, 10, 0.4, 0.9, 0.8)]
    public void Interval_OfSimulatedCommunities_HoldsTheExpectedScore(int people, int joining, double ask, double answered, double stay)
    {
        SimulatedCommunity process = new(people, joining, ask, answered, stay, 0.5);
        HealthReport[] many = [.. Enumerable.Range(0, Processes).Select(i => Assessor.Assess(process.Draw(100_000 + i).Evidence)).Where(r => r.Score is not null)];
        double truth = many.Average(r => r.Score!.Value), spread = Math.Sqrt(many.Average(r => Math.Pow(r.Score!.Value - truth, 2)));
        Dictionary<string, double> truths = many.SelectMany(r => r.Indicators).Where(i => i.Score is not null).GroupBy(i => i.Info.Id).ToDictionary(g => g.Key, g => g.Average(i => i.Score!.Value));
        int chance = 0, whole = 0, runs = 0;
        double width = 0, wholeWidth = 0;
        Dictionary<string, (int Held, int All)> single = [];
        for (int run = 0; run < Runs; run++)
        {
            SmallCommunity community = process.Draw(run);
            HealthReport report = Assessor.Assess(community.Evidence, new() { Uncertainty = Chance });
            if (report.Uncertainty is not { } uncertainty)
            {
                continue;
            }

            Interval full = Assessor.Assess(community.Evidence, new() { Uncertainty = new() { Draws = Draws } }).Uncertainty!.Interval;
            runs++;
            chance += Holds(uncertainty.Interval, truth) ? 1 : 0;
            whole += Holds(full, truth) ? 1 : 0;
            width += uncertainty.Interval.High - uncertainty.Interval.Low;
            wholeWidth += full.High - full.Low;
            foreach (IndicatorResult indicator in report.Indicators.Where(i => i.ScoreInterval is not null && truths.ContainsKey(i.Info.Id)))
            {
                (int held, int all) = single.GetValueOrDefault(indicator.Info.Id);
                single[indicator.Info.Id] = (held + (Holds(indicator.ScoreInterval!.Value, truths[indicator.Info.Id]) ? 1 : 0), all + 1);
            }
        }

        output.WriteLine(FormattableString.Invariant($"{people}+{joining}: mean score {truth:0.0}, sd {spread:0.0}, scored {many.Length}/{Processes}; chance only {chance}/{runs}, width {width / runs:0.0}; all {whole}/{runs}, width {wholeWidth / runs:0.0}"));
        foreach ((string id, (int held, int all)) in single.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            double mean = truths[id], deviation = Math.Sqrt(many.SelectMany(r => r.Indicators).Where(i => i.Info.Id == id && i.Score is not null).Average(i => Math.Pow(i.Score!.Value - mean, 2)));
            output.WriteLine(FormattableString.Invariant($"  {id}: {held}/{all}, mean {mean:0.0}, sd {deviation:0.0}"));
        }

        Assert.InRange((double)chance / runs, 0.7, 1); // too narrow by itself for few people, as docs/health.md says
        Assert.InRange((double)whole / runs, 0.9, 1);
    }

    private static bool Holds(Interval interval, double value) => interval.Low <= value && value <= interval.High;
}
