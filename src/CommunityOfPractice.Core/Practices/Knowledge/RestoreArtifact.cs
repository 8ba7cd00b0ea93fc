using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Says that an artifact holds again, from now on.</summary>
/// <remarks>
/// Also for what was archived, in a community that was opened again. Guards: those of <see cref="ArtifactCommand"/>, <c>artifact.published</c>,
/// <c>artifact.not-caretaker</c>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Artifact">The artifact.</param>
public sealed record RestoreArtifact(CommunityId Community, ArtifactId Artifact) : ArtifactCommand(Community, Artifact)
{
    internal override IEnumerable<Fact> Decide(Artifact artifact, Repertoire repertoire, PracticeContext context, Guards guards)
    {
        guards.Require(artifact.Status != ArtifactStatus.Published, "artifact.published", $"'{Artifact}' holds already.");
        guards.RequireCaretaker(artifact, context);
        return [new ArtifactRestored(Artifact)];
    }
}

/// <summary>An artifact holds again.</summary>
/// <param name="Artifact">The artifact.</param>
public sealed record ArtifactRestored(ArtifactId Artifact) : ArtifactFact(Artifact)
{
    internal override Artifact Apply(Artifact before, Change change) => before with { Status = ArtifactStatus.Published, Reason = null, SupersededBy = null, ConfirmedOn = change.OccurredAt };
}
