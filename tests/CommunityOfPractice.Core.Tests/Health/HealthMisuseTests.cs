using System.Text.Json;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>Each misuse, and the argument it is named after.</summary>
public sealed class HealthMisuseTests
{
    private static readonly HealthModel Model = Stub.Model(new());
    private static readonly ValueList<ScoredIndicator> Rated = [new("x", 1, Goalposts.Linear(0, 1))];
    private static readonly ValueList<HealthDimension> Dimensions = [new("a", "A", 1, Rated)];
    private static readonly ValueList<HealthBand> Bands = [new("Low", 0)];

    private static HealthEvidence Evidence => Stub.Enough().Evidence;

    public static TheoryData<string, Action> Missing => new()
    {
        { "models", () => _ = new HealthAssessor((HealthModels)null!, []) },
        { "model", () => _ = new HealthAssessor((HealthModel)null!, []) },
        { "indicators", () => _ = new HealthAssessor(Model, null!) },
        { "evidence", () => new HealthAssessor().Assess(null!) },
        { "options", () => new HealthAssessor().Assess(Evidence, null!) },
        { "standard", () => _ = new HealthModels(null!, Model) },
        { "activity", () => _ = new HealthModels(Model, null!) },
        { "evidence", () => HealthModels.Shipped.For(null!) },
        { "version", () => _ = new HealthModel(null!, Dimensions, Bands, new() { Dimensions = 1 }) },
        { "dimensions", () => _ = new HealthModel("v", null!, Bands, new() { Dimensions = 1 }) },
        { "bands", () => _ = new HealthModel("v", Dimensions, null!, new() { Dimensions = 1 }) },
        { "minimum", () => _ = new HealthModel("v", Dimensions, Bands, null!) },
        { "id", () => _ = new HealthDimension(null!, "A", 1, Rated) },
        { "name", () => _ = new HealthDimension("a", null!, 1, Rated) },
        { "indicators", () => _ = new HealthDimension("a", "A", 1, null!) },
        { "name", () => _ = new HealthBand(null!, 0) },
        { "indicator", () => _ = new ScoredIndicator(null!, 1, Goalposts.Linear(0, 1)) },
        { "goalposts", () => _ = new ScoredIndicator("x", 1, null!) },
        { "points", () => _ = new Goalposts(GoalpostShape.Linear, null!) },
        { "json", () => HealthJson.ReadModel(null!) },
        { "writer", () => new IndicatorResultJsonConverter().Write(null!, null!, JsonSerializerOptions.Default) },
        { "value", () => new IndicatorResultJsonConverter().Write(new Utf8JsonWriter(new MemoryStream()), null!, JsonSerializerOptions.Default) },
        { "periods", () => StageAssessor.Assess(null!) },
        { "periods", () => AlertAssessor.Assess(null!) },
        { "evidence", () => AlertSignals.Of(null!) },
        { "periods", () => TrendAssessor.Assess(null!, StandardIndicators.All) },
        { "indicators", () => TrendAssessor.Assess([Evidence], null!) },
        { "periods", () => TrendAssessor.Assess(new("a"), null!, []) },
        { "series", () => TrendAssessor.Assess(new("a"), [], null!) },
        { "record", () => ProcessingRecordText.Markdown(null!) },
        { "indicators", () => ProcessingRecord.Of(null!) },
        { "inner", () => _ = new SmallGroupGuard(null!) },
        { "indicators", () => SmallGroupGuard.Around(null!) },
        { "evidence", () => new SmallGroupGuard(Stub.Of("x", 1)).Read(null!) },
        { "communities", () => SiloMaps.Of(null!, SiloBorder.Department) },
    };

    public static TheoryData<string, Action> OutOfRange => new()
    {
        { "weight", () => _ = new HealthDimension("a", "A", 0, Rated) },
        { "weight", () => _ = new HealthDimension("a", "A", double.PositiveInfinity, Rated) },
        { "weight", () => _ = new HealthDimension("a", "A", double.NaN, Rated) },
        { "weight", () => _ = new ScoredIndicator("x", 0, Goalposts.Linear(0, 1)) },
        { "weight", () => _ = new ScoredIndicator("x", double.PositiveInfinity, Goalposts.Linear(0, 1)) },
        { "weight", () => _ = new ScoredIndicator("x", double.NaN, Goalposts.Linear(0, 1)) },
        { "from", () => _ = new HealthBand("a", -1e-9) },
        { "from", () => _ = new HealthBand("a", 100.0000001) },
        { "from", () => _ = new HealthBand("a", double.NaN) },
        { "value", () => Goalposts.Linear(0, 1).ScoreOf(double.PositiveInfinity) },
        { "permutations", () => SiloMaps.Of([Evidence], SiloBorder.Department, permutations: 0) },
        { "attribute", () => SiloMaps.Of([Evidence], (SiloBorder)2) },
    };

