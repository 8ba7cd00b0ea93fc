using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Core.Health;

/// <summary>Give newcomers a small first task within 30 days: one act a newcomer.</summary>
internal sealed class GiveFirstTasks : IHealthAct
{
    public string Indicator => NewcomerActivation.Id;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target, int most) => ShareOffers.MoreOf(
        reading,
        target,
        most,
        (acts, left) => $"Give a small, real task in the first month to {WholeActs.Of(acts, left)} {(left == 1 ? "newcomer" : "newcomers")} who gave nothing.");
}
