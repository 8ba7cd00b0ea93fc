using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>The kind meeting: its columns, and the way from and to a <see cref="MeetingEntry"/>.</summary>
internal sealed class MeetingRows(Draft draft) : KindRows
{
    private const int At = 0, People = 1, Met = 2, Useful = 3, Host = 4;

    private static readonly string[] Grades = ["0", "1", "2", "3", "4", "5"];

    public static Schema Schema { get; } = new(
        InterchangeKind.Meeting,
        "meeting",
        new Column("at", Shape.Time, Required: true),
        new Column("people", Shape.List, Required: true),
        new Column("met", Shape.Flag),
        new Column("useful", Shape.Number),
        new Column("host"));

    public override void Read(Row row)
    {
        if (row.TryTime(At, out DateTimeOffset? at)
            & TryPeople(row, out ValueList<PersonId> people)
            & row.TryFlag(Met, ProblemCode.MetUnknown, out bool? met)
            & row.TryWord(Useful, ProblemCode.UsefulOutOfRange, Grades, out int useful)
            & TryHost(row, people, out PersonId? host))
        {
            draft.Meetings.Add(row, new MeetingEntry(at!.Value, people)
            {
                Met = met,
                Useful = useful < 0 ? null : useful,
                Host = host,
            });
        }
    }

    public static void Write(MeetingEntry entry, RowWriter row)
    {
        row.Time(At, entry.At);
        row.List(People, entry.People);
        row.Flag(Met, entry.Met);
        row.Number(Useful, entry.Useful);
        row.Text(Host, entry.Host?.Text);
    }

    private static bool TryHost(Row row, ValueList<PersonId>? people, out PersonId? host)
    {
        bool good = row.TryId(Host, static text => new PersonId(text), out host);
        if (good && host is { } named && people is { Count: > 0 } && !people.Contains(named))
        {
            row.Error(Host, ProblemCode.HostNotThere, $"{Shown.Text(named.Text)} is none of the people");
            return false;
        }

        return good;
    }

    private static bool TryPeople(Row row, out ValueList<PersonId> people)
    {
        bool good = row.TryList(People, static text => new PersonId(text), out people);
        if (good && people.GroupBy(person => person).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            row.Error(People, ProblemCode.ListRepeated, $"{Shown.Text(twice.Key.Text)} is named more than once");
            return false;
        }

        return good;
    }
}
