using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Core.Health;

/// <summary>Give weeks an occasion that takes two: one act a week in which fewer than two people contributed.</summary>
internal sealed class ShareWeeks : IHealthAct
{
    public string Indicator => SharedWeeks.Id;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target, int most) => ShareOffers.MoreOf(
        reading,
        target,
        most,
        (acts, left) => $"Give {acts} of the next weeks an occasion that takes two, such as a question of the week: in {left} of those looked at fewer than two people contributed.");
}
