using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Plan occasions of the setting that is rare, formal or informal: one act an occasion.</summary>
internal sealed class BalanceOccasions : IHealthAct
{
    public string Indicator => FormalShare.Id;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target)
    {
        if (reading.Measurement is not Measurement.Value value)
        {
            return null;
        }

        double formal = Math.Round(value.Number * value.Count);
        return target < value.Number
            ? target > 0 && WholeActs.For((formal / target) - value.Count) is { } coffees
                ? new(coffees, formal / (value.Count + coffees), $"Plan {WholeActs.Count(coffees, "informal occasion", "informal occasions")}, such as a coffee round or an open hour.")
                : null
            : target < 1 && WholeActs.For(((target * value.Count) - formal) / (1 - target)) is { } talks
                ? new(talks, (formal + talks) / (value.Count + talks), $"Plan {WholeActs.Count(talks, "formal occasion", "formal occasions")}, such as a talk or a workshop.")
                : null;
    }
}
