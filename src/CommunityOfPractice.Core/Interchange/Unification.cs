using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>Puts the person behind each id in its place, in rows of every kind.</summary>
internal sealed class Unification(InterchangeData data)
{
    private readonly PersonAliases aliases = data.Aliases;

    public InterchangeData Data() => new(
        data.Log.Under(aliases),
        People(),
        data.Communities,
        data.Memberships.Select(p => p.Of(Of(p.Person))),
        data.Meetings.Select(m => (Meeting: m, People: Of(m.People))).Where(m => m.People.Count > 1 || m.People.Count == m.Meeting.People.Count)
            .Select(m => new MeetingEntry(m.Meeting.At, m.People) { Met = m.Meeting.Met, Useful = m.Meeting.Useful, Host = Of(m.Meeting.Host) }))
    {
        Gatherings = data.Gatherings.Select(g => g with { Hosts = Of(g.Hosts) }).ToValueList(),
        Attendances = data.Attendances.GroupBy(a => (a.Community, a.Gathering, Person: Of(a.Person))).Select(g => Attendance(g.Key.Person, [.. g])).ToValueList(),
        Artifacts = data.Artifacts.Select(a => a with { Steward = Of(a.Steward), Authors = Of(a.Authors) }).ToValueList(),
        Stories = data.Stories.Select(s => s with
        {
            ToldBy = Of(s.ToldBy),
            Consents = Of(s.Consents),
            Claims = s.Claims.Select(c => c with { Contributors = Of(c.Contributors) }).ToValueList(),
        }).ToValueList(),
        Headcounts = data.Headcounts,
    };

    private PersonId Of(PersonId id) => aliases.PersonOf(id);

    private PersonId? Of(PersonId? id) => id is { } known ? Of(known) : null;

    private ValueList<PersonId> Of(ValueList<PersonId> ids) => ids.Select(Of).Distinct().ToValueList();

    /// <summary>What stands under one id of each person: their own where there is anything, otherwise the first alias.</summary>
    private IEnumerable<PersonEntry> People() =>
        from entry in data.People
        group entry by Of(entry.Person) into person
        let id = person.Select(e => e.Person).OrderBy(p => p != person.Key).ThenBy(p => p).First()
        from entry in person
        where entry.Person == id
        select new PersonEntry(person.Key, entry.From, entry.Until)
        {
            Department = entry.Department,
            Location = entry.Location,
            TimeZone = entry.TimeZone,
            Languages = entry.Languages,
            Manager = Of(entry.Manager),
            Seniority = entry.Seniority,
            Topics = entry.Topics,
        };

    /// <summary>The answer given latest, or first by id; there, or host, when any of the rows says so.</summary>
    private static AttendanceEntry Attendance(PersonId person, AttendanceEntry[] rows)
    {
        AttendanceEntry answer = rows.Where(r => r.Rsvp is not null).MaxBy(r => r.RsvpAt ?? DateTimeOffset.MinValue) ?? rows[0];
        return new(answer.Community, answer.Gathering, person)
        {
            Rsvp = answer.Rsvp,
            RsvpAt = answer.RsvpAt,
            Attended = rows.Any(r => r.Attended == true) ? true : rows.Any(r => r.Attended == false) ? false : null,
            Host = rows.Any(r => r.Host),
        };
    }
}
