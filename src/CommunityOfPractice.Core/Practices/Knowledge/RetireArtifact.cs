using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Says that an artifact holds no longer; it stays findable, with the reason.</summary>
/// <remarks>
/// Guards: those of <see cref="ArtifactCommand"/>, <c>artifact.not-living</c> (neither published nor superseded), <c>artifact.not-caretaker</c>, <c>artifact.no-reason</c>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Artifact">The artifact.</param>
/// <param name="Reason">Why.</param>
public sealed record RetireArtifact(CommunityId Community, ArtifactId Artifact, string Reason) : ArtifactCommand(Community, Artifact)
{
    internal override IEnumerable<Fact> Decide(Artifact artifact, Repertoire repertoire, PracticeContext context, Guards guards)
    {
        guards.Require(artifact.IsLiving, "artifact.not-living", $"This is for artifacts that hold or were superseded; '{Artifact}' is {artifact.Status}.");
        guards.RequireCaretaker(artifact, context);
        guards.RequireText(Reason, "artifact.no-reason", "Whoever retires an artifact says why.");
        return [new ArtifactRetired(Artifact, Reason)];
    }
}

/// <summary>An artifact holds no longer.</summary>
/// <param name="Artifact">The artifact.</param>
/// <param name="Reason">Why.</param>
public sealed record ArtifactRetired(ArtifactId Artifact, [property: PersonalData] string Reason) : ArtifactFact(Artifact)
{
    internal override Artifact Apply(Artifact before, Change change) => before with { Status = ArtifactStatus.Retired, Reason = Reason, SupersededBy = null, OfferedTo = null };
}
