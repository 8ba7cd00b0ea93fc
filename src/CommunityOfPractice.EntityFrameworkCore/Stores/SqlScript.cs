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

    private readonly List<(string Sql, int? Rows, object?[] Values)> statements = [];

    /// <summary>Adds a statement.</summary>
    /// <param name="sql">The statement; each <c>?</c> stands for the next value.</param>
    /// <param name="rows">How many rows it changes when all is as it should be; null for any number.</param>
    /// <param name="values">The values.</param>
    public void Add(string sql, int? rows, params object?[] values) => statements.Add((sql, rows, values));

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
            for (end = begin; end < statements.Count && rows is not null && (end == begin || (statements[end].Rows is not null && values.Count + statements[end].Values.Length <= Most)); end++)
            {
                Append(statements[end].Sql, statements[end].Values, sql, values);
                rows += statements[end].Rows;
            }

            if (await RunAsync(context, sql.ToString(), values, cancellationToken).ConfigureAwait(false) != (rows ?? -1) && rows is not null)
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

    /// <summary>Puts places for parameters where values belong, and NULL itself where there is none.</summary>
    private static void Append(string statement, object?[] given, StringBuilder sql, List<object> values)
    {
        int next = 0;
        foreach (char c in statement)
        {
            if (c != '?')
            {
                sql.Append(c);
            }
            else if (given[next++] is { } value)
            {
                sql.Append(CultureInfo.InvariantCulture, $"{{{values.Count}}}");
                values.Add(value);
            }
            else
            {
                sql.Append("NULL");
            }
        }

        sql.Append(";\n");
    }
}
