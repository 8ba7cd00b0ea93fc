using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Find further facilitators who take part: one act a person.</summary>
internal sealed class FindFacilitators : IHealthAct
{
    public string Indicator => ActiveFacilitators.Id;

    public double PerWeek => 0.25;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target, int most)
    {
        if (reading.Measurement is not Measurement.Value value || WholeActs.For(target - value.Number) is not { } wanted)
        {
            return null;
        }

        int acts = Math.Min(wanted, most);
        string text = (value.Number, acts) switch
        {
            (1, 1) => "Invite a second facilitator, and let the two take turns.",
            (_, 1) => "Invite one more person to facilitate, or bring back one who does not at the moment.",
            _ => FormattableString.Invariant($"Invite {acts} more people to facilitate, or bring back those who do not at the moment."),
        };
        return new(acts, value.Number + acts, text) { Wanted = WholeActs.Beyond(acts, wanted) };
    }
}
