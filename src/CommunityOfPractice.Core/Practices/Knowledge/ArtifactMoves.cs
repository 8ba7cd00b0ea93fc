using CommunityOfPractice.Core.Communities;

namespace CommunityOfPractice.Core.Practices;

/// <summary>An artifact is kept and can be read: its community has ended.</summary>
/// <param name="Artifact">The artifact.</param>
public sealed record ArtifactArchived(ArtifactId Artifact) : ArtifactFact(Artifact)
{
    internal override Artifact Apply(Artifact before, Change change) => before with { Status = ArtifactStatus.Archived, OfferedTo = null };
}

/// <summary>Another community answers for an artifact from now on; seen from the one that it leaves.</summary>
/// <param name="Artifact">The artifact.</param>
/// <param name="To">The community that answers for it.</param>
public sealed record ArtifactTransferred(ArtifactId Artifact, CommunityId To) : ArtifactFact(Artifact)
{
    internal override Artifact Apply(Artifact before, Change change) => before with { Status = ArtifactStatus.Transferred, MovedTo = To, Steward = null, OfferedTo = null };
}

/// <summary>The community answers for an artifact of another one from now on.</summary>
/// <param name="Artifact">The artifact as it arrives.</param>
/// <param name="From">The community that it leaves.</param>
public sealed record ArtifactReceived(Artifact Artifact, CommunityId From) : PracticeFact
{
    internal override Practice Apply(Practice before, Change change) => before.With(before.Repertoire.NotTakingOver(From).With(Artifact));
}

/// <summary>A use of an artifact that was received, recorded by the community that it left.</summary>
/// <param name="Use">Which, who, when, for what.</param>
public sealed record ArtifactUseReceived(ArtifactUse Use) : PracticeFact
{
    internal override Practice Apply(Practice before, Change change) => before.With(before.Repertoire.With(Use));
}
