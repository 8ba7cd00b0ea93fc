using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Records;

/// <summary>I2 within a community: what it answers for is tended and looked at, and it goes on.</summary>
internal sealed class ArtifactsTended : IRegistryRule
{
    public void Check(RegistryView view, FindingList findings)
    {
        foreach (Artifact artifact in view.Record.Practice.Repertoire.Living())
        {
            findings.Require(view.Community.IsLiving, view.Record.Id, FindingSeverity.Error, "registry.artifact-left-behind", $"It is {view.Community.Status} and still answers for '{artifact.Id}'.");
            findings.Require(
                !view.Community.IsLiving || !artifact.IsOrphaned(view.Record.IsActive), view.Record.Id, FindingSeverity.Warning, "registry.artifact-orphaned", $"Nobody tends '{artifact.Id}'.");
            findings.Require(
                !view.Community.IsLiving || !artifact.IsStale(view.At, view.Policies.Practice),
                view.Record.Id,
                FindingSeverity.Advice,
                "registry.artifact-stale",
                $"Whether '{artifact.Id}' still holds was to be said by {artifact.ReviewDueOn(view.Policies.Practice):O}.");
        }
    }
}
