using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Give newcomers a small first task within 30 days: one act a newcomer.</summary>
internal sealed class GiveFirstTasks : IHealthAct
{
    public string Indicator => NewcomerActivation.Id;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target, int most) => MoreOf(
        reading,
        target,
        most,
        (acts, left) => $"Give a small, real task in the first month to {WholeActs.Of(acts, left)} {(left == 1 ? "newcomer" : "newcomers")} who gave nothing.");

    /// <summary>Brings more of those who did not into a share.</summary>
    public static ActOffer? MoreOf(Reading reading, double target, int most, Func<int, int, string> text)
    {
        (double share, long of) = reading.Measurement is Measurement.Value value ? (value.Number, value.Count) : (1, 0);
        int there = (int)Math.Round(share * of), left = (int)of - there;
        if (left == 0 || WholeActs.For((target * of) - there) is not { } wanted)
        {
            return null;
        }

        int acts = Math.Min(Math.Min(left, wanted), most);
        return new(acts, (there + acts) / (double)of, text(acts, left)) { Available = left, Wanted = WholeActs.Beyond(acts, wanted, left) };
    }
}
