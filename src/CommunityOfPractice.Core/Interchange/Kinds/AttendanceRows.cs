using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>The kind attendance: its columns, and the way from and to an <see cref="AttendanceEntry"/>.</summary>
internal sealed class AttendanceRows(Draft draft) : KindRows
{
    private const int Community = 0, Gathering = 1, Person = 2, Rsvp = 3, RsvpAt = 4, Attended = 5, Role = 6;

    private static readonly string[] Answers = ["yes", "no", "maybe"];
    private static readonly string[] RoleNames = ["host"];

    public static Schema Schema { get; } = new(
        InterchangeKind.Attendance,
        "attendance",
        new Column("community", Required: true),
        new Column("gathering", Required: true),
        new Column("person", Required: true),
        new Column("rsvp"),
        new Column("rsvp_at", Shape.Time),
        new Column("attended", Shape.Flag),
        new Column("role"));

    public override void Read(Row row)
    {
        if (row.TryId(Community, static text => new CommunityId(text), out CommunityId? community)
            & row.TryIdText(Gathering, out string? gathering)
            & row.TryId(Person, static text => new PersonId(text), out PersonId? person)
            & row.TryWord(Rsvp, ProblemCode.RsvpUnknown, Answers, out int rsvp)
            & row.TryTime(RsvpAt, out DateTimeOffset? at)
            & row.TryFlag(Attended, ProblemCode.AttendedUnknown, out bool? attended)
            & row.TryWord(Role, ProblemCode.RoleUnknown, RoleNames, out int role))
        {
            draft.Attendances.Add(row, new AttendanceEntry(community!.Value, gathering!, person!.Value)
            {
                Rsvp = rsvp < 0 ? null : (RsvpAnswer)rsvp,
                RsvpAt = at,
                Attended = attended,
                Host = role == 0,
            });
        }
    }

    public static void Write(AttendanceEntry entry, RowWriter row)
    {
        row.Text(Community, entry.Community.Text);
        row.Text(Gathering, entry.Gathering);
        row.Text(Person, entry.Person.Text);
        row.Text(Rsvp, entry.Rsvp is { } answer ? Answers[(int)answer] : null);
        row.Time(RsvpAt, entry.RsvpAt);
        row.Flag(Attended, entry.Attended);
        row.Text(Role, entry.Host ? "host" : null);
    }
}
