using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Find a sponsor: one act.</summary>
internal sealed class FindSponsor : IHealthAct
{
    public string Indicator => SponsorPresent.Id;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target, int most) => reading.Measurement is Measurement.Value { Number: 0 }
        ? new(1, 1, "Ask a leader whose goals the community serves to be its sponsor, with one concrete request.") { Available = 1 }
        : null;
}
