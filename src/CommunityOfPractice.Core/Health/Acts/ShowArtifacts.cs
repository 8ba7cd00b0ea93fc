using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Core.Health;

/// <summary>Show artifacts that nobody else used to people who can use them: one act an artifact. Each counts once, however often it is used.</summary>
internal sealed class ShowArtifacts : IHealthAct
{
    public string Indicator => ArtifactReuse.Id;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target, int most) => ShareOffers.MoreOf(
        reading,
        target,
        most,
        (acts, left) => $"Show {WholeActs.Of(acts, left)} {(left == 1 ? "artifact" : "artifacts")} that nobody but the authors used to somebody who needs it, and hear how it went.");
}
