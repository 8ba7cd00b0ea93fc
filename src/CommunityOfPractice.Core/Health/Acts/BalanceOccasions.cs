using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Plan occasions of the setting that is rare, formal or informal: one act an occasion.</summary>
internal sealed class BalanceOccasions : IHealthAct
{
    public string Indicator => FormalShare.Id;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target, int most)
    {
        if (reading.Measurement is not Measurement.Value value)
        {
            return null;
        }

        double formal = Math.Round(value.Number * value.Count);
        bool fewer = target < value.Number;
        double exact = fewer ? (formal / target) - value.Count : ((target * value.Count) - formal) / (1 - target);
        if ((fewer ? target <= 0 : target >= 1) || WholeActs.For(exact) is not { } wanted)
        {
            return null;
        }

        int acts = Math.Min(wanted, most);
        string text = fewer
            ? $"Plan {WholeActs.Count(acts, "informal occasion", "informal occasions")}, such as a coffee round or an open hour."
            : $"Plan {WholeActs.Count(acts, "formal occasion", "formal occasions")}, such as a talk or a workshop.";
        return new(acts, (fewer ? formal : formal + acts) / (value.Count + acts), text) { Wanted = WholeActs.Beyond(acts, wanted) };
    }
}
