using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CommunityOfPractice.EntityFrameworkCore.Sqlite;

/// <summary>Writes activities with one prepared statement, row after row: what SQLite is fastest at.</summary>
public sealed class SqliteActivityWriter : IActivityWriter
{
    private const string Columns = """
        (community, person, at, act, id, in_reply_to, addressed, thread, topics, accepted, formality, actor_kind)
        VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """;

    /// <inheritdoc/>
    public async Task WriteAsync(DbContext context, IReadOnlyList<ActivityRow> rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(rows);
        DbCommand command = context.Database.GetDbConnection().CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
            command.CommandText = $"INSERT INTO {TableNames.Of<ActivityRow>(context)} {Columns}";
            SqliteParameter[] parameters = [.. Enumerable.Range(0, 12).Select(i => new SqliteParameter { ParameterName = FormattableString.Invariant($"${i}") })];
            command.Parameters.AddRange(parameters);
            foreach (ActivityRow row in rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                object?[] values = [row.Community, row.Person, row.At, row.Act, row.Id, row.InReplyTo, row.Addressed, row.Thread, row.Topics, row.Accepted, row.Formality, row.ActorKind];
                for (int i = 0; i < values.Length; i++)
                {
                    parameters[i].Value = values[i] ?? DBNull.Value;
                }

                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
