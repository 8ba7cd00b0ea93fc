using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Turns the evidence about a community into a report, by a model and a list of indicators.</summary>
/// <remarks>
/// Immutable and safe for any number of threads. Deterministic: equal evidence and options give equal reports, bit for bit, whatever the order of
/// the input, the culture or the number of cores.
/// </remarks>
public sealed class HealthAssessor
{
    private readonly ModelReader reader;
    private readonly NextStepPlanner planner;
    private readonly ValueList<IRedFlag> flags;
    private readonly HealthAssessor? byActivity; // takes over where domain or practice are unknown

    /// <summary>Creates an assessor with the models, indicators, acts and red flags that the library brings along.</summary>
    public HealthAssessor()
        : this(HealthModels.Shipped, StandardIndicators.All)
    {
    }

    /// <summary>Creates an assessor that uses the model that fits what is known of a community.</summary>
    /// <param name="models">How readings become a score.</param>
    /// <param name="indicators">What to read, in the order of the report; those that a model does not name are reported beside the score.</param>
    /// <param name="acts">What a facilitator can do, at most one for each indicator; null for <see cref="StandardActs.All"/>.</param>
    /// <param name="flags">What to warn of beside the score, in the order of the report; null for <see cref="StandardRedFlags.All"/>.</param>
    /// <exception cref="ArgumentException">Two indicators, acts or flags have one id, or a model names an indicator that is not among them.</exception>
    public HealthAssessor(HealthModels models, IEnumerable<IHealthIndicator> indicators, IEnumerable<IHealthAct>? acts = null, IEnumerable<IRedFlag>? flags = null)
        : this((models ?? throw new ArgumentNullException(nameof(models))).Standard, indicators, acts, flags)
    {
        byActivity = new(models.Activity, indicators, acts, flags);
        Models = models;
    }

