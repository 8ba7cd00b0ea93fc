using System.Text.Json;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Indicators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Health;

[Properties(Arbitrary = [typeof(SmallCommunities)], MaxTest = 40)]
public sealed class UncertaintyTests
{
    private static readonly HealthAssessor Assessor = new();
    private static readonly AssessmentOptions Few = new() { Uncertainty = new() { Draws = 60 } };

    [Property, Trait("Law", "34")]
    public void Law34_EveryInterval_ContainsWhatItIsAbout_AndABandIsNamedWhenStable(LivelyCommunity lively, bool resampled)
    {
        HealthReport report = Assessor.Assess(lively.Community.Evidence, resampled ? Few : Few with { Uncertainty = Few.Uncertainty! with { MostActivities = 0 } });
        if (report.Score is not { } score)
        {
            Assert.Null(report.Uncertainty);
            return;
        }

        ScoreUncertainty sure = report.Uncertainty!;
        Assert.Equal((resampled ? UncertaintyMethod.Resampled : UncertaintyMethod.OwnIntervals, 60, resampled ? 60 : 0), (sure.Method, sure.Draws, sure.Resamples));
        Assert.True(sure.Interval.Contains(score) && sure.Interval.Low >= 1 && sure.Interval.High <= 100);
        Assert.All(report.Dimensions.Where(d => d.Score is not null), d => Assert.True(d.Interval!.Value.Contains(d.Score!.Value)));
        Assert.All(report.Indicators, i => Assert.Equal(i.ScoreInterval is not null, i.Score is not null && report.Dimensions.Single(d => d.Id == i.Dimension).Score is not null));
        Assert.All(report.Indicators.Where(i => i.ScoreInterval is not null), i => Assert.True(i.ScoreInterval!.Value.Contains(i.Score!.Value)));
        Assert.Equal(sure.BandStability >= 0.8, sure.StableBand is not null);
        Assert.Equal(sure.StableBand is null, sure.BetweenLow != sure.BetweenHigh);
        Assert.Equal(sure.StableBand ?? report.Band, report.Band);
        Assert.All(sure.Sensitivity, s => Assert.InRange(s.Share, 0, 1));
    }

    [Property, Trait("Law", "24")]
    public void Law24_TheSameFactsInAnyOrder_GiveTheSameBytes(LivelyCommunity lively, int seed) =>
        Assert.Equal(Bytes(Assessor.Assess(lively.Community.Evidence, Few)), Bytes(Assessor.Assess(lively.Community.Shuffled(seed).Evidence, Few)));

    [Property, Trait("Law", "30")]
    public void Law30_OtherCommunities_DoNotShowInTheInterval(LivelyCommunity lively)
    {
        SmallCommunity community = lively.Community;
        SmallCommunity alone = community with { Activities = community.Activities.Where(a => a.Community == SmallCommunity.Id).ToValueList() };
        Assert.Equal(Bytes(Assessor.Assess(community.Evidence, Few)), Bytes(Assessor.Assess(alone.Evidence, Few)));
    }

    /// <summary>Uncertainty adds and changes nothing else.</summary>
    [Property]
    public void Assess_WithUncertainty_IsTheSameReportBeside(LivelyCommunity lively)
    {
        HealthReport with = Assessor.Assess(lively.Community.Evidence, Few), without = Assessor.Assess(lively.Community.Evidence);
        Assert.Equal(without, with with
        {
            Uncertainty = null,
            Band = null,
            BetweenBands = [],
            Summary = without.Summary,
            Dimensions = with.Dimensions.Select(d => d with { Interval = null }).ToValueList(),
            Indicators = with.Indicators.Zip(without.Indicators, (w, o) => w with { ScoreInterval = null, Reading = o.Reading.Measurement is Measurement.Value { Interval: null } ? WithoutInterval(w.Reading) : w.Reading }).ToValueList(),
        });

        static Reading WithoutInterval(Reading reading) => reading with { Measurement = new Measurement.Value(((Measurement.Value)reading.Measurement).Number, ((Measurement.Value)reading.Measurement).Count) };
    }

