using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Core.Health;

/// <summary>There are artifacts in use that nobody looks after.</summary>
internal sealed class OrphanedArtifacts : IRedFlag
{
    public string Id => "orphaned-artifacts/v1";

    public RedFlag Look(HealthEvidence evidence, FlagFacts facts) => facts.OrphanedArtifacts switch
    {
        null => Flag(RedFlagStatus.NotApplicable, "The data do not say who looks after what."),
        > 0 => Flag(RedFlagStatus.Raised, FormattableString.Invariant($"{facts.OrphanedArtifacts} of the artifacts in use {(facts.OrphanedArtifacts == 1 ? "has" : "have")} nobody who looks after them.")),
        _ => Flag(RedFlagStatus.Clear, "Everything in use is looked after."),
    };

    private RedFlag Flag(RedFlagStatus status, string text) => new(Id, "Orphaned artifacts", status, text);
}
