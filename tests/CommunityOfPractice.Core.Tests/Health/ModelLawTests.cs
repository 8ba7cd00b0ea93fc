using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Indicators;
using CommunityOfPractice.Core.Tests.Indicators.Life;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>Laws of scores over models of any dimensions, weights and shapes, and which model is used.</summary>
[Properties(Arbitrary = [typeof(SmallCommunities)])]
public sealed class ModelLawTests
{
    private static readonly HealthEvidence Evidence = Stub.Enough().Evidence;

    /// <summary>A band is left by its middle only: better is nearer to it.</summary>
    [Property, Trait("Law", "26")]
    public void Law26_BetterReadings_NeverLowerDimensionOrScore(int seed)
    {
        (HealthModel model, Dictionary<string, double> values) = Any(seed);
        Random random = new(seed + 1);
        HealthReport before = Assess(model, values);
        ScoredIndicator better = model.Dimensions.SelectMany(d => d.Indicators).OrderBy(_ => random.Next()).First();
        ValueList<double> p = better.Goalposts.Points;
        double aim = better.Goalposts.Shape switch
        {
            GoalpostShape.Band => (p[1] + p[2]) / 2,
            GoalpostShape.Binary => p[0] < p[1] ? 1 : 0,
            _ => p[1],
        };
        HealthReport after = Assess(model, new(values) { [better.Indicator] = values[better.Indicator] + ((aim - values[better.Indicator]) * random.NextDouble()) });
        Assert.True(after.Score >= before.Score - 1e-9);
        Assert.All(before.Dimensions.Zip(after.Dimensions), d => Assert.True(d.Second.Score >= d.First.Score - 1e-9));
    }

    [Property, Trait("Law", "30")]
    public void Law30_OtherCommunities_DoNotShow(SmallCommunity community)
    {
        HealthAssessor assessor = new();
        SmallCommunity alone = community with { Activities = community.Activities.Where(a => a.Community == SmallCommunity.Id).ToValueList() };
        Assert.Equal(assessor.Assess(alone.Evidence), assessor.Assess(community.Evidence));
    }

    [Property, Trait("Law", "31")]
    public void Law31_AMissingIndicator_IsAsIfTheModelDidNotNameIt(int seed)
    {
        (HealthModel model, Dictionary<string, double> values) = Any(seed);
        HealthDimension dimension = model.Dimensions[new Random(seed).Next(model.Dimensions.Count)];
        string gone = dimension.Indicators[0].Indicator;
        if (dimension.Indicators.Count > 1)
        {
            HealthModel less = new(
                "less",
                model.Dimensions.Select(d => new HealthDimension(d.Id, d.Name, d.Weight, d.Indicators.Where(i => i.Indicator != gone).ToValueList())).ToValueList(),
                model.Bands,
                model.Minimum);
            Stub[] stubs = [.. values.Select(v => v.Key == gone ? Stub.Of(gone, Stub.Few) : Stub.Of(v.Key, v.Value))];
            Assert.Equal(new HealthAssessor(less, stubs).Assess(Evidence).Score!.Value, new HealthAssessor(model, stubs).Assess(Evidence).Score!.Value, 1e-9);
        }
    }

    [Property, Trait("Law", "33")]
    public void Law33_Score_LiesBetweenDimensionsBelowTheArithmeticMeanWhateverTheScaleOfWeights(int seed)
    {
        (HealthModel model, Dictionary<string, double> values) = Any(seed);
        HealthReport report = Assess(model, values);
        double[] dimensions = [.. report.Dimensions.Select(d => Math.Max(1, d.Score!.Value))];
        Assert.InRange(report.Score!.Value, dimensions.Min() - 1e-9, dimensions.Max() + 1e-9);
        Assert.True(report.Score <= report.Dimensions.Zip(dimensions, (d, score) => d.Weight * score).Sum() + 1e-9);
        HealthModel scaled = new("scaled", model.Dimensions.Select(d => new HealthDimension(d.Id, d.Name, d.Weight * 7, d.Indicators.Select(i => new ScoredIndicator(i.Indicator, i.Weight * 3, i.Goalposts)).ToValueList())).ToValueList(), model.Bands, model.Minimum);
        Assert.Equal(report.Score.Value, Assess(scaled, values).Score!.Value, 1e-9);
    }

