using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>I2 between communities: which of them answer for an artifact, and where those that moved went; keeps ids only.</summary>
internal sealed class ArtifactHoldings
{
    private readonly Dictionary<ArtifactId, SortedSet<CommunityId>> living = [];
    private readonly HashSet<(CommunityId Community, ArtifactId Artifact)> known = [];
    private readonly List<(CommunityId From, ArtifactId Artifact, CommunityId To)> moves = [];

    public void Note(CommunityId community, Repertoire repertoire)
    {
        foreach (Artifact artifact in repertoire.Artifacts)
        {
            known.Add((community, artifact.Id));
            if (artifact.IsLiving)
            {
                if (!living.TryGetValue(artifact.Id, out SortedSet<CommunityId>? holders))
                {
                    living.Add(artifact.Id, holders = []);
                }

                holders.Add(community);
            }
            else if (artifact.MovedTo is { } to)
            {
                moves.Add((community, artifact.Id, to));
            }
        }
    }

    public ValueList<RegistryFinding> Findings()
    {
        FindingList findings = new();
        foreach ((ArtifactId artifact, SortedSet<CommunityId> holders) in living)
        {
            findings.Require(holders.Count == 1, holders.Min, FindingSeverity.Error, "registry.artifact-double", $"'{artifact}' has {holders.Count} communities that answer for it: {string.Join(", ", holders)}.");
        }

        foreach ((CommunityId from, ArtifactId artifact, CommunityId to) in moves)
        {
            findings.Require(known.Contains((to, artifact)), from, FindingSeverity.Error, "registry.artifact-lost", $"'{artifact}' went to '{to}', which knows nothing of it.");
        }

        return findings.Sorted();
    }
}
