using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Core.Health;

/// <summary>Write to newcomers after their first week so that they come back: one act a newcomer.</summary>
internal sealed class WriteToNewcomers : IHealthAct
{
    public string Indicator => NewcomerReturn.Id;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target) => GiveFirstTasks.MoreOf(
        reading,
        target,
        (acts, left) => $"Write to newcomers after their first week and bring them back: {WholeActs.Of(acts, left)} of this period who stayed away would have been enough.");
}
