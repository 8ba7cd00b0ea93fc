using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Core.Health;

/// <summary>Ask newcomers after a month what they still miss: one act a newcomer. The days of those who were counted are over: the next ones make up for it.</summary>
internal sealed class StayWithNewcomers : IHealthAct
{
    public string Indicator => NewcomerStay.Id;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target, int most) => ShareOffers.MoreOf(
        reading,
        target,
        most,
        (acts, left) => $"Offer the next newcomers a part of their own after a month: {WholeActs.TooLate(acts, left, "who did not stay")}.");
}
