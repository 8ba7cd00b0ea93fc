using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Let others organise what comes next: one act a gathering hosted, a newcomer welcomed or a piece curated, by anybody but a facilitator who is that busy already.</summary>
internal sealed class ShareOrganising : IHealthAct
{
    public string Indicator => FacilitatorLoad.Id;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target)
    {
        if (reading.Measurement is not Measurement.Value value || !(target > 0))
        {
            return null;
        }

        double busiest = Math.Round(value.Number * value.Count);
        return WholeActs.For((busiest / target) - value.Count) is { } acts
            ? new(acts, busiest / (value.Count + acts), $"Hand over organising: let others host, welcome or curate the next {WholeActs.Count(acts, "time", "times")}.")
            : null;
    }
}
