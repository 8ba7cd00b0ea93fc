using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Invite people to contribute who never did: one act a person.</summary>
internal sealed class InviteContributors : IHealthAct
{
    public string Indicator => NewContributors.Id;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target)
    {
        if (reading.Measurement is not Measurement.Value value || target >= 1)
        {
            return null;
        }

        double first = Math.Round(value.Number * value.Count);
        return WholeActs.For(((target * value.Count) - first) / (1 - target)) is { } acts
            ? new(acts, (first + acts) / (value.Count + acts), $"Ask {WholeActs.Count(acts, "person", "people")} by name who never contributed for a small first contribution.")
            : null;
    }
}