    /// <summary>A reading that counts and has no interval of its own gets one, which holds the value; one over people from their numbers alone.</summary>
    [Property]
    public void ReadingsThatCount_GetAnInterval(LivelyCommunity lively, bool resampled, bool guarded)
    {
        HealthEvidence evidence = lively.Community.Evidence;
        HealthAssessor assessor = guarded ? new(HealthModels.Shipped, SmallGroupGuard.Around(StandardIndicators.All)) : Assessor;
        HealthReport report = assessor.Assess(evidence, resampled ? Few : Few with { Uncertainty = Few.Uncertainty! with { MostActivities = 0 } });
        Assert.All(report.Indicators, i => Assert.True(i.Reading.Measurement is not Measurement.Value { Interval: { } interval } value || interval.Contains(value.Number), i.Info.Id));
        Assert.All(report.Indicators.Where(i => i.ScoreInterval is not null && i.Info.Id is CappedAbsenceFactor.Id or EffectiveContributors.Id), i =>
        {
            bool drawn = resampled && evidence.Contributions.Length > 1;
            Assert.Equal(drawn, ((Measurement.Value)i.Reading.Measurement).Interval is not null);
        });
        Assert.All(report.Indicators.Where(i => i.ScoreInterval is null && i.Info.Id is ContributorAbsenceFactor.Id or CappedAbsenceFactor.Id), i => Assert.Null((i.Reading.Measurement as Measurement.Value)?.Interval));
    }

    /// <summary>Where all contribute alike, other people like these are no others; where one does it all with many beside, that one may be missing.</summary>
    [Theory]
    [InlineData(40, 3, 3, 20, 20)]
    [InlineData(40, 30, 1, 1, 20)]
    public void AnIntervalOverPeople_IsThatOfPeopleDrawnAnew(int people, int first, int others, double low, double high)
    {
        HealthEvidence evidence = Example.Posts([first * (first == others ? 1 : 4), .. Enumerable.Repeat(others, people - 1)]).Evidence;
        HealthModel model = new("people/1", [new("a", "A", 1, [new(CappedAbsenceFactor.Id, 1, Goalposts.Logarithmic(1, 8))])], [new("Any", 0)], new() { Dimensions = 1, Contributors = 1, Contributions = 1, ObservedDays = 0 });
        HealthReport report = new HealthAssessor(model, [new CappedAbsenceFactor()]).Assess(evidence, new() { Uncertainty = new() { Draws = 200, Seed = 7 } });
        Interval interval = ((Measurement.Value)report.Indicators.Single().Reading.Measurement).Interval!.Value;
        Assert.Equal((low, high), (interval.Low, interval.High));
    }

    [Fact]
    public void Assess_NothingVaries_HasNoWidthAndAStableBand()
    {
        HealthReport report = Certain().Assess(Stub.Enough().Evidence, new() { Uncertainty = new() { WeightConcentration = null, GoalpostShift = 0 } });
        Assert.Equal((report.Score!.Value, report.Score!.Value), (report.Uncertainty!.Interval.Low, report.Uncertainty.Interval.High));
        Assert.Equal((1, "High"), (report.Uncertainty.BandStability, report.Uncertainty.StableBand));
        Assert.All(report.Uncertainty.Sensitivity, s => Assert.Equal(0, s.Share));
    }

    /// <summary>With one dimension and one indicator, all variance comes from its goalposts.</summary>
    [Fact]
    public void Sensitivity_OneInputVaries_HasAllOfTheVariance()
    {
        HealthReport report = Certain().Assess(Stub.Enough().Evidence, new() { Uncertainty = new() { WeightConcentration = null, GoalpostShift = 0.1 } });
        Assert.Equal([("indicators", 0), ("weights", 0), ("goalposts", 1)], report.Uncertainty!.Sensitivity.Take(3).Select(s => (s.Input, s.Share < 0.15 ? 0 : Math.Round(s.Share, 9))));
    }

