using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>The kind person: its columns, and the way from and to a <see cref="PersonEntry"/>.</summary>
internal sealed class PersonRows(Draft draft) : KindRows
{
    private const int Person = 0, Department = 1, Location = 2, TimeZone = 3, Languages = 4, Manager = 5, Seniority = 6, Topics = 7, From = 8, Until = 9;

    public static Schema Schema { get; } = new(
        InterchangeKind.Person,
        "person",
        new Column("person", Required: true),
        new Column("department"),
        new Column("location"),
        new Column("timezone"),
        new Column("languages", Shape.List),
        new Column("manager"),
        new Column("seniority"),
        new Column("topics", Shape.List),
        new Column("from", Shape.Time),
        new Column("until", Shape.Time));

    public override void Read(Row row)
    {
        if (row.TryId(Person, static text => new PersonId(text), out PersonId? person)
            & row.TryText(Department, out string? department)
            & row.TryText(Location, out string? location)
            & row.TryText(TimeZone, out string? timeZone)
            & row.TryList(Languages, static text => text, out ValueList<string> languages, texts: true)
            & row.TryId(Manager, static text => new PersonId(text), out PersonId? manager)
            & row.TryText(Seniority, out string? seniority)
            & row.TryList(Topics, static text => new TopicId(text), out ValueList<TopicId> topics)
            & row.TryPeriod(From, Until, atLeast: new TimeSpan(1), out DateTimeOffset? from, out DateTimeOffset? until))
        {
            draft.People.Add(row, new PersonEntry(person!.Value, from, until)
            {
                Department = department,
                Location = location,
                TimeZone = timeZone,
                Languages = languages,
                Manager = manager,
                Seniority = seniority,
                Topics = topics,
            });
        }
    }

    public static void Write(PersonEntry entry, RowWriter row)
    {
        row.Text(Person, entry.Person.Text);
        row.Text(Department, entry.Department);
        row.Text(Location, entry.Location);
        row.Text(TimeZone, entry.TimeZone);
        row.List(Languages, entry.Languages);
        row.Text(Manager, entry.Manager?.Text);
        row.Text(Seniority, entry.Seniority);
        row.List(Topics, entry.Topics);
        row.Time(From, entry.From);
        row.Time(Until, entry.Until);
    }
}
