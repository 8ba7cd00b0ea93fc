using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Turns the evidence about a community into a report, by a model and a list of indicators.</summary>
/// <remarks>
/// Immutable and safe for any number of threads. Deterministic: equal evidence gives equal reports, bit for bit, whatever the order of
/// the input, the culture or the number of cores.
/// </remarks>
public sealed class HealthAssessor
{
    private const double Middle = 50;
    private const int MostSteps = 3;

    private readonly ValueList<IHealthIndicator> indicators;
    private readonly Dictionary<string, (HealthDimension Dimension, ScoredIndicator Place)> places;
    private readonly HealthAssessor? byActivity; // takes over where domain or practice are unknown

    /// <summary>Creates an assessor with the models and indicators that the library brings along.</summary>
    public HealthAssessor()
        : this(HealthModels.Shipped, StandardIndicators.All)
    {
    }

    /// <summary>Creates an assessor that uses the model that fits what is known of a community.</summary>
    /// <param name="models">How readings become a score.</param>
    /// <param name="indicators">What to read, in the order of the report; those that a model does not name are reported beside the score.</param>
    /// <exception cref="ArgumentException">Two indicators have one id, or a model names one that is not among them.</exception>
    public HealthAssessor(HealthModels models, IEnumerable<IHealthIndicator> indicators)
        : this((models ?? throw new ArgumentNullException(nameof(models))).Standard, indicators)
    {
        byActivity = new(models.Activity, this.indicators);
        Models = models;
    }

    /// <summary>Creates an assessor that uses one model, whatever is known.</summary>
    /// <param name="model">How readings become a score.</param>
    /// <param name="indicators">What to read, in the order of the report; those that the model does not name are reported beside the score.</param>
    /// <exception cref="ArgumentException">Two indicators have one id, or the model names one that is not among them.</exception>
    public HealthAssessor(HealthModel model, IEnumerable<IHealthIndicator> indicators)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(indicators);
        this.indicators = indicators.ToValueList();
        places = model.Dimensions.SelectMany(d => d.Indicators.Select(i => (d, i))).ToDictionary(p => p.i.Indicator);
        HashSet<string> ids = [];
        foreach (IHealthIndicator indicator in this.indicators)
        {
            if (!ids.Add(indicator.Info.Id))
            {
                throw new ArgumentException($"There are two indicators with the id '{indicator.Info.Id}'.", nameof(indicators));
            }
        }

        if (places.Keys.Where(id => !ids.Contains(id)).ToList() is { Count: > 0 } absent)
        {
            throw new ArgumentException($"The model '{model.Version}' names indicators that are not there: {string.Join(", ", absent)}.", nameof(indicators));
        }

