using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Introduce people who have no tie to somebody who has: one act a person.</summary>
internal sealed class IntroducePeople : IHealthAct
{
    public string Indicator => Isolates.Id;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target)
    {
        if (reading.Measurement is not Measurement.Value value)
        {
            return null;
        }

        int alone = (int)Math.Round(value.Number * value.Count);
        if (alone == 0 || WholeActs.For(alone - (target * value.Count)) is not { } wanted)
        {
            return null;
        }

        int acts = Math.Min(alone, wanted);
        return new(acts, (alone - acts) / (double)value.Count, $"Introduce {WholeActs.Of(acts, alone)} {(alone == 1 ? "person" : "people")} without a tie to somebody, until they talk.") { Available = alone };
    }
}
