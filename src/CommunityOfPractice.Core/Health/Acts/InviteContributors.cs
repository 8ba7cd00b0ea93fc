using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Core.Health;

/// <summary>Invite people to contribute who never did: one act a person.</summary>
internal sealed class InviteContributors : IHealthAct
{
    public string Indicator => NewContributors.Id;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target, int most) => ShareOffers.Joining(
        reading,
        target,
        most,
        acts => $"Ask {WholeActs.Count(acts, "person", "people")} by name who never contributed for a small first contribution.");
}
