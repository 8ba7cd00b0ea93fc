using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Says that an artifact still holds: the time to the next review begins anew.</summary>
/// <remarks>Guards: those of <see cref="ArtifactCommand"/>, <c>artifact.not-published</c>, <c>artifact.not-caretaker</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Artifact">The artifact.</param>
public sealed record ConfirmArtifact(CommunityId Community, ArtifactId Artifact) : ArtifactCommand(Community, Artifact)
{
    internal override IEnumerable<Fact> Decide(Artifact artifact, Repertoire repertoire, PracticeContext context, Guards guards)
    {
        guards.RequirePublished(artifact);
        guards.RequireCaretaker(artifact, context);
        return [new ArtifactConfirmed(Artifact)];
    }
}

/// <summary>Somebody said that an artifact still holds.</summary>
/// <param name="Artifact">The artifact.</param>
public sealed record ArtifactConfirmed(ArtifactId Artifact) : ArtifactFact(Artifact)
{
    internal override Artifact Apply(Artifact before, Change change) => before with { ConfirmedOn = change.OccurredAt };

    internal override IEnumerable<FactActivity> Activities(Practice before, Change change) => Curation(before, change);
}
