using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Let others organise what comes next: one act a gathering hosted, a newcomer welcomed or a piece curated, by anybody but a facilitator who is that busy already.</summary>
internal sealed class ShareOrganising : IHealthAct
{
    public string Indicator => FacilitatorLoad.Id;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target, int most)
    {
        if (reading.Measurement is not Measurement.Value value || !(target > 0))
        {
            return null;
        }

        double busiest = Math.Round(value.Number * value.Count);
        if (WholeActs.For((busiest / target) - value.Count) is not { } wanted)
        {
            return null;
        }

        int acts = Math.Min(wanted, most);
        string times = acts == 1 ? "time" : FormattableString.Invariant($"{acts} times");
        return new(acts, busiest / (value.Count + acts), $"Hand over organising: let others host, welcome or curate the next {times}.") { Wanted = WholeActs.Beyond(acts, wanted) };
    }
}
