using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>The kind membership: its columns, and the way from and to a <see cref="MembershipPeriod"/>.</summary>
internal sealed class MembershipRows(Draft draft) : KindRows
{
    private const int Community = 0, Person = 1, From = 2, Until = 3, RoleColumn = 4, Status = 5, Reason = 6;

    private static readonly string[] Statuses = ["active", "paused", "lapsed"];
    private static readonly string[] Reasons = ["choice", "organisation-exit", "community-closed", "community-merged", "term-ended", "removed", "blocked", "erased"]; // by number

    public static Schema Schema { get; } = new(
        InterchangeKind.Membership,
        "membership",
        new Column("community", Required: true),
        new Column("person", Required: true),
        new Column("from", Shape.Time, Required: true),
        new Column("until", Shape.Time),
        new Column("role"),
        new Column("status"),
        new Column("reason"));

    public override void Read(Row row)
    {
        if (row.TryId(Community, static text => new CommunityId(text), out CommunityId? community)
            & row.TryId(Person, static text => new PersonId(text), out PersonId? person)
            & row.TryPeriod(From, Until, atLeast: TimeSpan.Zero, out DateTimeOffset? from, out DateTimeOffset? until)
            & TryRole(row, out Role? role)
            & row.TryWord(Status, ProblemCode.StatusUnknown, Statuses, out int status)
            & TryReason(row, until is not null, out LeaveReason? reason))
        {
            draft.Memberships.Add(row, new MembershipPeriod(community!.Value, person!.Value, from!.Value, until, role)
            {
                Status = status switch { 1 => MembershipStatus.Paused, 2 => MembershipStatus.Lapsed, _ => MembershipStatus.Active },
                Reason = reason,
            });
        }
    }

    public static void Write(MembershipPeriod period, RowWriter row)
    {
        row.Text(Community, period.Community.Text);
        row.Text(Person, period.Person.Text);
        row.Time(From, period.From);
        row.Time(Until, period.Until);
        row.Text(RoleColumn, period.Role?.Name());
        row.Text(Status, period.Status switch { MembershipStatus.Paused => Statuses[1], MembershipStatus.Lapsed => Statuses[2], _ => null });
        row.Text(Reason, period.Reason is { } reason ? Reasons[(int)reason] : null);
    }

    /// <summary>Reads why a membership ended; only one that ended has a reason.</summary>
    private static bool TryReason(Row row, bool ended, out LeaveReason? reason)
    {
        bool good = row.TryWord(Reason, ProblemCode.ReasonUnknown, Reasons, out int word);
        reason = good && word >= 0 ? (LeaveReason)word : null;
        if (reason is null || ended)
        {
            return good;
        }

        row.Error(Reason, ProblemCode.ReasonWithoutEnd, "only a membership with an end has a reason for it");
        return false;
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
