using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Publishes a story to which everybody whom it names has agreed.</summary>
/// <remarks>
/// Guards: those of <see cref="StoryCommand"/>, <c>community.not-living</c>, <c>story.not-draft</c>, <c>story.not-publisher</c> (for its teller, the knowledge steward,
/// a facilitator or the host), <c>story.no-consent</c> (one for each person).
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Story">The story.</param>
public sealed record PublishStory(CommunityId Community, StoryId Story) : StoryCommand(Community, Story)
{
    internal override IEnumerable<Fact> Decide(ValueStory story, PracticeContext context, Guards guards)
    {
        guards.RequireLiving(context.Community);
        guards.Require(story.Status == StoryStatus.Draft, "story.not-draft", $"This is for drafts; '{Story}' is {story.Status}.");
        bool may = context.IsInCharge || (context.By.Person is { } person && (person == story.Teller || context.IsKnowledgeSteward(person)));
        guards.Require(may, "story.not-publisher", "This is for its teller, the knowledge steward, a facilitator or the host.");
        foreach (PersonId missing in story.MissingConsents)
        {
            guards.Require(false, "story.no-consent", $"'{missing}' has not agreed.");
        }

        return [new StoryPublished(Story)];
    }
}

/// <summary>A value story was published.</summary>
/// <param name="Story">The story.</param>
public sealed record StoryPublished(StoryId Story) : StoryFact(Story)
{
    internal override ValueStory Apply(ValueStory before, Change change) => before with { Status = StoryStatus.Published, PublishedOn = change.OccurredAt };
}
