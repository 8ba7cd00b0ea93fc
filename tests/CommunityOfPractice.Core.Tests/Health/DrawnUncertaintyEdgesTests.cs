using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Tests.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>When people are drawn anew and when readings vary by themselves, between which bands a score lies, and whose share of the variance is which.</summary>
public sealed class DrawnUncertaintyEdgesTests
{
    private static readonly string[] Ids = ["a1", "a2", "a3", "b1"];

    /// <summary>Ten activities: as many communities as the budget holds, if they are forty, or all that were asked for.</summary>
    [Theory]
    [InlineData(50, 1000, UncertaintyMethod.Resampled, 50)]
    [InlineData(50, 500, UncertaintyMethod.Resampled, 50)]
    [InlineData(50, 499, UncertaintyMethod.Resampled, 49)]
    [InlineData(50, 400, UncertaintyMethod.Resampled, 40)]
    [InlineData(50, 399, UncertaintyMethod.OwnIntervals, 0)]
    [InlineData(20, 200, UncertaintyMethod.Resampled, 20)]
    [InlineData(20, 199, UncertaintyMethod.OwnIntervals, 0)]
    [InlineData(20, 0, UncertaintyMethod.OwnIntervals, 0)]
    public void People_are_drawn_anew_as_far_as_the_budget_reaches(int draws, long activities, UncertaintyMethod method, int resamples)
    {
        ScoreUncertainty sure = Assess([.. Ids.Select(id => Stub.Of(id, 60))], new() { Draws = draws, MostActivities = activities });
        Assert.Equal((method, resamples, draws), (sure.Method, sure.Resamples, sure.Draws));
    }

    /// <summary>A reading of a normal distribution with a standard deviation of five; three quarters and more in one band are no doubt, and the band that few draws fall into is not told.</summary>
    [Theory]
    [InlineData(55.2, "High", "High", "High")]
    [InlineData(44.8, "Low", "Low", "Low")]
    [InlineData(49, null, "Low", "High")]
    [InlineData(51, null, "Low", "High")]
    public void Bands_that_four_of_five_draws_fall_into(double value, string? stable, string low, string high)
    {
        ScoreUncertainty sure = Assess([Spread("a1", value, 9.8, 9.8), .. Ids[1..].Select(id => Stub.Of(id, Stub.None))], Fixed with { Draws = 500 });
        Assert.Equal((stable, low, high), (sure.StableBand, sure.BetweenLow, sure.BetweenHigh));
        Assert.InRange(sure.BandStability, 0.5, 0.93);
    }

    /// <summary>An interval that reaches further to one side varies further to that side.</summary>
    [Fact]
    public void Readings_vary_as_far_as_their_interval_on_either_side()
    {
        ScoreUncertainty sure = Assess([Spread("a1", 60, 4, 16), .. Ids[1..].Select(id => Stub.Of(id, Stub.None))], Fixed with { Draws = 2000 });
        Assert.Equal(56, sure.Interval.Low, 0.6);
        Assert.Equal(76, sure.Interval.High, 1.6);
    }

    /// <summary>Fifty between goalposts of 0 and 100 that each move by up to ten: from 40 to 60, to both sides alike.</summary>
    [Fact]
    public void Goalposts_move_by_their_part_to_either_side()
    {
        Interval interval = Assess([Stub.Of("a1", 50), .. Ids[1..].Select(id => Stub.Of(id, Stub.None))], Fixed with { GoalpostShift = 0.1, Draws = 500 }).Interval;
        Assert.InRange(interval.Low, 40, 44);
        Assert.InRange(interval.High, 56, 60);
    }

    /// <summary>One person made more than half of all; drawn without that person it takes two or more: the reading varies, with no interval of its own.</summary>
    [Fact]
    public void Other_people_give_other_readings()
    {
        HealthModel model = new("people/1", [new("a", "A", 1, [new(ContributorAbsenceFactor.Id, 1, Goalposts.Linear(0, 10))])], [new("Low", 0)], new() { Dimensions = 1 });
        HealthReport report = new HealthAssessor(model, [new ContributorAbsenceFactor()]).Assess(Example.Posts(30, 6, 5, 4, 3).Evidence, new() { Uncertainty = Fixed with { MostActivities = 1_000_000, Draws = 100 } });
        Assert.Equal(10, report.Score!.Value, 1e-9);
        Assert.InRange(report.Uncertainty!.Interval.High, 20, 50);
    }

