using System.Text;
using CommunityOfPractice.Core.Vocabulary;
using static CommunityOfPractice.Core.Practices.RsvpStatus;

namespace CommunityOfPractice.Core.Practices;

/// <summary>How a person stands to a gathering, as data.</summary>
/// <remarks>The table says what the code does, and a test compares the two; the code does not read it.</remarks>
public static class RsvpTransitions
{
    /// <summary>Gets the rows.</summary>
    /// <value>Answers first.</value>
    public static ValueList<RsvpTransition> All { get; } =
    [
        new("Yes", [None, Maybe, Declined], [Going, Waiting]),
        new("No", [None, Going, Waiting, Maybe], [Declined]),
        new("Maybe", [None, Going, Waiting, Declined], [Maybe]),
        new(nameof(GuestPromoted), [Waiting], [Going]),
        new(nameof(RsvpEnded), [Going, Waiting, Maybe, Declined], [None]),
    ];

    /// <summary>Draws the table: one arrow for each way from one state to another.</summary>
    /// <returns>A Mermaid state diagram, with <c>\n</c> between the lines and none at the end.</returns>
    public static string ToMermaid()
    {
        StringBuilder text = new("stateDiagram-v2\n    [*] --> None");
        var arrows =
            from row in All
            from start in row.From
            from end in row.To
            group row.Trigger by (start, end) into arrow
            orderby arrow.Key.start, arrow.Key.end
            select arrow;
        foreach (var arrow in arrows)
        {
            text.Append("\n    ").Append(arrow.Key.start).Append(" --> ").Append(arrow.Key.end).Append(": ").AppendJoin(", ", arrow);
        }

        return text.ToString();
    }
}
