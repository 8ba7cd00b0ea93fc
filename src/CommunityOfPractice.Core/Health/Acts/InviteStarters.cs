using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Core.Health;

/// <summary>Invite members to start threads and to host gatherings: one act a start, each by another member.</summary>
internal sealed class InviteStarters(string indicator) : IHealthAct
{
    public string Indicator => indicator;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target, int most) => ShareOffers.Joining(
        reading,
        target,
        most,
        acts => $"Leave room: invite members by name to start the next {WholeActs.Count(acts, "thread or gathering", "threads or gatherings")}.");
}
