using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Core.Health;

/// <summary>Write to newcomers after their first week so that they come back: one act a newcomer.</summary>
internal sealed class WriteToNewcomers : IHealthAct
{
    public string Indicator => NewcomerReturn.Id;

    public double PerWeek => 2;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target, int most) => ShareOffers.MoreOf(
        reading,
        target,
        most,
        (acts, left) => $"Write after the first week to {WholeActs.Of(acts, left)} {(left == 1 ? "newcomer" : "newcomers")} who did not come back.");
}
