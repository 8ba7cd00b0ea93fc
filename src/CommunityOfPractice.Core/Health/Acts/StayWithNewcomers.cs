using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Core.Health;

/// <summary>Ask newcomers after a month what they still miss: one act a newcomer.</summary>
internal sealed class StayWithNewcomers : IHealthAct
{
    public string Indicator => NewcomerStay.Id;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target, int most) => ShareOffers.MoreOf(
        reading,
        target,
        most,
        (acts, left) => $"After a month, offer a part of their own to {WholeActs.Of(acts, left)} {(left == 1 ? "newcomer" : "newcomers")} who did not stay.");
}
