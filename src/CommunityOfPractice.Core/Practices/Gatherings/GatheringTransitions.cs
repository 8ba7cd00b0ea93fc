using System.Text;
using CommunityOfPractice.Core.Vocabulary;
using static CommunityOfPractice.Core.Practices.GatheringStatus;

namespace CommunityOfPractice.Core.Practices;

/// <summary>The life of a gathering as data: every command about one gathering, and what follows from other things.</summary>
/// <remarks>The table says what the code does, and a test compares the two; the code does not read it.</remarks>
public static class GatheringTransitions
{
    /// <summary>Gets the rows.</summary>
    /// <value>Those that change the status first, by number.</value>
    public static ValueList<GatheringTransition> All { get; } =
    [
        Row("G1", nameof(ScheduleGathering), [None], [Planned], "actor.not-a-member", "actor.not-in-charge", "gathering.exists", "gathering.id-reserved", "gathering.no-title", "gathering.link", "host.not-active", "capacity.not-positive"),
        Row("G2", nameof(CancelGathering), [Planned], [Cancelled], "gathering.unknown", "gathering.not-host", "gathering.not-planned", "gathering.no-reason"),
        Row("G2", nameof(GatheringCancelled), [Planned], [Cancelled]),
        Row("G3", nameof(RecordAttendance), [Planned, Held], [Planned, Held], "gathering.unknown", "gathering.not-host", "gathering.cancelled", "gathering.not-started", "attendance.too-late", "attendance.members-only", "attendance.present-and-absent", "attendance.other-guests", "attendance.unchanged"),
        Row("G4", nameof(RecordNotes), [Planned, Held], [Held], "gathering.unknown", "gathering.not-host", "gathering.cancelled", "gathering.not-started", "notes.empty", "follow-up.empty", "follow-up.not-a-member", "notes.unchanged"),
        Row("–", nameof(ChangeGathering), [Planned], [], "gathering.unknown", "gathering.not-host", "gathering.not-planned", "gathering.no-title", "gathering.link", "gathering.unchanged"),
        Row("–", nameof(SetHosts), [Planned, Held], [], "gathering.unknown", "gathering.not-host", "gathering.cancelled", "host.not-active", "hosts.unchanged"),
        Row("–", nameof(SetCapacity), [Planned], [], "gathering.unknown", "gathering.not-host", "gathering.not-planned", "gathering.started", "capacity.not-positive", "capacity.below-going", "capacity.unchanged"),
        Row("–", nameof(Rsvp), [Planned], [], "gathering.unknown", "actor.not-own-act", "gathering.not-planned", "gathering.started", "rsvp.members-only", "rsvp.kept-out", "rsvp.unchanged"),
    ];

    /// <summary>Draws the table: statuses as states, one arrow for each way from one to another.</summary>
    /// <returns>A Mermaid state diagram, with <c>\n</c> between the lines and none at the end.</returns>
    public static string ToMermaid()
    {
        StringBuilder text = new("stateDiagram-v2");
        var arrows =
            from row in All
            from start in row.From
            from end in row.To
            where start != end
            group $"{row.Id} {row.Trigger}" by (start, end) into arrow
            orderby arrow.Key.start, arrow.Key.end
            select arrow;
        foreach (var arrow in arrows)
        {
            text.Append("\n    ").Append(arrow.Key.start == None ? "[*]" : arrow.Key.start.ToString()).Append(" --> ").Append(arrow.Key.end).Append(": ").AppendJoin(", ", arrow);
        }

        return text.Append("\n    Cancelled --> [*]\n    Held --> [*]").ToString();
    }

    private static GatheringTransition Row(string id, string trigger, GatheringStatus[] from, GatheringStatus[] to, params string[] guards) =>
        new(id, trigger, [.. from], [.. to], [.. guards]);
}
