using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>There are artifacts in use that nobody looks after.</summary>
internal sealed class OrphanedArtifacts : IRedFlag
{
    public string Id => "orphaned-artifacts/v1";

    public RedFlag Look(HealthEvidence evidence, FlagFacts facts)
    {
        Reading reading = new Indicators.OrphanedArtifacts().Read(evidence);
        int orphans = reading.Details.Where(d => d.Name == "orphans").Select(d => (int)d.Number).FirstOrDefault();
        return reading.Measurement is not Measurement.Value ? Flag(RedFlagStatus.NotApplicable, "The data do not say who looks after what.")
            : orphans > 0 ? Flag(RedFlagStatus.Raised, FormattableString.Invariant($"{orphans} of the artifacts in use {(orphans == 1 ? "has" : "have")} nobody among the members who looks after {(orphans == 1 ? "it" : "them")}."))
            : Flag(RedFlagStatus.Clear, "Everything in use is looked after.");
    }

    private RedFlag Flag(RedFlagStatus status, string text) => new(Id, "Orphaned artifacts", status, text);
}
