using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Agrees that a story is published as it is; for everybody whom it names, member or not.</summary>
/// <remarks>
/// Guards: those of <see cref="StoryCommand"/>, <c>consent.not-own-act</c>, <c>story.withdrawn</c>, <c>story.not-named</c>, <c>story.consented</c>,
/// <c>story.revised</c> (it was told anew since the person read it).
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Story">The story.</param>
/// <param name="Person">Who agrees.</param>
/// <param name="Revision">Which revision they read (<see cref="ValueStory.Revision"/>).</param>
/// <exception cref="ArgumentException">An id has its default value.</exception>
public sealed record ConsentToStory(CommunityId Community, StoryId Story, PersonId Person, int Revision) : StoryCommand(Community, Story)
{
    /// <summary>Gets who agrees.</summary>
    /// <value>Never the default value.</value>
    public PersonId Person { get; init => field = Named.Check(value); } = Named.Check(Person);

    /// <inheritdoc/>
    public override PersonId? Subject => Person;

    internal override IEnumerable<Fact> Decide(ValueStory story, PracticeContext context, Guards guards)
    {
        guards.RequireOwnAct(context, Person);
        guards.Require(story.Status != StoryStatus.Withdrawn, "story.withdrawn", $"'{Story}' is not told any more.");
        guards.Require(story.IsNamed(Person), "story.not-named", $"The story does not name '{Person}'.");
        guards.Require(!story.HasConsentOf(Person), "story.consented", $"'{Person}' has agreed already.");
        guards.Require(story.Revision == Revision, "story.revised", $"The story was told anew; this is revision {story.Revision}.");
        return [new StoryConsentGiven(Story, Person)];
    }
}

/// <summary>Somebody whom a story names agreed that it is published.</summary>
/// <param name="Story">The story.</param>
/// <param name="Person">Who agreed.</param>
public sealed record StoryConsentGiven(StoryId Story, PersonId Person) : StoryFact(Story)
{
    internal override ValueStory Apply(ValueStory before, Change change) => before.With(new StoryConsent(Person, change.OccurredAt));
}
