using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Core.Health;

/// <summary>Invite members to start threads and to host gatherings: one act a start, each by another member.</summary>
internal abstract class InviteStarters(string indicator) : IHealthAct
{
    public string Indicator => indicator;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target, int most) => ShareOffers.Joining(
        reading,
        target,
        most,
        acts => $"Leave room: invite members by name to start the next {WholeActs.Count(acts, "thread or gathering", "threads or gatherings")}.");
}

/// <summary>For the share of all starts.</summary>
internal sealed class InviteToStart() : InviteStarters(MemberInitiated.Id);

/// <summary>For the share of those who start something, each once a week.</summary>
internal sealed class InviteToStartWeekly() : InviteStarters(MemberInitiatedWeeks.Id);