    public static TheoryData<string, Action> Unfit => new()
    {
        { "version", () => _ = new HealthModel(" ", Dimensions, Bands, new() { Dimensions = 1 }) },
        { "id", () => _ = new HealthDimension(" ", "A", 1, Rated) },
        { "name", () => _ = new HealthDimension("a", " ", 1, Rated) },
        { "indicators", () => _ = new HealthDimension("a", "A", 1, []) },
        { "indicators", () => _ = new HealthDimension("a", "A", 1, [.. Rated, .. Rated]) },
        { "name", () => _ = new HealthBand(" ", 0) },
        { "indicator", () => _ = new ScoredIndicator(" ", 1, Goalposts.Linear(0, 1)) },
        { "points", () => _ = new Goalposts(GoalpostShape.Linear, [1, 1]) },
        { "all", () => _ = new HealthAssessor(Model, [Stub.Of("x", 1), Stub.Of("x", 2)]) },
        { "all", () => _ = new HealthAssessor(Model, [Stub.Of("a1", 1)]) },
        { "flags", () => _ = new HealthAssessor(Model, Four, flags: [StandardRedFlags.All[0], StandardRedFlags.All[0]]) },
        { "all", () => _ = new HealthAssessor(Model, Four, [StandardActs.All[0], StandardActs.All[0]]) },
        { "options", () => new HealthAssessor().Assess(Evidence, new() { StepGain = 0 }) },
        { "policy", () => _ = new SmallGroupGuard(Stub.Of("x", 1), new() { SmallestGroup = 4 }) },
        { "policy", () => SiloMaps.Of([Evidence], SiloBorder.Department, new() { SmallestGroup = 4 }) },
        { "policy", () => AlertAssessor.Assess([], new() { Baseline = 2 }) },
        { "suppression", () => AlertAssessor.Assess([], suppression: new() { SmallestGroup = 4 }) },
        { "communities", () => SiloMaps.Of([], SiloBorder.Department) },
        { "communities", () => SiloMaps.Of([Evidence, Stub.Enough().Shifted(TimeSpan.FromTicks(1)).Evidence], SiloBorder.Department) },
        { "periods", () => TrendAssessor.Assess([], StandardIndicators.All) },
        { "periods", () => TrendAssessor.Assess([Evidence, Evidence], StandardIndicators.All) },
        { "series", () => TrendAssessor.Assess(new("a"), [Evidence.Window], [new(Stub.Of("x", 1).Info, [])]) },
    };

    private static Stub[] Four => [.. new[] { "a1", "a2", "a3", "b1" }.Select(id => Stub.Of(id, 50))];

    [Theory]
    [MemberData(nameof(Missing))]
    public void Nothing_is_misuse(string argument, Action act) => Assert.Equal(argument, Assert.Throws<ArgumentNullException>(act).ParamName);

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Numbers_have_their_range(string argument, Action act) => Assert.Equal(argument, Assert.Throws<ArgumentOutOfRangeException>(act).ParamName);

    [Theory]
    [MemberData(nameof(Unfit))]
    public void What_does_not_fit_is_misuse(string argument, Action act) => Assert.Equal(argument, Assert.Throws<ArgumentException>(act).ParamName);

    [Fact]
    public void The_last_value_that_is_allowed()
    {
        Assert.Equal(0, new HealthBand("a", 0).From);
        Assert.Equal(100, new HealthBand("a", 100).From);
        Assert.Equal(double.Epsilon, new HealthDimension("a", "A", double.Epsilon, Rated).Weight);
        Assert.Equal(double.MaxValue, new ScoredIndicator("x", double.MaxValue, Goalposts.Linear(0, 1)).Weight);
        Assert.Equal(1, SiloMaps.Of([Evidence], SiloBorder.Location, permutations: 1).Permutations);
    }

    /// <summary>Whoever broke a reading learns which one, and what went wrong.</summary>
    [Fact]
    public void An_indicator_that_fails_is_named()
    {
        InvalidOperationException problem = Assert.Throws<InvalidOperationException>(() => new HealthAssessor(Model, [Failing.It, .. Four]).Assess(Evidence));
        Assert.Equal("The indicator 'failing' failed.", problem.Message);
        Assert.IsType<FormatException>(problem.InnerException);
    }

    [Fact]
    public void Lists_that_are_not_there_are_empty()
    {
        HealthReport report = Stub.Assess(new(), Four);
        Assert.Empty((report with { Flags = null! }).Flags);
        Assert.Empty(new CommunityAlert("r", report.Window, "t") { Evidence = null! }.Evidence);
        StageAssessment stage = new(CommunityStage.Potential, null, 1, "v") { EvidenceFor = null!, EvidenceAgainst = null!, NextStageGaps = null!, NotKnown = null! };
        Assert.Equal((0, 0, 0, 0), (stage.EvidenceFor.Count, stage.EvidenceAgainst.Count, stage.NextStageGaps.Count, stage.NotKnown.Count));
        Assert.Equal(new FlagFacts(), new AssessmentOptions { Facts = null! }.Facts);
        Assert.Equal(3, new AssessmentOptions { Facts = new() { OpenSafetyReports = 3 } }.Facts.OpenSafetyReports);
        Assert.Equal(("alert/1", "stage/1", "suppression/1"), (new AlertPolicy { Version = null! }.Version, new StagePolicy { Version = null! }.Version, new SuppressionPolicy { Version = null! }.Version));
        Assert.Equal(("a", "b", "c"), (new AlertPolicy { Version = "a" }.Version, new StagePolicy { Version = "b" }.Version, new SuppressionPolicy { Version = "c" }.Version));
    }

    private sealed class Failing : IHealthIndicator
    {
        public static Failing It { get; } = new();

        public IndicatorInfo Info { get; } = new("failing", "Failing", "share", "It fails.");

        public Reading Read(HealthEvidence evidence) => throw new FormatException("Broken.");
    }
}
