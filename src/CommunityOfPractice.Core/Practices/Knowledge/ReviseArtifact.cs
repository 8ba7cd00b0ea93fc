using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Publishes a new version of an artifact.</summary>
/// <remarks>
/// An edit says nothing about whether the rest still holds: freshness counts from <see cref="ConfirmArtifact"/>. Guards: those of <see cref="ArtifactCommand"/>,
/// <c>artifact.not-published</c>, <c>artifact.not-caretaker</c>, <c>artifact.no-change</c> (it says what is different), <c>artifact.no-title</c>, <c>artifact.link</c>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Artifact">The artifact.</param>
/// <param name="Change">What is different.</param>
public sealed record ReviseArtifact(CommunityId Community, ArtifactId Artifact, string Change) : ArtifactCommand(Community, Artifact)
{
    /// <summary>Gets its new name.</summary>
    /// <value>Null, the default: as before.</value>
    public string? Title { get; init; }

    /// <summary>Gets what is in it now.</summary>
    /// <value>Null, the default: as before.</value>
    public string? Summary { get; init; }

    /// <summary>Gets where it can be read now.</summary>
    /// <value>Null, the default: as before.</value>
    public ValueList<string>? Links { get; init; }

    /// <summary>Gets who has made it.</summary>
    /// <value>Null, the default: as before.</value>
    public ValueList<PersonId>? Authors { get; init; }

    internal override IEnumerable<Fact> Decide(Artifact artifact, Repertoire repertoire, PracticeContext context, Guards guards)
    {
        guards.RequirePublished(artifact);
        guards.RequireCaretaker(artifact, context);
        guards.RequireText(Change, "artifact.no-change", "A new version says what is different.");
        guards.Require(Title is null || !string.IsNullOrWhiteSpace(Title), "artifact.no-title", "An artifact has a title.");
        guards.RequireLinks(Links ?? [], "artifact.link");
        return [new ArtifactRevised(Artifact, artifact.Version + 1, Change, Title == artifact.Title ? null : Title, Summary == artifact.Summary ? null : Summary, Links ?? artifact.Links, Authors?.Sorted() ?? artifact.Authors)];
    }
}

/// <summary>A new version of an artifact was published.</summary>
/// <param name="Artifact">The artifact.</param>
/// <param name="Version">The number of the version.</param>
/// <param name="Change">What is different.</param>
/// <param name="Title">Its new name for people; null when it stays.</param>
/// <param name="Summary">What is in it now; null when it stays, so that the words of somebody else are not written down again.</param>
/// <param name="Links">Where it can be read.</param>
/// <param name="Authors">Who has made it, by id.</param>
public sealed record ArtifactRevised(
    ArtifactId Artifact,
    int Version,
    [property: PersonalData] string Change,
    string? Title,
    [property: PersonalData] string? Summary,
    [property: JsonConverter(typeof(ValueListJsonConverter<string>))] ValueList<string> Links,
    [property: JsonConverter(typeof(ValueListJsonConverter<PersonId>))] ValueList<PersonId> Authors) : ArtifactFact(Artifact)
{
    internal override Artifact Apply(Artifact before, Change change) => before with
    {
        Title = Title ?? before.Title,
        Summary = Summary ?? before.Summary,
        Links = Links,
        Authors = Authors,
        Versions = [.. before.Versions, new(Version, change.OccurredAt, change.By.Person, Change)],
    };

    internal override IEnumerable<FactActivity> Activities(Practice before, Change change) => Curation(before, change);
}
