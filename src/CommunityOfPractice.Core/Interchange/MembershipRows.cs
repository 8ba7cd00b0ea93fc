using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>The kind membership: its columns, and the way from and to a <see cref="MembershipPeriod"/>.</summary>
internal sealed class MembershipRows(Draft draft) : KindRows
{
    private const int Community = 0, Person = 1, From = 2, Until = 3, RoleColumn = 4;

    public static Schema Schema { get; } = new(
        InterchangeKind.Membership,
        "membership",
        new Column("community", Required: true),
        new Column("person", Required: true),
        new Column("from", Shape.Time, Required: true),
        new Column("until", Shape.Time),
        new Column("role"));

    public override void Read(Row row)
    {
        if (row.TryId(Community, static text => new CommunityId(text), out CommunityId? community)
            & row.TryId(Person, static text => new PersonId(text), out PersonId? person)
            & row.TryPeriod(From, Until, atLeast: TimeSpan.Zero, out DateTimeOffset? from, out DateTimeOffset? until)
            & TryRole(row, out Role? role))
        {
            draft.Memberships.Add(row, new MembershipPeriod(community!.Value, person!.Value, from!.Value, until, role));
        }
    }

    public static void Write(MembershipPeriod period, RowWriter row)
    {
        row.Text(Community, period.Community.Text);
        row.Text(Person, period.Person.Text);
        row.Time(From, period.From);
        row.Time(Until, period.Until);
        row.Text(RoleColumn, period.Role?.Name());
    }

    /// <summary>Reads the role; a plain member has none, whether the cell says so or is empty.</summary>
    private static bool TryRole(Row row, out Role? role)
    {
        bool good = row.TryText(RoleColumn, out string? name);
        name = string.Equals(name, "member", StringComparison.OrdinalIgnoreCase) ? null : name;
        role = good && name is not null && Roles.TryParse(name, out Role known) ? known : null;
        if (!good || name is null || role is not null)
        {
            return good;
        }

        row.Error(RoleColumn, ProblemCode.RoleUnknown, $"{Shown.Text(name)} is no role; known are {string.Join(", ", Roles.Names)}");
        return false;
    }
}
