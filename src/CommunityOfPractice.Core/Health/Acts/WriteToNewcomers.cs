using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Core.Health;

/// <summary>Write to newcomers after their first week so that they come back: one act a newcomer.</summary>
internal sealed class WriteToNewcomers : IHealthAct
{
    public string Indicator => NewcomerReturn.Id;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target) => GiveFirstTasks.MoreOf(
        reading,
        target,
        (acts, left) => $"Write after the first week to {WholeActs.Of(acts, left)} {(left == 1 ? "newcomer" : "newcomers")} who did not come back.");
}