        Model = model;
        Models = new(model, model);
    }

    /// <summary>Gets the model; of two, the one for communities of which domain and practice are known.</summary>
    /// <value>Never null.</value>
    public HealthModel Model { get; }

    /// <summary>Gets both models.</summary>
    /// <value>Twice the same when there is only one.</value>
    public HealthModels Models { get; }

    /// <summary>Assesses a community.</summary>
    /// <param name="evidence">What is known about it.</param>
    /// <returns>The report; for any evidence, however little.</returns>
    /// <remarks>O(n log n) for n activities before the as-of instant.</remarks>
    public HealthReport Assess(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (byActivity is not null && !ReferenceEquals(Models.For(evidence), Model))
        {
            return byActivity.Assess(evidence);
        }

        List<IndicatorResult> results = [.. indicators.Select(i => ResultOf(i, evidence))];
        List<DimensionResult> dimensions = [.. Model.Dimensions.Select(d => ResultOf(d, results))];
        ActivityCoverage activity = CoverageOf(evidence);
        List<Reason> blocking = [.. WhatBlocksAScore(evidence, activity, dimensions)];
        HealthReport report = new()
        {
            Community = evidence.Community,
            ModelVersion = Model.Version,
            Window = evidence.Window,
            Verdict = HealthVerdict.Scored,
            Summary = string.Empty,
            Missing = blocking.Concat(results.Where(r => r.Dimension is not null).SelectMany(WhatIsMissing)).ToValueList(),
            Dimensions = dimensions.ToValueList(),
            Indicators = results.ToValueList(),
            NextSteps = [],
            Activity = activity,
        };
        if (blocking.Count > 0)
        {
            bool young = blocking.Any(m => m.Code == "observed.short");
            HealthVerdict verdict = young ? HealthVerdict.TooEarlyToTell : HealthVerdict.InsufficientData;
            return report with { Verdict = verdict, Summary = HealthWords.NoScore(verdict, blocking[0]) };
        }

        return Scored(report, results, dimensions);
    }

    private IndicatorResult ResultOf(IHealthIndicator indicator, HealthEvidence evidence)
    {
        Reading reading = Read(indicator, evidence);
        IndicatorResult result = new() { Info = indicator.Info, Reading = reading };
        return places.TryGetValue(indicator.Info.Id, out (HealthDimension Dimension, ScoredIndicator Place) place)
            ? result with
            {
                Dimension = place.Dimension.Id,
                Weight = place.Place.Weight / place.Dimension.Indicators.Sum(i => i.Weight),
                Score = reading.Measurement.Amount is { } amount ? place.Place.Goalposts.ScoreOf(amount).Value : null,
            }
            : result;
    }

    /// <summary>Indicators are total; one that breaks that promise is named.</summary>
    private static Reading Read(IHealthIndicator indicator, HealthEvidence evidence)
    {
        try
        {
            return indicator.Read(evidence);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            throw new InvalidOperationException($"The indicator '{indicator.Info.Id}' failed.", problem);
        }
    }

    private DimensionResult ResultOf(HealthDimension dimension, List<IndicatorResult> results)
    {
        double applicable = 0, available = 0, sum = 0;
        foreach (IndicatorResult result in results)
        {
            if (result.Dimension == dimension.Id)
            {
                applicable += result.Reading.Measurement is Measurement.NotApplicable ? 0 : result.Weight;
                available += result.Score is null ? 0 : result.Weight;
                sum += result.Weight * (result.Score ?? 0);
            }
        }

        double coverage = applicable > 0 ? Math.Min(1, available / applicable) : 0;
        return new()
        {
            Id = dimension.Id,
            Name = dimension.Name,
            Weight = dimension.Weight / Model.Dimensions.Sum(d => d.Weight),
            Coverage = coverage,
            Score = available > 0 && coverage >= Model.Minimum.DimensionCoverage - 1e-9 ? Math.Clamp(sum / available, 0, 100) : null,
        };
    }

    private IEnumerable<Reason> WhatBlocksAScore(HealthEvidence evidence, ActivityCoverage activity, List<DimensionResult> dimensions)
    {
        MinimumData minimum = Model.Minimum;
        int contributors = evidence.Contributions.Length, contributions = evidence.ContributionCounts.Sum();
        double observed = activity.First is { } first ? (evidence.AsOf - first).TotalDays : 0;
        if (observed < minimum.ObservedDays)
        {
            yield return activity.First is null
                ? new("observed.none", "No person did anything here before the as-of instant.")
                : new("observed.short", $"{minimum.ObservedDays} days since the first activity are needed, {(int)observed} are there{HealthWords.EnoughOn(activity.First, minimum.ObservedDays)}.");
        }

        if (contributors < minimum.Contributors)
        {
            yield return new("contributors.few", $"{minimum.Contributors} contributors in the window are needed, {contributors} are there.");
        }

        if (contributions < minimum.Contributions)
        {
            yield return new("contributions.few", $"{minimum.Contributions} contributions in the window are needed, {contributions} are there.");
        }

        if (minimum.RequiredDimension is { } required && dimensions.First(d => d.Id == required) is { Score: null } needed)
        {
            yield return new("dimension.required", $"The dimension '{needed.Name}' has values for {HealthWords.Percent(needed.Coverage)} of its weight, {HealthWords.Percent(minimum.DimensionCoverage)} is needed.");
        }

        int scored = dimensions.Count(d => d.Score is not null);
        if (scored < minimum.Dimensions)
        {
            yield return new("dimensions.few", $"{minimum.Dimensions} dimensions with a score are needed, {scored} are there.");
        }
    }

    /// <summary>What a counting indicator would need for a value.</summary>
    private static IEnumerable<Reason> WhatIsMissing(IndicatorResult result)
    {
        if (result.Reading.Measurement is Measurement.InsufficientData little)
        {
            yield return new("indicator.short", HealthWords.Shortage(result.Info.Name, little));
        }
        else if (result.Reading.Measurement is Measurement.NotApplicable not)
        {
            yield return new("indicator.not-applicable", $"{result.Info.Name}: {not.Reason.Text}");
        }
    }

    private HealthReport Scored(HealthReport report, List<IndicatorResult> results, List<DimensionResult> dimensions)
    {
        List<DimensionResult> counting = [.. dimensions.Where(d => d.Score is not null)];
        List<List<IndicatorResult>> parts = [.. counting.Select(d => results.Where(r => r.Dimension == d.Id && r.Score is not null).ToList())];
        Composite composite = new([.. counting.Select(d => d.Weight)], [.. parts.Select(p => p.Select(r => r.Weight).ToArray())]);
        double[][] scores = [.. parts.Select(p => p.Select(r => r.Score!.Value).ToArray())];
        double[][] middle = [.. parts.Select(p => p.Select(_ => Middle).ToArray())];
        double score = composite.Score(scores), baseline = composite.Score(middle);
        double[][] contributions = composite.Contributions(scores, middle);
        Dictionary<string, double> points = [];
        List<NextStep> steps = [];
        for (int d = 0; d < parts.Count; d++)
        {
            for (int i = 0; i < parts[d].Count; i++)
            {
                IndicatorResult part = parts[d][i];
                points.Add(part.Info.Id, contributions[d][i]);
                if (part.Score < Middle && part.Info.NextStep is { } text)
                {
                    double[][] improved = [.. scores.Select(s => s.ToArray())];
                    improved[d][i] = Middle;
                    steps.Add(new(part.Info.Id, text, composite.Score(improved) - score));
                }
            }
        }

        string band = Model.BandOf(new Score(score)).Name;
        return report with
        {
            Score = score,
            Baseline = baseline,
            Band = band,
            Summary = HealthWords.Scored(score, band, points.Count, places.Count),
            Indicators = results.Select(r => points.TryGetValue(r.Info.Id, out double c) ? r with { Contribution = c } : r).ToValueList(),
            Dimensions = dimensions.Select(d => d with { Contribution = d.Score is null ? null : contributions[counting.IndexOf(d)].Sum() }).ToValueList(),
            NextSteps = steps.OrderByDescending(s => s.Gain).ThenBy(s => s.Indicator, StringComparer.Ordinal).Take(MostSteps).ToValueList(),
        };
    }

    private static ActivityCoverage CoverageOf(HealthEvidence evidence)
    {
        ReadOnlySpan<int> actors = evidence.Actors.OfHistory;
        ReadOnlySpan<int> inWindow = actors[evidence.WindowStart..];
        int counting = Actors.CountEvidence(inWindow), bots = inWindow.Count(Actors.Bot);
        return new()
        {
            InWindow = counting,
            Bots = bots,
            RepliesToOneself = inWindow.Length - counting - bots,
            Before = Actors.CountEvidence(actors[..evidence.WindowStart]),
            First = evidence.FirstMomentOfPeople is { } first ? new DateTimeOffset(first, TimeSpan.Zero) : null,
            Last = evidence.LastMomentOfPeople is { } last ? new DateTimeOffset(last, TimeSpan.Zero) : null,
        };
    }
}
