using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Stops telling a story, for good; what was recorded stays in the journal.</summary>
/// <remarks>Guards: those of <see cref="StoryCommand"/>, <c>story.withdrawn</c>, <c>story.not-publisher</c> (for its teller, a facilitator or the host), <c>story.no-reason</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Story">The story.</param>
/// <param name="Reason">Why.</param>
public sealed record WithdrawStory(CommunityId Community, StoryId Story, string Reason) : StoryCommand(Community, Story)
{
    internal override IEnumerable<Fact> Decide(ValueStory story, PracticeContext context, Guards guards)
    {
        guards.Require(story.Status != StoryStatus.Withdrawn, "story.withdrawn", $"'{Story}' is not told any more.");
        guards.Require(context.IsInCharge || context.By.Is(story.Teller), "story.not-publisher", "This is for its teller, a facilitator or the host.");
        guards.RequireText(Reason, "story.no-reason", "Whoever withdraws a story says why.");
        return [new StoryWithdrawn(Story, Reason)];
    }
}

/// <summary>A story is not told any more.</summary>
/// <param name="Story">The story.</param>
/// <param name="Reason">Why.</param>
public sealed record StoryWithdrawn(StoryId Story, [property: PersonalData] string Reason) : StoryFact(Story)
{
    internal override ValueStory Apply(ValueStory before, Change change) => before with { Status = StoryStatus.Withdrawn, Reason = Reason, PublishedOn = null };
}
