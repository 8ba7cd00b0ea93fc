using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Core.Health;

/// <summary>Hold gatherings that the rhythm plans: one act a period without one.</summary>
internal sealed class HoldGatherings : IHealthAct
{
    public string Indicator => RhythmKept.Id;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target, int most) => ShareOffers.MoreOf(
        reading,
        target,
        most,
        (acts, left) => $"Keep the rhythm: {left} planned {(left == 1 ? "gathering was" : "gatherings were")} cancelled or not said to have taken place; hold {acts} more of the next ones, and say so in the calendar.");
}
