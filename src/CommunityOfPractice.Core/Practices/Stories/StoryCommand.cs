using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>A command about one value story that is here already.</summary>
/// <remarks>Guards of all of them: <c>story.unknown</c>, <c>story.moved</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Story">The story.</param>
/// <exception cref="ArgumentException"><paramref name="Story"/> is the default value.</exception>
public abstract record StoryCommand(CommunityId Community, StoryId Story) : PracticeCommand(Community)
{
    /// <summary>Gets the story.</summary>
    /// <value>Never the default value.</value>
    public StoryId Story { get; init => field = Named.Check(value); } = Named.Check(Story);

    internal sealed override IEnumerable<Fact> Decide(Practice practice, PracticeContext context, Guards guards)
    {
        if (practice.Repertoire.Find(Story) is not { } story)
        {
            guards.Require(false, "story.unknown", $"There is no story '{Story}' here.");
            return [];
        }

        return guards.Require(story.Status != StoryStatus.Transferred, "story.moved", $"'{Story}' belongs to '{story.MovedTo}' now.") ? Decide(story, context, guards) : [];
    }

    /// <summary>The facts that follow for the story; guards that are not met are noted.</summary>
    internal abstract IEnumerable<Fact> Decide(ValueStory story, PracticeContext context, Guards guards);
}

/// <summary>A fact about one value story that is here already.</summary>
/// <param name="Story">The story.</param>
public abstract record StoryFact(StoryId Story) : PracticeFact
{
    /// <summary>Facts that nobody decided can be about anything: what is not here stays so.</summary>
    internal sealed override Practice Apply(Practice before, Change change) =>
        before.Repertoire.Find(Story) is { } story ? before.With(before.Repertoire.With(Apply(story, change))) : before;

    /// <summary>What the story is after the fact.</summary>
    internal abstract ValueStory Apply(ValueStory before, Change change);
}
