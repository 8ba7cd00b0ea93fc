using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Reads indicators and gives their readings the place that the model has for them.</summary>
internal sealed class ModelReader
{
    private readonly HealthModel model;
    private readonly ValueList<IHealthIndicator> indicators;
    private readonly Dictionary<string, (HealthDimension Dimension, ScoredIndicator Place)> places;

    public ModelReader(HealthModel model, IEnumerable<IHealthIndicator> all)
    {
        this.model = model;
        indicators = all.ToValueList();
        places = model.Dimensions.SelectMany(d => d.Indicators.Select(i => (d, i))).ToDictionary(p => p.i.Indicator);
        HashSet<string> ids = [];
        foreach (IHealthIndicator indicator in indicators)
        {
            if (!ids.Add(indicator.Info.Id))
            {
                throw new ArgumentException($"There are two indicators with the id '{indicator.Info.Id}'.", nameof(all));
            }
        }

        if (places.Keys.Where(id => !ids.Contains(id)).ToList() is { Count: > 0 } absent)
        {
            throw new ArgumentException($"The model '{model.Version}' names indicators that are not there: {string.Join(", ", absent)}.", nameof(all));
        }
    }

    /// <summary>How many indicators the model names.</summary>
    public int InModel => places.Count;

    /// <summary>How small a group may be that the report speaks of; null when no indicator is guarded.</summary>
    public SuppressionPolicy? Suppression => indicators.OfType<SmallGroupGuard>().FirstOrDefault()?.Policy;

    /// <summary>The goalposts of an indicator that the model names.</summary>
    public Goalposts GoalpostsOf(string indicator) => places[indicator].Place.Goalposts;

    /// <summary>The indicator with an id.</summary>
    public IHealthIndicator Find(string id) => indicators.First(i => i.Info.Id == id);

    /// <summary>Reads every indicator; guarded ones beside what a report published before told.</summary>
    public List<IndicatorResult> Read(HealthEvidence evidence, HealthReport? published) => [.. indicators.Select(i => ResultOf(i, evidence, published?.Indicators.FirstOrDefault(r => r.Info.Id == i.Info.Id)?.Reading))];

    /// <summary>The dimensions of the model, as the readings make them.</summary>
    public List<DimensionResult> DimensionsOf(List<IndicatorResult> results) => [.. model.Dimensions.Select(d => ResultOf(d, results))];

    /// <summary>Indicators are total; one that breaks that promise is named.</summary>
    public static Reading Read(IHealthIndicator indicator, HealthEvidence evidence, Reading? published = null)
    {
        try
        {
            return indicator is SmallGroupGuard guard ? guard.Read(evidence, published) : indicator.Read(evidence);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            throw new InvalidOperationException($"The indicator '{indicator.Info.Id}' failed.", problem);
        }
    }

    private IndicatorResult ResultOf(IHealthIndicator indicator, HealthEvidence evidence, Reading? published)
    {
        Reading reading = Read(indicator, evidence, published);
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
            Weight = dimension.Weight / model.Dimensions.Sum(d => d.Weight),
            Coverage = coverage,
            Score = available > 0 && coverage >= model.Minimum.DimensionCoverage - 1e-9 ? Math.Clamp(sum / available, 0, 100) : null,
        };
    }
}
