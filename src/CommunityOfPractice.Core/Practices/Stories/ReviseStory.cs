using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Tells a value story anew; it is a draft again, and everybody whom it names is asked anew.</summary>
/// <remarks>
/// Guards: those of <see cref="StoryCommand"/>, <c>community.not-living</c>, <c>story.withdrawn</c>, <c>actor.not-own-act</c> (only the teller, or the host for them),
/// <c>story.no-title</c>, <c>story.no-claim</c>, <c>claim.no-text</c>, <c>claim.evidence</c>, <c>claim.indicator</c>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Story">The story.</param>
/// <param name="Title">Its title.</param>
/// <param name="Claims">All its claims, in any order; at least one.</param>
public sealed record ReviseStory(CommunityId Community, StoryId Story, string Title, ValueList<ValueClaim> Claims) : StoryCommand(Community, Story)
{
    /// <summary>Gets the artifacts that it tells about.</summary>
    /// <value>In any order; null, the default: as before.</value>
    public ValueList<ArtifactId>? Artifacts { get; init; }

    /// <summary>Gets the gatherings that it tells about.</summary>
    /// <value>Their ids; null, the default: as before.</value>
    public ValueList<string>? Gatherings { get; init; }

    internal override IEnumerable<Fact> Decide(ValueStory story, PracticeContext context, Guards guards)
    {
        guards.RequireLiving(context.Community);
        guards.Require(story.Status != StoryStatus.Withdrawn, "story.withdrawn", $"'{Story}' is not told any more.");
        guards.Require(context.By.Is(story.Teller) || context.By.HostName is not null, "actor.not-own-act", "Only the person can do this.");
        TellStory.RequireContent(guards, Title, Claims);
        return [new StoryRevised(Story, story.Teller, Title, Artifacts?.Sorted() ?? story.Artifacts, Gatherings ?? story.Gatherings), .. TellStory.FactsOf(Story, story.Teller, Claims)];
    }
}

/// <summary>A value story is told anew; its claims follow.</summary>
/// <param name="Story">The story.</param>
/// <param name="Teller">Who tells it.</param>
/// <param name="Title">Its title.</param>
/// <param name="Artifacts">The artifacts that it tells about, by id.</param>
/// <param name="Gatherings">The gatherings that it tells about.</param>
public sealed record StoryRevised(
    StoryId Story,
    PersonId Teller,
    [property: PersonalData] string Title,
    [property: JsonConverter(typeof(ValueListJsonConverter<ArtifactId>))] ValueList<ArtifactId> Artifacts,
    [property: JsonConverter(typeof(ValueListJsonConverter<string>))] ValueList<string> Gatherings) : StoryFact(Story)
{
    internal override ValueStory Apply(ValueStory before, Change change) =>
        before with { Revision = before.Revision + 1, Title = Title, Artifacts = Artifacts, Gatherings = Gatherings, Status = StoryStatus.Draft, Claims = [], Consents = [], PublishedOn = null };
}
