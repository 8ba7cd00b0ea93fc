using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Review the purpose: one act.</summary>
internal sealed class LookAtPurpose : IHealthAct
{
    public string Indicator => PurposeFreshness.Id;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target, int most) =>
        evidence.State is { Charter: { } charter } state && reading.Measurement is Measurement.Value { Number: < 1 }
            && new PurposeFreshness().Read(evidence.Knowing(Reviewed(state, charter, evidence.LastMoment), evidence.Practice, evidence.Roster)).Measurement.Amount is { } after
                ? new(1, after, "Review the purpose at the next gathering: whether it still holds, what to add, what to let go.") { Available = 1 }
                : null;

    /// <summary>The community after a review that left everything as it is.</summary>
    public static Community Reviewed(Community state, Charter charter, DateTimeOffset on) =>
        state with { Reviews = [.. state.Reviews, new(on, ReviewVerdict.Reaffirm, charter.Version, 1, null)] };
}
