using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>Statements that go to the database together: one round trip for many rows.</summary>
/// <remarks>By way of the context, so that logs, interceptors and strategies of the host see them. What is written is checked by its number of rows.</remarks>
internal sealed class SqlScript
{
    /// <summary>Far below what a command may hold (SQLite 32,766 values and a million bytes, PostgreSQL 65,535 values).</summary>
    private const int Most = 2_000;

    private readonly List<(FormattableString Sql, int? Rows)> statements = [];

    /// <summary>Adds a statement.</summary>
    /// <param name="sql">The statement: each <see cref="SqlName"/> in it is a name, everything else a value.</param>
    /// <param name="rows">How many rows it changes when all is as it should be; null for any number.</param>
    public void Add(FormattableString sql, int? rows) => statements.Add((sql, rows));

    /// <summary>Gets whether the statements go together and change every row or none by themselves, where the database takes what it is sent at once as one transaction.</summary>
    public bool FitsOneCommand => statements.All(s => s.Rows is not null) && statements.Sum(s => s.Sql.ArgumentCount) <= Most;

    /// <summary>Runs the statements, in their order.</summary>
    /// <returns>Whether all have changed as many rows as they should; those after one that did not may not have been run.</returns>
    /// <exception cref="DbUpdateException">The database refused; its own exception is inside.</exception>
    public async Task<bool> RunAsync(DbContext context, CancellationToken cancellationToken)
    {
        for (int begin = 0, end; begin < statements.Count; begin = end)
        {
            StringBuilder sql = new();
            List<object> values = [];
            int? rows = 0;
            for (end = begin; end < statements.Count && rows is not null && (end == begin || (statements[end].Rows is not null && values.Count + statements[end].Sql.ArgumentCount <= Most)); end++)
            {
                Append(statements[end].Sql, sql, values);
                rows += statements[end].Rows;
            }

            int changed = await RunAsync(context, sql.ToString(), values, cancellationToken).ConfigureAwait(false);
            if (rows is not null && Math.Max(0, changed) != rows) // below zero when nothing in it could change a row
            {
                return false;
            }
        }

        return true;
    }

    private static async Task<int> RunAsync(DbContext context, string sql, List<object> values, CancellationToken cancellationToken)
    {
        try
        {
            return await context.Database.ExecuteSqlRawAsync(sql, values, cancellationToken).ConfigureAwait(false);
        }
        catch (DbException failure)
        {
            throw new DbUpdateException("The database did not take what was to be written; see the inner exception.", failure);
        }
    }

    /// <summary>Puts places for parameters where values belong, and NULL itself where there is none. The context formats the text once more, so braces in names are doubled.</summary>
    private static void Append(FormattableString statement, StringBuilder sql, List<object> values)
    {
        string Place(object? argument)
        {
            switch (argument)
            {
                case SqlName name:
                    return name.Sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
                case null:
                    return "NULL";
                default:
                    values.Add(argument);
                    return FormattableString.Invariant($"{{{values.Count - 1}}}");
            }
        }

        sql.AppendFormat(CultureInfo.InvariantCulture, statement.Format, [.. statement.GetArguments().Select(Place)]).Append(";\n");
    }
}