    /// <summary>Creates an assessor that uses one model, whatever is known.</summary>
    /// <param name="model">How readings become a score.</param>
    /// <param name="indicators">What to read, in the order of the report; those that the model does not name are reported beside the score.</param>
    /// <param name="acts">What a facilitator can do, at most one for each indicator; null for <see cref="StandardActs.All"/>.</param>
    /// <param name="flags">What to warn of beside the score, in the order of the report; null for <see cref="StandardRedFlags.All"/>.</param>
    /// <exception cref="ArgumentException">Two indicators, acts or flags have one id, or the model names an indicator that is not among them.</exception>
    public HealthAssessor(HealthModel model, IEnumerable<IHealthIndicator> indicators, IEnumerable<IHealthAct>? acts = null, IEnumerable<IRedFlag>? flags = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(indicators);
        reader = new(model, indicators);
        planner = new(reader, acts ?? StandardActs.All);
        this.flags = (flags ?? StandardRedFlags.All).ToValueList();
        if (this.flags.DistinctBy(f => f.Id).Count() != this.flags.Count)
        {
            throw new ArgumentException("Red flags have distinct ids.", nameof(flags));
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

    /// <summary>Assesses a community with <see cref="AssessmentOptions.Default"/>.</summary>
    /// <param name="evidence">What is known about it.</param>
    /// <returns>The report; for any evidence, however little.</returns>
    /// <remarks>O(n log n) for n activities before the as-of instant.</remarks>
    public HealthReport Assess(HealthEvidence evidence) => Assess(evidence, AssessmentOptions.Default);

    /// <summary>Assesses a community.</summary>
    /// <param name="evidence">What is known about it.</param>
    /// <param name="options">What the score is explained against, and whether its uncertainty is worked out.</param>
    /// <param name="cancellationToken">Ends the call between two draws.</param>
    /// <returns>The report; for any evidence, however little.</returns>
    /// <remarks>
    /// O(n log n) for n activities before the as-of instant, once more for an earlier baseline; with uncertainty O(min(draws · n, most activities)) more
    /// (<see cref="UncertaintyOptions.MostActivities"/>).
    /// </remarks>
    /// <exception cref="ArgumentException">Something is wrong with the options (<see cref="AssessmentOptions.Problems"/>), or what was published before is of another community.</exception>
    public HealthReport Assess(HealthEvidence evidence, AssessmentOptions options, CancellationToken cancellationToken = default) =>
        Assess(evidence, options, null, cancellationToken);

    /// <summary>Assesses a community of which is known what was known at earlier instants.</summary>
    /// <param name="evidence">What is known about it.</param>
    /// <param name="options">What the score is explained against, and whether its uncertainty is worked out.</param>
    /// <param name="earlier">
    /// Tells what was known as of the end of an earlier window, domain and practice included; asked at most once, for an earlier baseline. Null where only people and what they did can be told of then.
    /// </param>
    /// <param name="cancellationToken">Ends the call between two draws.</param>
    /// <returns>The report; for any evidence, however little.</returns>
    /// <remarks>As <see cref="Assess(HealthEvidence, AssessmentOptions, CancellationToken)"/>.</remarks>
    /// <exception cref="ArgumentException">Something is wrong with the options (<see cref="AssessmentOptions.Problems"/>), or what was published before or known earlier is of another community or window.</exception>
    public HealthReport Assess(HealthEvidence evidence, AssessmentOptions options, Func<TimeWindow, HealthEvidence>? earlier, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Problems() is { Count: > 0 } problems)
        {
            throw new ArgumentException(problems[0].Text, nameof(options));
        }

        if (options.Published is { } published && published.Community != evidence.Community)
        {
            throw new ArgumentException($"The report published before is of '{published.Community}' and not of '{evidence.Community}'.", nameof(options));
        }

        Earlier then = new(Models, earlier ?? (window => evidence.With(evidence.History.Log, window, evidence.Roster, evidence.People)), evidence);
        HealthAssessor fitting = byActivity is not null && !ReferenceEquals(Models.For(evidence), Model) ? byActivity : this;
        return fitting.ReportOn(evidence, options, then, cancellationToken);
    }

    private HealthReport ReportOn(HealthEvidence evidence, AssessmentOptions options, Earlier earlier, CancellationToken cancellationToken)
    {
        HealthReport report = Read(evidence, options.Published) with { Flags = flags.Select(f => f.Look(evidence, options.Facts)).ToValueList() };
        report = report.Verdict == HealthVerdict.Scored ? Scored(report, evidence, options, earlier, cancellationToken) : report;
        return options.Labels.Count == 0 ? report : report with { Label = LabelRule.FirstFor(options.Labels, report)?.Label };
    }

    /// <summary>Everything but what follows from a score.</summary>
    private HealthReport Read(HealthEvidence evidence, HealthReport? published)
    {
        List<IndicatorResult> results = reader.Read(evidence, published);
        List<DimensionResult> dimensions = reader.DimensionsOf(results);
        ActivityCoverage activity = ActivityCoverage.Of(evidence);
        List<Reason> blocking = [.. MissingData.ForAScore(Model.Minimum, evidence, activity, dimensions, reader.Suppression)];
        HealthVerdict verdict = blocking.Count == 0 ? HealthVerdict.Scored
            : blocking.Any(m => m.Code == "observed.short") ? HealthVerdict.TooEarlyToTell
            : HealthVerdict.InsufficientData;
        return new()
        {
            Community = evidence.Community,
            ModelVersion = Model.Version,
            Window = evidence.Window,
            Verdict = verdict,
            Summary = blocking.Count == 0 ? string.Empty : HealthWords.NoScore(verdict, blocking[0], results.Any(r => r.Dimension is not null && r.Reading.Measurement is Measurement.Suppressed)),
            Missing = blocking.Concat(results.Where(r => r.Dimension is not null).SelectMany(MissingData.ForAReading)).ToValueList(),
            Dimensions = dimensions.ToValueList(),
            Indicators = results.ToValueList(),
            NextSteps = [],
            Activity = activity,
        };
    }

    private HealthReport Scored(HealthReport report, HealthEvidence evidence, AssessmentOptions options, Earlier earlier, CancellationToken cancellationToken)
    {
        Standing now = Standing.Of(report.Dimensions, report.Indicators);
        (Standing then, BaselineUsed used) = BaselineOf(now, evidence.Window, options.Baseline, earlier);
        Dictionary<string, double> points = now.Against(then);
        double score = now.Score;
        report = report with
        {
            Score = score,
            Baseline = then.Score,
            BaselineUsed = used,
            Indicators = report.Indicators.Select(r => points.TryGetValue(r.Info.Id, out double c) ? r with { Contribution = c } : r).ToValueList(),
            Dimensions = report.Dimensions.Select(d => d with { Contribution = ContributionOf(d) }).ToValueList(),
            NextSteps = planner.Plan(evidence, report.Indicators, now, options.StepGain),
        };
        if (options.Uncertainty is { } uncertain)
        {
            report = new ScoreDraws(reader, Model, evidence, report, now).Into(uncertain, cancellationToken);
        }

        return report with { Summary = HealthWords.Scored(report, now.Dimensions.Sum(d => d.Indicators.Count), reader.InModel) };

        double? ContributionOf(DimensionResult dimension)
        {
            double[] parts = [.. report.Indicators.Where(i => i.Dimension == dimension.Id && points.ContainsKey(i.Info.Id)).Select(i => points[i.Info.Id])];
            return parts.Length == 0 ? null : parts.Sum();
        }
    }

    private (Standing Then, BaselineUsed Used) BaselineOf(Standing now, TimeWindow window, HealthBaseline asked, Earlier earlier)
    {
        BaselineUsed okay = new(HealthBaseline.Okay, asked);
        if (asked == HealthBaseline.Okay)
        {
            return (now.At(Goalposts.Middle), okay);
        }

        if (Earlier.WindowOf(asked, window) is not { } before)
        {
            return Instead("baseline.no-score", "There is no time before the window; the score is explained against the middle between the goalposts.");
        }

        HealthEvidence evidence = earlier.In(before);
        HealthReport then = Read(evidence, null);
        return earlier.ModelFor(evidence).Version != Model.Version ? Instead("baseline.other-model", "What is known of the community then asks for another model; the score is explained against the middle between the goalposts.")
            : then.Verdict != HealthVerdict.Scored ? Instead("baseline.no-score", "The community had no score then; the score is explained against the middle between the goalposts.")
            : (Standing.Of(then.Dimensions, then.Indicators), okay with { Kind = asked, Window = evidence.Window });

        (Standing Then, BaselineUsed Used) Instead(string code, string text) => (now.At(Goalposts.Middle), okay with { Why = new(code, text) });
    }
}
