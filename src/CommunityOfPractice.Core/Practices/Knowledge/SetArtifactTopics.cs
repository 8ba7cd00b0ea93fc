using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Says what an artifact is about, in place of what was said before.</summary>
/// <remarks>Guards: those of <see cref="ArtifactCommand"/>, <c>artifact.not-living</c>, <c>artifact.not-caretaker</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Artifact">The artifact.</param>
/// <param name="Topics">All its topics, in any order.</param>
public sealed record SetArtifactTopics(CommunityId Community, ArtifactId Artifact, ValueList<TopicId> Topics) : ArtifactCommand(Community, Artifact)
{
    internal override IEnumerable<Fact> Decide(Artifact artifact, Repertoire repertoire, PracticeContext context, Guards guards)
    {
        ArgumentNullException.ThrowIfNull(Topics);
        guards.Require(artifact.IsLiving, "artifact.not-living", $"This is for artifacts that hold or were superseded; '{Artifact}' is {artifact.Status}.");
        guards.RequireCaretaker(artifact, context);
        return [new ArtifactTopicsSet(Artifact, Topics.Sorted())];
    }
}

/// <summary>It was said what an artifact is about.</summary>
/// <param name="Artifact">The artifact.</param>
/// <param name="Topics">All its topics, by id.</param>
public sealed record ArtifactTopicsSet(
    ArtifactId Artifact, [property: JsonConverter(typeof(ValueListJsonConverter<TopicId>))] ValueList<TopicId> Topics) : ArtifactFact(Artifact)
{
    internal override Artifact Apply(Artifact before, Change change) => before with { Topics = Topics };
}
