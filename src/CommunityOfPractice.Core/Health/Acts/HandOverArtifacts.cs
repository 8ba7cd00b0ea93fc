using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Core.Health;

/// <summary>Find stewards for artifacts that have none among the members: one act an artifact.</summary>
internal sealed class HandOverArtifacts : IHealthAct
{
    public string Indicator => Indicators.OrphanedArtifacts.Id;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target, int most) => ShareOffers.FewerOf(
        reading,
        target,
        most,
        (acts, left) => $"Find a steward among the members for {WholeActs.Of(acts, left)} {(left == 1 ? "artifact" : "artifacts")} that nobody tends.");
}
