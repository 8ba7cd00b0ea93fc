using System.Text;
using CommunityOfPractice.Core.Vocabulary;
using static CommunityOfPractice.Core.Practices.StoryStatus;

namespace CommunityOfPractice.Core.Practices;

/// <summary>One row of the table of a story's life.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Trigger">The command; for what follows from a merger or a wider visibility the fact.</param>
/// <param name="From">The statuses from which it is possible; empty for what brings a story into being.</param>
/// <param name="To">The statuses to which it can lead, other than that in which it stands.</param>
/// <param name="Guards">The codes with which the command is refused, in the order of the alphabet; empty for what follows.</param>
public sealed record StoryTransition(Type Trigger, ValueList<StoryStatus> From, ValueList<StoryStatus> To, ValueList<string> Guards);

/// <summary>The life of a value story as a table.</summary>
/// <remarks>The table says what the code does, and tests compare the two; the code does not read it.</remarks>
public static class StoryTransitions
{
    /// <summary>Gets the rows.</summary>
    /// <value>In the order of a story's life.</value>
    public static ValueList<StoryTransition> All { get; } =
    [
        new(typeof(TellStory), [], [Draft], ["actor.not-own-act", "claim.evidence", "claim.indicator", "claim.no-text", "community.not-open", "story.exists", "story.no-claim", "story.no-title"]),
        new(typeof(ReviseStory), [Draft, Published], [Draft], ["actor.not-own-act", "claim.evidence", "claim.indicator", "claim.no-text", "community.not-living", "story.moved", "story.no-claim", "story.no-title", "story.unknown", "story.withdrawn"]),
        new(typeof(ConsentToStory), [Draft], [], ["consent.not-own-act", "story.consented", "story.moved", "story.not-named", "story.revised", "story.unknown", "story.withdrawn"]),
        new(typeof(PublishStory), [Draft], [Published], ["community.not-living", "story.moved", "story.no-consent", "story.not-draft", "story.not-publisher", "story.unknown"]),
        new(typeof(WithdrawStoryConsent), [Draft, Published, Withdrawn], [Draft], ["consent.not-own-act", "story.moved", "story.not-consented", "story.unknown"]),
        new(typeof(WithdrawStory), [Draft, Published], [Withdrawn], ["story.moved", "story.no-reason", "story.not-publisher", "story.unknown", "story.withdrawn"]),
        new(typeof(StoryReturned), [Published], [Draft], []),
        new(typeof(StoryTransferred), [Draft, Published], [Transferred], []),
    ];

    /// <summary>Draws the transitions that change the status.</summary>
    /// <returns>A Mermaid state diagram, with lines that end in <c>\n</c>.</returns>
    public static string ToMermaid()
    {
        StringBuilder text = new("stateDiagram-v2\n");
        foreach (StoryTransition row in All)
        {
            foreach (StoryStatus to in row.To)
            {
                foreach (string from in row.From.Count == 0 ? ["[*]"] : row.From.Where(f => f != to && f != Withdrawn).Select(f => f.ToString()))
                {
                    text.Append(System.Globalization.CultureInfo.InvariantCulture, $"    {from} --> {to} : {row.Trigger.Name}\n");
                }
            }
        }

        return text.Append("    Withdrawn --> [*]\n    Transferred --> [*]\n").ToString();
    }
}