    [Fact]
    public void A_cancelled_call_ends_whatever_varies()
    {
        HealthAssessor assessor = new(Stub.Model(new()), Ids.Select(id => Stub.Of(id, 60)));
        Assert.All([0L, 1_000_000L], most => Assert.Throws<OperationCanceledException>(() =>
            assessor.Assess(Stub.Enough().Evidence, new() { Uncertainty = new() { Draws = 50, MostActivities = most } }, new CancellationToken(true))));
    }

    /// <summary>A call that is cancelled in the middle of drawing people reads no further.</summary>
    [Fact]
    public void A_cancelled_call_draws_no_more_people()
    {
        using CancellationTokenSource cancel = new();
        Counting counting = new(() => cancel.Cancel());
        HealthAssessor assessor = new(Stub.Model(new() { Dimensions = 1 }), [counting, .. Ids[1..].Select(id => Stub.Of(id, Stub.None))]);
        Assert.Throws<OperationCanceledException>(() => assessor.Assess(Stub.Enough().Evidence, new() { Uncertainty = new() { Draws = 50 } }, cancel.Token));
        Assert.Equal(4, counting.Reads);
    }

    /// <summary>Each share against the correlation of all its pairs, worked out anew: of twelve draws with those one, two, three and five on.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Shares_are_correlations_of_pairs(int seed)
    {
        Random random = new(seed);
        double[] Some(int count) => [.. Enumerable.Range(0, count).Select(_ => 0.2 + random.NextDouble())];
        Standing now = new([new("a", 3, 50, [new("a1", 5, 50), new("a2", 3, 50)]), new("b", 1, 50, [new("b1", 1, 50)])]);
        DrawnScore scorer = new(now);
        ScoreInputs[] draws = [.. Enumerable.Range(0, 12).Select(_ => new ScoreInputs([.. Some(3).Select(x => 60 * x)], [Some(2), Some(2), Some(1)], [.. Some(3).Select(x => Goalposts.Linear(10 * x, 80 + (10 * x)))]))];
        double[] scores = [.. draws.Select(d => scorer.Of(d))];
        Func<ScoreInputs, ScoreInputs, ScoreInputs>[] keep =
        [
            (a, b) => b with { Values = a.Values },
            (a, b) => b with { Weights = a.Weights },
            (a, b) => b with { Goalposts = a.Goalposts },
            .. Enumerable.Range(0, 3).Select(place => (Func<ScoreInputs, ScoreInputs, ScoreInputs>)((a, b) => b with { Values = [.. b.Values.Select((v, i) => i == place ? a.Values[i] : v)] })),
        ];
        double Expected(Func<ScoreInputs, ScoreInputs, ScoreInputs> kept)
        {
            (double First, double Second)[] pairs = [.. from step in (int[])[1, 2, 3, 5] from i in Enumerable.Range(0, 12) let mixed = kept(draws[i], draws[(i + step) % 12])
                select (scores[i], scorer.Of(new ScoreInputs(mixed.Values, mixed.Weights, mixed.Goalposts)))];
            double[] all = [.. pairs.SelectMany(p => (double[])[p.First, p.Second])];
            double mean = all.Average(), variance = all.Average(x => (x - mean) * (x - mean));
            return Math.Max(0, pairs.Average(p => (p.First - mean) * (p.Second - mean)) / variance);
        }

        ValueList<InputShare> shares = new Sensitivity(scorer, draws, scores, now).Shares();
        Assert.Equal(["indicators", "weights", "goalposts", "a1", "a2", "b1"], shares.Select(s => s.Input));
        Assert.Equal(keep.Select(Expected), shares.Select(s => s.Share), (e, a) => Math.Abs(e - a) < 1e-9);
        Assert.Contains(shares, s => s.Share > 0.3);
    }

    private static UncertaintyOptions Fixed => new() { MostActivities = 0, WeightConcentration = null, GoalpostShift = 0, Seed = 7 };

    private static Stub Spread(string id, double value, double below, double above) => Stub.Of(id, new Measurement.Value(value, 9, new Interval(value - below, value + above)));

    private static ScoreUncertainty Assess(Stub[] stubs, UncertaintyOptions options) =>
        new HealthAssessor(Stub.Model(new() { Dimensions = 1 }), stubs).Assess(Stub.Enough().Evidence, new() { Uncertainty = options }).Uncertainty!;

    /// <summary>Reads 60, and does something at the fourth time.</summary>
    private sealed class Counting(Action fourth) : IHealthIndicator
    {
        public int Reads { get; private set; }

        public IndicatorInfo Info => Stub.Of("a1", 60).Info;

        public Reading Read(HealthEvidence evidence)
        {
            if (++Reads == 4)
            {
                fourth();
            }

            return new(new Measurement.Value(60, 1));
        }
    }
}
