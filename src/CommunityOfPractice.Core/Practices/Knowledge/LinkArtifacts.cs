using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Says which other artifacts of the community belong to one, in place of what was said before.</summary>
/// <remarks>
/// A link leads from one to the others; it goes on leading there when either moves to another community. Guards: those of <see cref="ArtifactCommand"/>,
/// <c>artifact.not-living</c>, <c>artifact.not-caretaker</c>, <c>link.itself</c>, <c>link.unknown</c> (one for each that was never here and was not linked before).
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Artifact">The artifact.</param>
/// <param name="Related">All artifacts that belong to it, in any order.</param>
public sealed record LinkArtifacts(CommunityId Community, ArtifactId Artifact, ValueList<ArtifactId> Related) : ArtifactCommand(Community, Artifact)
{
    internal override IEnumerable<Fact> Decide(Artifact artifact, Repertoire repertoire, PracticeContext context, Guards guards)
    {
        ArgumentNullException.ThrowIfNull(Related);
        guards.Require(artifact.IsLiving, "artifact.not-living", $"This is for artifacts that hold or were superseded; '{Artifact}' is {artifact.Status}.");
        guards.RequireCaretaker(artifact, context);
        ValueList<ArtifactId> related = Related.Sorted();
        guards.Require(!related.Contains(Artifact), "link.itself", "An artifact is not linked with itself.");
        foreach (ArtifactId other in related)
        {
            guards.Require(repertoire.Find(other) is not null || artifact.Related.Contains(other), "link.unknown", $"There is no artifact '{other}' here.");
        }

        return [new ArtifactsLinked(Artifact, related)];
    }
}

/// <summary>It was said which other artifacts belong to one.</summary>
/// <param name="Artifact">The artifact.</param>
/// <param name="Related">All artifacts that belong to it, by id.</param>
public sealed record ArtifactsLinked(
    ArtifactId Artifact, [property: JsonConverter(typeof(ValueListJsonConverter<ArtifactId>))] ValueList<ArtifactId> Related) : ArtifactFact(Artifact)
{
    internal override Artifact Apply(Artifact before, Change change) => before with { Related = Related };
}
