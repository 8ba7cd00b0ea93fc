using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>Percentiles by hand, drawn scores against the composite, bands that are not stable.</summary>
[Properties(Arbitrary = [typeof(ScoreTables)], MaxTest = 100)]
public sealed class UncertaintyEdgesTests
{
    [Theory]
    [InlineData(500, 0.95, 12)]
    [InlineData(41, 0.95, 1)]
    [InlineData(40, 0.95, 0)]
    [InlineData(21, 0.8, 2)] // 1 - 0.8 is a little less than a fifth
    [InlineData(20, 0.8, 1)]
    [InlineData(3, 0.0001, 0)]
    [InlineData(101, 0.5, 25)]
    public void As_many_draws_lie_outside(int draws, double confidence, int outside) => Assert.Equal(outside, Percentiles.Outside(draws, confidence));

    [Theory]
    [InlineData(10, 3, 19)]
    [InlineData(2, 2, 19)] // widened to what was found
    [InlineData(25, 3, 25)]
    public void Intervals_leave_out_at_both_ends(double found, double low, double high)
    {
        double[] draws = [.. Enumerable.Range(1, 21).Reverse().Select(i => (double)i)];
        Assert.Equal(new Interval(low, high), Percentiles.Of(draws, found, 0.8));
        Assert.Equal(21, draws[0]); // in the order they came
    }

    [Property]
    public void Drawn_scores_are_those_of_the_composite(ScoreTable table)
    {
        Standing standing = new([.. table.Scores.Select((s, d) => new StandingDimension($"d{d}", table.DimensionWeights[d], 0, [.. s.Select((x, i) => new StandingIndicator($"i{d}.{i}", table.Weights[d][i], x))]))]);
        DrawnScore scorer = new(standing);
        double[][] weights = [table.DimensionWeights, .. table.Weights];
        ScoreInputs draw = new([.. table.Scores.SelectMany(s => s)], weights, [.. table.Scores.SelectMany(s => s).Select(_ => Goalposts.Linear(0, 100))]);
        Assert.Equal(table.Composite.Score(table.Scores), scorer.Of(draw), 1e-9);
        Assert.Equal(table.Composite.Dimensions(table.Scores), scorer.Dimensions(draw), (a, b) => Math.Abs(a - b) < 1e-9);
        ScoreInputs other = new(draw.Values, weights, [.. draw.Values.Select(_ => Goalposts.Linear(100, 0))]);
        Assert.Equal(table.Composite.Score([.. table.Scores.Select(s => s.Select(x => 100 - x).ToArray())]), scorer.Of(other), 1e-9);
    }

    /// <summary>Half of what might be lies below the border of the bands: no band is told, and between which it is.</summary>
    [Fact]
    public void A_score_at_the_border_of_two_bands_has_none()
    {
        HealthReport report = Assess(50);
        ScoreUncertainty sure = report.Uncertainty!;
        Assert.Equal((null, "Low", "High"), (sure.StableBand, sure.BetweenLow, sure.BetweenHigh));
        Assert.InRange(sure.BandStability, 0.4, 0.6);
        Assert.Null(report.Band);
        Assert.Equal(["Low", "High"], report.BetweenBands);
        Assert.Contains("\"band\":null,\"betweenBands\":[\"Low\",\"High\"]", System.Text.Json.JsonSerializer.Serialize(report, HealthJson.Report), StringComparison.Ordinal);
        Assert.StartsWith(FormattableString.Invariant($"Between Low and High: 50.0 of 100 (plausibly {sure.Interval.Low:0.0} to {sure.Interval.High:0.0}), from 1 of the model's 4 indicators."), report.Summary, StringComparison.Ordinal);
        Assert.Equal((report.Score!.Value, 0.95, 400), (50, sure.Confidence, sure.Draws));
        HealthReport far = Assess(80);
        Assert.Equal(("High", "High", "High", 1.0), (far.Uncertainty!.StableBand, far.Uncertainty.BetweenLow, far.Uncertainty.BetweenHigh, far.Uncertainty.BandStability));
        Assert.Equal("High", far.Band);
        Assert.Empty(far.BetweenBands);
        Assert.StartsWith("High: 80.0 of 100 (plausibly ", far.Summary, StringComparison.Ordinal);
    }

    /// <summary>A wider confidence is a wider interval, for score, dimension and indicator alike.</summary>
    [Fact]
    public void More_confidence_is_a_wider_interval()
    {
        HealthReport narrow = Assess(60, 0.5), wide = Assess(60, 0.95);
        double Width(Interval i) => i.High - i.Low;
        Assert.True(Width(narrow.Uncertainty!.Interval) < Width(wide.Uncertainty!.Interval));
        Assert.True(Width(narrow.Dimensions[0].Interval!.Value) < Width(wide.Dimensions[0].Interval!.Value));
        Assert.Equal(wide.Uncertainty.Interval.Low, wide.Dimensions[0].Interval!.Value.Low, 1e-9); // there is only one
        Assert.Equal(wide.Dimensions[0].Interval!.Value.Low, wide.Indicators.Single(i => i.Info.Id == "a1").ScoreInterval!.Value.Low, 1e-9);
        Assert.Equal(60 - 9.8, wide.Uncertainty.Interval.Low, 1.2); // 1.96 standard deviations of 5
        Assert.Equal(60 + 9.8, wide.Uncertainty.Interval.High, 1.2);
        Assert.Null(wide.Dimensions[1].Interval);
        Assert.All(wide.Indicators.Skip(1), i => Assert.Null(i.ScoreInterval));
    }

    private static HealthReport Assess(double value, double confidence = 0.95)
    {
        Stub wide = Stub.Of("a1", new Measurement.Value(value, 9, new Interval(value - 9.8, value + 9.8)));
        Stub[] stubs = [wide, .. new[] { "a2", "a3", "b1" }.Select(id => Stub.Of(id, Stub.None))];
        UncertaintyOptions options = new() { Draws = 400, MostActivities = 0, WeightConcentration = null, GoalpostShift = 0, Confidence = confidence };
        return new HealthAssessor(Stub.Model(new() { Dimensions = 1 }), stubs).Assess(Stub.Enough().Evidence, new() { Uncertainty = options });
    }
}
