using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Works out a score many times, with other people, weights and goalposts, and puts what comes of it into a report.</summary>
internal sealed class ScoreDraws
{
    private readonly HealthModel model;
    private readonly HealthEvidence evidence;
    private readonly HealthReport report;
    private readonly Standing now;
    private readonly ReadingDraws readings;
    private readonly Goalposts[] goalposts;

    public ScoreDraws(ModelReader reader, HealthModel model, HealthEvidence evidence, HealthReport report, Standing now)
    {
        (this.model, this.evidence, this.report, this.now) = (model, evidence, report, now);
        string[] ids = [.. now.Dimensions.SelectMany(d => d.Indicators).Select(i => i.Id)];
        goalposts = [.. ids.Select(reader.GoalpostsOf)];
        readings = new(evidence, [.. ids.Select(reader.Find)], [.. ids.Select(id => (Measurement.Value)report.Indicators.First(r => r.Info.Id == id).Reading.Measurement)]);
    }

    /// <summary>The report with its uncertainty.</summary>
    public HealthReport Into(UncertaintyOptions options, CancellationToken cancellationToken)
    {
        SplitMix64 random = options.Seed is { } seed ? new(seed) : SplitMix64.FromText(FormattableString.Invariant(
            $"{report.Community}\n{report.Window.From.UtcTicks}\n{report.Window.Until.UtcTicks}\n{model.Version}"));
        (double[][] values, UncertaintyMethod method) = readings.Draw(options, random.Split(0), cancellationToken);
        DrawnScore scorer = new(now);
        ScoreInputs[] draws = new ScoreInputs[options.Draws];
        for (int draw = 0; draw < draws.Length; draw++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            SplitMix64 own = random.Split(1).Split(draw);
            double[] values1 = values[draw % values.Length];
            draws[draw] = new(values1, Around(options, own), Moved(options, own.Split(2)));
        }

        double[] scores = [.. draws.Select(d => scorer.Of(d))];
        ScoreUncertainty uncertainty = Summarise(options, random.Seed, method, method == UncertaintyMethod.Resampled ? values.Length : 0, scores) with
        {
            Sensitivity = new Sensitivity(scorer, draws, scores, now).Shares(),
        };
        HealthReport told = report with
        {
            Uncertainty = uncertainty,
            Band = uncertainty.StableBand,
            BetweenBands = uncertainty.StableBand is null ? [uncertainty.BetweenLow, uncertainty.BetweenHigh] : [],
        };
        HealthReport scored = WithRanges(told, options.Confidence, scorer, draws);
        return method == UncertaintyMethod.Resampled ? WithIntervals(scored, options, random.Split(2), values) : scored;
    }

    private double[][] Around(UncertaintyOptions options, SplitMix64 random)
    {
        double[][] weights = [[.. now.Dimensions.Select(d => d.Weight)], .. now.Dimensions.Select(d => d.Indicators.Select(i => i.Weight).ToArray())];
        return options.WeightConcentration is { } concentration
            ? [.. weights.Select((w, place) => Dirichlet.Around(w, concentration, random.Split(1).Split(place))!)]
            : weights;
    }

    private Goalposts[] Moved(UncertaintyOptions options, SplitMix64 random)
    {
        if (options.GoalpostShift == 0)
        {
            return goalposts;
        }

        Span<double> moves = stackalloc double[4];
        Goalposts[] moved = new Goalposts[goalposts.Length];
        for (int i = 0; i < moved.Length; i++)
        {
            for (int point = 0; point < moves.Length; point++)
            {
                moves[point] = options.GoalpostShift * ((2 * random.Unit((4 * i) + point)) - 1);
            }

            moved[i] = goalposts[i].Moved(moves);
        }

        return moved;
    }

    private ScoreUncertainty Summarise(UncertaintyOptions options, ulong seed, UncertaintyMethod method, int resamples, double[] scores)
    {
        double[] sorted = [.. scores.Order()];
        string band = BandOf(report.Score!.Value);
        int middle = Percentiles.Outside(sorted.Length, ScoreUncertainty.StableFrom);
        double stability = sorted.Count(s => BandOf(s) == band) / (double)sorted.Length;
        bool stable = stability >= ScoreUncertainty.StableFrom;
        return new()
        {
            Interval = Percentiles.Of(scores, report.Score!.Value, options.Confidence),
            BandStability = stability,
            StableBand = stable ? band : null,
            BetweenLow = stable ? band : BandOf(Math.Min(sorted[middle], report.Score.Value)),
            BetweenHigh = stable ? band : BandOf(Math.Max(sorted[^(1 + middle)], report.Score.Value)),
            Method = method,
            Draws = sorted.Length,
            Resamples = resamples,
            Confidence = options.Confidence,
            Seed = seed,
            Sensitivity = [],
        };

        string BandOf(double score) => model.BandOf(new Score(score)).Name;
    }

    private HealthReport WithRanges(HealthReport scored, double confidence, DrawnScore scorer, ScoreInputs[] draws)
    {
        double[][] indicators = [.. draws.Select(d => d.Scores())], dimensions = [.. draws.Select(d => scorer.Dimensions(d))];
        string[] ids = [.. now.Dimensions.SelectMany(d => d.Indicators).Select(i => i.Id)];
        return scored with
        {
            Indicators = scored.Indicators.Select(r => Array.IndexOf(ids, r.Info.Id) is >= 0 and int i ? r with { ScoreInterval = Percentiles.Of([.. indicators.Select(s => s[i])], r.Score!.Value, confidence) } : r).ToValueList(),
            Dimensions = scored.Dimensions.Select(r => PlaceOf(r.Id) is >= 0 and int d ? r with { Interval = Percentiles.Of([.. dimensions.Select(s => s[d])], r.Score!.Value, confidence) } : r).ToValueList(),
        };

        int PlaceOf(string id) => now.Dimensions.Select(d => d.Id).ToList().IndexOf(id);
    }

    /// <summary>A reading that counts and knows no interval of its own gets one: from people and their numbers where it follows from these, else from what it read in the draws, where these lie around it.</summary>
    private HealthReport WithIntervals(HealthReport scored, UncertaintyOptions options, SplitMix64 random, double[][] values)
    {
        string[] ids = [.. now.Dimensions.SelectMany(d => d.Indicators).Select(i => i.Id)];
        return scored with { Indicators = scored.Indicators.Select(r => Array.IndexOf(ids, r.Info.Id) is >= 0 and int i ? WithInterval(r, i) : r).ToValueList() };

        IndicatorResult WithInterval(IndicatorResult result, int i) =>
            result.Reading.Measurement is Measurement.Value { Interval: null } value && IntervalOf(value, i) is { } interval
                ? result with { Reading = result.Reading with { Measurement = new Measurement.Value(value.Number, value.Count, interval) } }
                : result;

        Interval? IntervalOf(Measurement.Value value, int i) =>
            readings.OverPeople(i) is { } counts ? PeopleInterval.Of(counts, evidence, options, random.Split(i))
            : readings.IsDrawn(i) && values.Any(v => v[i] <= value.Number) && values.Any(v => v[i] >= value.Number) ? Percentiles.Of([.. values.Select(v => v[i])], value.Number, options.Confidence)
            : null;
    }
}