    [Property]
    public void Assess_AnyCommunity_IsMeasuredByTheModelThatFitsWhatIsKnown(SmallCommunity community)
    {
        HealthEvidence evidence = community.Evidence;
        HealthModel expected = evidence.DomainKnown && evidence.PracticeKnown ? HealthModel.Standard : HealthModel.Activity;
        Assert.Equal(new HealthAssessor(expected, StandardIndicators.All).Assess(evidence), new HealthAssessor().Assess(evidence));
        Assert.Equal("activity/5", new HealthAssessor().Assess(community.ActivityOnly.Evidence).ModelVersion);
    }

    [Fact]
    public void Assess_KnownCommunity_IsScoredByTheStandardModel()
    {
        SmallCommunity known = GoldenCommunity.Known.With(
            Known.Active(-30) with { Charters = [Known.Charter(-30)], Rhythm = new(TimeSpan.FromDays(14), "w") },
            Known.Shelf([.. Enumerable.Range(0, 3).Select(i => Known.Artifact($"x{i}", 0, null, "p0"))], new ArtifactUse(new("x1"), Known.Day(9), new("p1"))) with { Gatherings = [.. Enumerable.Range(0, 6).Select(i => Known.Gathering(3 + (14 * i)))] });
        HealthReport report = new HealthAssessor().Assess(known.Evidence);
        Assert.Equal(("community/2", HealthVerdict.Scored), (report.ModelVersion, report.Verdict));
        Assert.Equal(["domain", "community", "practice", "stewardship"], report.Dimensions.Select(d => d.Id));
        Assert.All(report.Dimensions, d => Assert.NotNull(d.Score));
        Assert.Equal([0.2, 0.4, 0.2, 0.2], report.Dimensions.Select(d => Math.Round(d.Weight, 12)));
    }

    [Fact]
    public void Standard_WeightsAndMinimum_AreThoseOfTheTable()
    {
        Assert.All(HealthModel.Standard.Dimensions, d => Assert.Equal(1, d.Indicators.Sum(i => i.Weight), 1e-12));
        Assert.Equal(1, HealthModel.Standard.Dimensions.Sum(d => d.Weight), 1e-12);
        Assert.Equal(new MinimumData { Dimensions = 3, RequiredDimension = "community", Contributors = 5, Contributions = 10, ObservedDays = 28, DimensionCoverage = 0.6 }, HealthModel.Standard.Minimum);
        Assert.All(HealthModel.Standard.Dimensions.SelectMany(d => d.Indicators), i => Assert.NotNull(StandardIndicators.All.Single(s => s.Info.Id == i.Indicator).Info.NextStep));
    }

    private static HealthReport Assess(HealthModel model, Dictionary<string, double> values) => new HealthAssessor(model, values.Select(v => Stub.Of(v.Key, v.Value))).Assess(Evidence);

    private static (HealthModel Model, Dictionary<string, double> Values) Any(int seed)
    {
        Random random = new(seed);
        int number = 0;
        Dictionary<string, double> values = [];
        ValueList<HealthDimension> dimensions = Enumerable.Range(0, random.Next(1, 5)).Select(d => new HealthDimension($"d{d}", "D", 0.1 + random.NextDouble(), Enumerable.Range(0, random.Next(1, 5)).Select(_ =>
        {
            string id = $"i{number++}";
            values[id] = (random.NextDouble() * 3) - 1;
            return new ScoredIndicator(id, 0.5 + (random.NextDouble() / 2), Posts(random));
        }).ToValueList())).ToValueList();
        return (new("random", dimensions, [new("Low", 0)], new MinimumData { Dimensions = dimensions.Count, DimensionCoverage = 0.01 }), values);
    }

    private static Goalposts Posts(Random random)
    {
        double[] p = [.. Enumerable.Range(0, 4).Select(_ => 0.01 + random.NextDouble()).Order()];
        return random.Next(5) switch
        {
            0 => Goalposts.Linear(p[0], p[3]),
            1 => Goalposts.Linear(p[3], p[0]),
            2 => Goalposts.Logarithmic(p[0], p[3]),
            3 => Goalposts.Band(p[0], p[1], p[2], p[3]),
            _ => Goalposts.Binary(20, 100),
        };
    }
}
