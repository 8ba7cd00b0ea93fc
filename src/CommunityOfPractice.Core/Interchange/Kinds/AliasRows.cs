using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>The kind alias: its columns, and the way from and to a <see cref="PersonAlias"/>.</summary>
internal sealed class AliasRows(Draft draft) : KindRows
{
    private const int Alias = 0, Person = 1;

    public static Schema Schema { get; } = new(
        InterchangeKind.Alias,
        "alias",
        new Column("alias", Required: true),
        new Column("person", Required: true));

    public override void Read(Row row)
    {
        if (row.TryId(Alias, static text => new PersonId(text), out PersonId? alias)
            & row.TryId(Person, static text => new PersonId(text), out PersonId? person))
        {
            draft.Aliases.Add(row, new PersonAlias(alias!.Value, person!.Value));
        }
    }

    public static void Write(PersonAlias entry, RowWriter row)
    {
        row.Text(Alias, entry.Alias.Text);
        row.Text(Person, entry.Person.Text);
    }
}
