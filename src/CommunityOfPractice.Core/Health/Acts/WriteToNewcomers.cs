using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Core.Health;

/// <summary>Write to newcomers after their first week so that they come back: one act a newcomer. The days of those who were counted are over: the next ones make up for it.</summary>
internal sealed class WriteToNewcomers : IHealthAct
{
    public string Indicator => NewcomerReturn.Id;

    public double PerWeek => 2;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target, int most) => ShareOffers.MoreOf(
        reading,
        target,
        most,
        (acts, left) => $"Write to the next newcomers after their first week: {WholeActs.TooLate(acts, left, "who did not come back")}.");
}
