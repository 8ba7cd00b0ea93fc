using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Write into the charter, and beside it, what is missing: one act a thing.</summary>
internal sealed class CompleteCharter : IHealthAct
{
    public string Indicator => CharterCompleteness.Id;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target, int most)
    {
        string[] missing = CharterCompleteness.Missing(evidence);
        if (missing.Length == 0 || reading.Measurement is not Measurement.Value value || WholeActs.For((target * value.Count) - value.Count + missing.Length) is not { } wanted)
        {
            return null;
        }

        int acts = Math.Min(Math.Min(missing.Length, wanted), most);
        return new(acts, (double)(value.Count - missing.Length + acts) / value.Count, $"Complete the charter: {string.Join(", ", missing.Take(acts))}.") 
        {
            Available = missing.Length,
            Wanted = WholeActs.Beyond(acts, wanted, missing.Length),
        };
    }
}