    /// <summary>A mean of independent normals: shares are squares of weight times standard deviation, and known.</summary>
    [Fact]
    public void Sensitivity_LinearScore_IsAsCalculated()
    {
        Stub[] stubs = [Wide("a1", 50, 1), Wide("a2", 50, 4), Wide("a3", 50, 2), Stub.Of("b1", Stub.None)];
        HealthReport report = new HealthAssessor(Stub.Model(new() { Dimensions = 1 }), stubs).Assess(
            Stub.Enough().Evidence, new() { Uncertainty = new() { Draws = 5000, MostActivities = 0, WeightConcentration = null, GoalpostShift = 0 } });
        double[] variances = [25 * 1, 9 * 16, 4 * 4];
        Assert.Equal(UncertaintyMethod.OwnIntervals, report.Uncertainty!.Method);
        Assert.Equal(variances.Select(v => v / variances.Sum()), report.Uncertainty.Sensitivity.Skip(3).Select(s => s.Share), (e, a) => Math.Abs(e - a) < 0.04);
        Assert.Equal(1, report.Uncertainty.Sensitivity[0].Share, 1e-9);
        double half = 1.96 * Math.Sqrt(variances.Sum()) / 10;
        Assert.Equal(50 - half, report.Uncertainty.Interval.Low, 0.25);
        Assert.Equal(50 + half, report.Uncertainty.Interval.High, 0.25);

        static Stub Wide(string id, double value, double deviation) => Stub.Of(id, new Measurement.Value(value, 9, new Interval(value - (1.96 * deviation), value + (1.96 * deviation))));
    }

    [Fact]
    public void Assess_AnotherSeed_GivesAnotherInterval_AndIsReported()
    {
        HealthReport one = Assessor.Assess(GoldenCommunity.Known.Evidence, new() { Uncertainty = new() { Draws = 60, Seed = 1 } });
        HealthReport two = Assessor.Assess(GoldenCommunity.Known.Evidence, new() { Uncertainty = new() { Draws = 60, Seed = 2 } });
        Assert.Equal((1ul, 2ul), (one.Uncertainty!.Seed, two.Uncertainty!.Seed));
        Assert.NotEqual(one.Uncertainty.Interval, two.Uncertainty.Interval);
    }

    [Fact]
    public void Assess_BudgetForFewerCommunities_UsesThemInTurn()
    {
        int size = GoldenCommunity.Known.Evidence.History.Count;
        Assert.Equal(40, Assessor.Assess(GoldenCommunity.Known.Evidence, new() { Uncertainty = new() { Draws = 60, MostActivities = 40 * size } }).Uncertainty!.Resamples);
        Assert.Equal(UncertaintyMethod.OwnIntervals, Assessor.Assess(GoldenCommunity.Known.Evidence, new() { Uncertainty = new() { Draws = 60, MostActivities = (40 * size) - 1 } }).Uncertainty!.Method);
    }

    [Fact]
    public void Options_EverythingWrong_IsNamed()
    {
        AssessmentOptions wrong = new()
        {
            Baseline = (HealthBaseline)9,
            StepGain = 0,
            Uncertainty = new() { Draws = 19, Confidence = 1, WeightConcentration = 0, GoalpostShift = 0.5, MostActivities = -1 },
        };
        Assert.Equal(
            ["draws.range", "confidence.range", "concentration.range", "goalpost-shift.range", "activities.range", "baseline.unknown", "step.gain"],
            wrong.Problems().Select(p => p.Code));
        Assert.Throws<ArgumentException>(() => Assessor.Assess(GoldenCommunity.Known.Evidence, wrong));
        Assert.Empty(AssessmentOptions.Default.Problems());
    }

    [Fact]
    public void Assess_Cancelled_Throws() =>
        Assert.Throws<OperationCanceledException>(() => Assessor.Assess(GoldenCommunity.Known.Evidence, Few, new CancellationToken(true)));

    [Fact]
    public void Report_WithUncertainty_ComesBackEqual()
    {
        HealthReport report = Assessor.Assess(GoldenCommunity.Known.Evidence, Few with { Baseline = HealthBaseline.PreviousPeriod });
        Assert.NotNull(report.Uncertainty);
        Assert.Equal(report, JsonSerializer.Deserialize(JsonSerializer.Serialize(report, HealthJson.Report), HealthJson.Report));
    }

    private static HealthAssessor Certain() => new(Stub.Model(new() { Dimensions = 1 }), [Stub.Of("a1", 80), Stub.Of("a2", Stub.None), Stub.Of("a3", Stub.None), Stub.Of("b1", Stub.None)]);

    private static string Bytes(HealthReport report) => JsonSerializer.Serialize(report, HealthJson.Report);
}
