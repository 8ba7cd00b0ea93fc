using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Says that another artifact of the community has taken the place of one.</summary>
/// <remarks>
/// What is superseded supersedes nothing any more, so that no circle comes about. Guards: those of <see cref="ArtifactCommand"/>, <c>artifact.not-published</c>,
/// <c>artifact.not-caretaker</c>, <c>successor.itself</c>, <c>successor.not-published</c> (there is no such published artifact here).
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Artifact">The artifact.</param>
/// <param name="Successor">The artifact that takes its place.</param>
public sealed record SupersedeArtifact(CommunityId Community, ArtifactId Artifact, ArtifactId Successor) : ArtifactCommand(Community, Artifact)
{
    internal override IEnumerable<Fact> Decide(Artifact artifact, Repertoire repertoire, PracticeContext context, Guards guards)
    {
        guards.RequirePublished(artifact);
        guards.RequireCaretaker(artifact, context);
        guards.Require(Successor != Artifact, "successor.itself", "An artifact does not take its own place.");
        guards.Require(repertoire.Find(Successor)?.Status == ArtifactStatus.Published, "successor.not-published", $"There is no published artifact '{Successor}' here.");
        return [new ArtifactSuperseded(Artifact, Successor)];
    }
}

/// <summary>Another artifact has taken the place of one.</summary>
/// <param name="Artifact">The artifact.</param>
/// <param name="Successor">The artifact that took its place.</param>
public sealed record ArtifactSuperseded(ArtifactId Artifact, ArtifactId Successor) : ArtifactFact(Artifact)
{
    internal override Artifact Apply(Artifact before, Change change) => before with { Status = ArtifactStatus.Superseded, SupersededBy = Successor, OfferedTo = null };
}
