using System.Globalization;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Finds the steps that raise a score by so much with the fewest acts.</summary>
internal sealed class NextStepPlanner
{
    private const int MostSteps = 3;
    private const double Quarter = 13;
    private const double WorthATenth = 0.1;
    private const double Rounding = 1e-6;

    private readonly ModelReader reader;
    private readonly Dictionary<string, IHealthAct> acts = [];

    public NextStepPlanner(ModelReader reader, IEnumerable<IHealthAct> all)
    {
        this.reader = reader;
        foreach (IHealthAct act in all)
        {
            if (!acts.TryAdd(act.Indicator, act))
            {
                throw new ArgumentException($"There are two acts for the indicator '{act.Indicator}'.", nameof(all));
            }
        }
    }

    /// <summary>At most three steps: first those that bring the gain, cheapest first; then what brings most.</summary>
    public ValueList<NextStep> Plan(HealthEvidence evidence, ValueList<IndicatorResult> results, Standing now, double gain)
    {
        double possible = Math.Min(gain, 100 - now.Score);
        List<NextStep> steps = [];
        foreach (StandingIndicator counting in now.Dimensions.SelectMany(d => d.Indicators))
        {
            if (counting.Score < 100 && possible > Rounding && acts.TryGetValue(counting.Id, out IHealthAct? act)
                && StepOf(act, evidence, results.First(r => r.Info.Id == counting.Id).Reading, now, possible) is { } step)
            {
                steps.Add(step);
            }
        }

        return steps.OrderByDescending(s => s.Reaches)
            .ThenBy(s => s.Reaches ? s.Acts : 0)
            .ThenByDescending(s => s.Gain)
            .ThenBy(s => s.Indicator, StringComparer.Ordinal)
            .Take(MostSteps).ToValueList();
    }

    private NextStep? StepOf(IHealthAct act, HealthEvidence evidence, Reading reading, Standing now, double gain)
    {
        Goalposts goalposts = reader.GoalpostsOf(act.Indicator);
        double target = goalposts.ValueOf(Math.Min(100, Counterfactual.Needed(now, act.Indicator, gain)), reading.Measurement.Amount!.Value);
        if (act.Offer(evidence, reading, target, MostOf(act, evidence.Window)) is not { } offer || IsAboutFew(act, offer))
        {
            return null;
        }

        double brings = now.With(act.Indicator, goalposts.ScoreOf(offer.Value).Value) - now.Score;
        bool reaches = brings >= gain - Rounding;
        return brings > Rounding && (reaches || brings >= gain * WorthATenth)
            ? new(act.Indicator, reaches ? offer.Text : $"{offer.Text} {Falls(offer, gain)}", brings)
            {
                Acts = offer.Acts,
                Available = offer.Available,
                Wanted = reaches ? null : offer.Wanted,
                Value = offer.Value,
                Reaches = reaches,
            }
            : null;
    }

    /// <summary>How many acts of a kind there is time for: in the coming quarter, or in a time as long as the window where that is shorter.</summary>
    private static int MostOf(IHealthAct act, TimeWindow window)
    {
        double most = (act.PerWeek * Math.Min(window.Length.TotalDays / 7, Quarter)) + Rounding;
        return most >= 2 ? (int)Math.Min(most, int.MaxValue) : 1;
    }

    private static string Falls(ActOffer offer, double gain) => offer.Wanted is { } wanted
        ? string.Create(CultureInfo.InvariantCulture, $"This is a first step: it would take {wanted} to raise the score by {gain:0.0} points.")
        : string.Create(CultureInfo.InvariantCulture, $"This alone cannot raise the score by {gain:0.0} points.");

    /// <summary>Whether a guarded report would speak of fewer people than the smallest group.</summary>
    private bool IsAboutFew(IHealthAct act, ActOffer offer) =>
        reader.Suppression is { } policy && offer.Available is { } people && policy.IsSmall(people)
        && (reader.Find(act.Indicator).Sources?.Group ?? ReadingGroup.People) == ReadingGroup.People;
}
