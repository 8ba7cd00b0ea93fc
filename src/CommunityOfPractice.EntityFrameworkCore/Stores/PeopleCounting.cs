using System.Globalization;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>Has the database count people by department and place: one query, whose answer has a row for each pair of them, and a few more.</summary>
/// <remarks>
/// Instants are JSON texts with any offset, so the database decides by the date where two days lie between; the stretches that begin or end nearer are told one by one
/// and decided here, to the tick. Who is known only under aliases is told as a whole: which of those counts is decided by an order that no collation has.
/// </remarks>
internal static class PeopleCounting
{
    private const string Day = "yyyy-MM-dd";
    private const long Margin = 2 * TimeSpan.TicksPerDay;

    /// <returns>The counts; null when there is nobody.</returns>
    public static async ValueTask<OrganisationCounts?> CountAsync(DbContext context, DateTimeOffset at, CancellationToken cancellationToken)
    {
        object[] days = [DayOf(Math.Max(0, at.UtcTicks - Margin)), DayOf(Math.Min(DateTimeOffset.MaxValue.UtcTicks, at.UtcTicks + Margin))];
        List<PeopleCount> rows = await context.Database.SqlQueryRaw<PeopleCount>(Sql(context), days).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (rows.Count == 0 && !await context.Set<PersonRow>().AnyAsync(cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        IEnumerable<PersonAttributes?> standIns = rows.Where(r => r.Known is not null).GroupBy(r => r.Person, StringComparer.Ordinal)
            .Select(ids => ids.Select(r => Rows.Person(r.Known!)).MinBy(p => p.Id)!.AsOf(at));
        (string? Department, string? Location, int People)[] groups =
        [
            .. rows.Where(r => r.Known is null && HoldsAt(r, at)).Select(r => (Rows.Text(r.Department), Rows.Text(r.Location), (int)r.People)),
            .. standIns.OfType<PersonAttributes>().Select(a => (a.Department, a.Location, 1)),
        ];
        return new(Sums(groups.Select(g => (g.Department, g.People))), Sums(groups.Select(g => (g.Location, g.People))));
    }

    private static ValueList<GroupCount> Sums(IEnumerable<(string? Group, int People)> groups) => groups.Where(g => g.Group is not null).GroupBy(g => g.Group!, StringComparer.Ordinal)
        .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new GroupCount(g.Key, g.Sum(p => p.People))).ToValueList();

    private static bool HoldsAt(PeopleCount row, DateTimeOffset at) => new PersonAttributes { From = Instant(row.From), Until = Instant(row.Until) }.HoldsAt(at);

    private static DateTimeOffset? Instant(string? text) => text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static string DayOf(long ticks) => new DateTime(ticks).ToString(Day, CultureInfo.InvariantCulture);

    /// <summary>The values are days: surely before the instant, and surely after it.</summary>
    private static string Sql(DbContext context)
    {
        string people = Escaped(TableNames.Of<PersonRow>(context)), aliases = Escaped(TableNames.Of<PersonAliasRow>(context));
        string stretches = OrdinalTexts.CollationOf(context.Database.ProviderName) == OrdinalTexts.Sqlite ? "json_each(p.person, '$.History') AS h" : "json_array_elements(CAST(p.person AS json) -> 'History') AS h(value)";
        return $$"""
            WITH RECURSIVE way(alias, person) AS (
                SELECT a.alias, a.person FROM {{aliases}} AS a
                UNION SELECT w.alias, a.person FROM way AS w JOIN {{aliases}} AS a ON a.alias = w.person),
            stretch(department, place, since, until) AS (
                SELECT CAST(h.value -> 'Department' AS text), CAST(h.value -> 'Location' AS text), (h.value ->> 'From'), (h.value ->> 'Until')
                FROM {{people}} AS p CROSS JOIN {{stretches}}
                WHERE NOT EXISTS (SELECT 1 FROM {{aliases}} AS a WHERE a.alias = p.id)),
            held(department, place, since, until) AS (
                SELECT department, place, CASE WHEN substr(since, 1, 10) >= {0} THEN since END, CASE WHEN substr(until, 1, 10) <= {1} THEN until END
                FROM stretch
                WHERE (since IS NULL OR substr(since, 1, 10) <= {1}) AND (until IS NULL OR substr(until, 1, 10) >= {0}))
            SELECT NULL AS "Person", NULL AS "Known", department AS "Department", place AS "Location", since AS "From", until AS "Until", COUNT(*) AS "People"
            FROM held GROUP BY department, place, since, until
            UNION ALL
            SELECT w.person, p.person, NULL, NULL, NULL, NULL, 1
            FROM way AS w JOIN {{people}} AS p ON p.id = w.alias
            WHERE NOT EXISTS (SELECT 1 FROM {{aliases}} AS a WHERE a.alias = w.person) AND NOT EXISTS (SELECT 1 FROM {{people}} AS o WHERE o.id = w.person)
            """;
    }

    private static string Escaped(string name) => name.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
}
