using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Invite members to start threads and to host gatherings: one act a start.</summary>
internal sealed class InviteStarters : IHealthAct
{
    public string Indicator => MemberInitiated.Id;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target, int most) => Joining(
        reading,
        target,
        most,
        acts => $"Leave room: invite members by name to start the next {WholeActs.Count(acts, "thread or gathering", "threads or gatherings")}.");

    /// <summary>Adds to a share some that count in it, and so to its whole.</summary>
    public static ActOffer? Joining(Reading reading, double target, int most, Func<int, string> text)
    {
        if (reading.Measurement is not Measurement.Value value || target >= 1)
        {
            return null;
        }

        double there = Math.Round(value.Number * value.Count);
        if (WholeActs.For(((target * value.Count) - there) / (1 - target)) is not { } wanted)
        {
            return null;
        }

        int acts = Math.Min(wanted, most);
        return new(acts, (there + acts) / (value.Count + acts), text(acts)) { Wanted = WholeActs.Beyond(acts, wanted) };
    }
}
