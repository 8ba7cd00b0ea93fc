using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Records;

/// <summary>Finds artifacts through everything that has moved (law 40): links lead on after mergers, splits and closings.</summary>
public static class ArtifactSearch
{
    /// <summary>Follows an artifact to the community that holds it now.</summary>
    /// <param name="community">A community where it is, or was.</param>
    /// <param name="artifact">The artifact.</param>
    /// <param name="records">Gives the record of a community; null when there is none.</param>
    /// <returns>Where it is, and as what; null when it was never there. O(m) lookups for m moves.</returns>
    public static FoundArtifact? Find(CommunityId community, ArtifactId artifact, Func<CommunityId, CommunityRecord?> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        HashSet<CommunityId> seen = [];
        for (CommunityId at = community; seen.Add(at) && records(at)?.Practice.Repertoire.Find(artifact) is { } found;)
        {
            if (found.Status != ArtifactStatus.Transferred)
            {
                return new(at, found);
            }

            at = found.MovedTo!.Value;
        }

        return null;
    }

    /// <summary>Follows a link of an artifact.</summary>
    /// <remarks>What stayed behind when the artifact moved is found in the community that it came from.</remarks>
    /// <param name="community">The community that holds the artifact.</param>
    /// <param name="artifact">The artifact.</param>
    /// <param name="linked">One of its <see cref="Artifact.Related"/>, or its <see cref="Artifact.SupersededBy"/>.</param>
    /// <param name="records">Gives the record of a community; null when there is none.</param>
    /// <returns>Where the linked artifact is, and as what; null when it is nowhere on the way back. O(m) lookups for m moves of each.</returns>
    public static FoundArtifact? Follow(CommunityId community, ArtifactId artifact, ArtifactId linked, Func<CommunityId, CommunityRecord?> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        HashSet<CommunityId> seen = [];
        for (CommunityId? at = community; at is { } here && seen.Add(here) && records(here) is { } record; at = record.Practice.Repertoire.Find(artifact)?.ReceivedFrom)
        {
            if (Find(here, linked, records) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}

/// <summary>An artifact, and which community holds it.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Artifact">The artifact as it stands there.</param>
public sealed record FoundArtifact(CommunityId Community, Artifact Artifact);
