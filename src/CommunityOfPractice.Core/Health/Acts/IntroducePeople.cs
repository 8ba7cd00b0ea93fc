using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Introduce people who have no tie to somebody who has: one act a person.</summary>
internal sealed class IntroducePeople : IHealthAct
{
    public string Indicator => Isolates.Id;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target, int most) => FewerOf(
        reading,
        target,
        most,
        (acts, alone) => $"Introduce {WholeActs.Of(acts, alone)} {(alone == 1 ? "person" : "people")} without a tie to somebody, until they talk.");

    /// <summary>Takes some of those who are in a share out of it.</summary>
    public static ActOffer? FewerOf(Reading reading, double target, int most, Func<int, int, string> text)
    {
        if (reading.Measurement is not Measurement.Value value)
        {
            return null;
        }

        int there = (int)Math.Round(value.Number * value.Count);
        if (there == 0 || WholeActs.For(there - (target * value.Count)) is not { } wanted)
        {
            return null;
        }

        int acts = Math.Min(Math.Min(there, wanted), most);
        return new(acts, (there - acts) / (double)value.Count, text(acts, there)) { Available = there, Wanted = WholeActs.Beyond(acts, wanted, there) };
    }
}
