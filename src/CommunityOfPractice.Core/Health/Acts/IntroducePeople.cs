using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Core.Health;

/// <summary>Introduce people who have no tie to somebody who has: one act a person.</summary>
internal sealed class IntroducePeople : IHealthAct
{
    public string Indicator => Isolates.Id;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target, int most) => ShareOffers.FewerOf(
        reading,
        target,
        most,
        (acts, alone) => $"Introduce {WholeActs.Of(acts, alone)} {(alone == 1 ? "person" : "people")} without a tie to somebody, until they talk.");
}
