using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Core.Health;

/// <summary>Give newcomers a small first task within 30 days: one act a newcomer. The days of those who were counted are over: the next ones make up for it.</summary>
internal sealed class GiveFirstTasks : IHealthAct
{
    public string Indicator => NewcomerActivation.Id;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target, int most) => ShareOffers.MoreOf(
        reading,
        target,
        most,
        (acts, left) => $"Give the next newcomers a small, real task in their first month: {WholeActs.TooLate(acts, left, "who gave nothing")}.");
}
