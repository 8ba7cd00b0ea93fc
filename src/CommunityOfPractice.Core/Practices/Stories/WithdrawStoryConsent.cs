using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Takes the agreement to a story back, at any time and without a reason; a published story is a draft again at once.</summary>
/// <remarks>Guards: those of <see cref="StoryCommand"/>, <c>consent.not-own-act</c>, <c>story.not-consented</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Story">The story.</param>
/// <param name="Person">Who takes it back.</param>
/// <exception cref="ArgumentException">An id has its default value.</exception>
public sealed record WithdrawStoryConsent(CommunityId Community, StoryId Story, PersonId Person) : StoryCommand(Community, Story)
{
    /// <summary>Gets who takes it back.</summary>
    /// <value>Never the default value.</value>
    public PersonId Person { get; init => field = Named.Check(value); } = Named.Check(Person);

    /// <inheritdoc/>
    public override PersonId? Subject => Person;

    internal override IEnumerable<Fact> Decide(ValueStory story, PracticeContext context, Guards guards)
    {
        guards.RequireOwnAct(context, Person);
        guards.Require(story.HasConsentOf(Person), "story.not-consented", $"'{Person}' has not agreed.");
        return [new StoryConsentWithdrawn(Story, Person)];
    }
}

/// <summary>Somebody whom a story names took their agreement back; it is published no longer.</summary>
/// <param name="Story">The story.</param>
/// <param name="Person">Who took it back.</param>
public sealed record StoryConsentWithdrawn(StoryId Story, PersonId Person) : StoryFact(Story)
{
    internal override ValueStory Apply(ValueStory before, Change change) => before with
    {
        Consents = before.Consents.Where(c => c.Person != Person).ToValueList(),
        Status = before.Status == StoryStatus.Published ? StoryStatus.Draft : before.Status,
        PublishedOn = null,
    };
}
