using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace CommunityOfPractice.EntityFrameworkCore.PostgreSQL;

/// <summary>Writes activities by COPY in binary form: what PostgreSQL is fastest at.</summary>
public sealed class CopyActivityWriter : IActivityWriter
{
    private const string Columns = "(community, person, at, act, id, in_reply_to, addressed, thread, topics, accepted, formality, actor_kind) FROM STDIN (FORMAT BINARY)";

    /// <inheritdoc/>
    public async Task WriteAsync(DbContext context, IReadOnlyList<ActivityRow> rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(rows);
        NpgsqlConnection connection = (NpgsqlConnection)context.Database.GetDbConnection();
        NpgsqlBinaryImporter copy = await connection.BeginBinaryImportAsync($"COPY {TableNames.Of<ActivityRow>(context)} {Columns}", cancellationToken).ConfigureAwait(false);
        await using (copy.ConfigureAwait(false))
        {
            foreach (ActivityRow row in rows)
            {
                await WriteAsync(copy, row, cancellationToken).ConfigureAwait(false);
            }

            await copy.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, ActivityRow row, CancellationToken cancellationToken)
    {
        await copy.StartRowAsync(cancellationToken).ConfigureAwait(false);
        await copy.WriteAsync(row.Community, NpgsqlDbType.Text, cancellationToken).ConfigureAwait(false);
        await copy.WriteAsync(row.Person, NpgsqlDbType.Text, cancellationToken).ConfigureAwait(false);
        await copy.WriteAsync(row.At, NpgsqlDbType.Bigint, cancellationToken).ConfigureAwait(false);
        await copy.WriteAsync(row.Act, NpgsqlDbType.Integer, cancellationToken).ConfigureAwait(false);
        foreach (string? text in (string?[])[row.Id, row.InReplyTo, row.Addressed, row.Thread, row.Topics, row.Accepted])
        {
            await (text is null ? copy.WriteNullAsync(cancellationToken) : copy.WriteAsync(text, NpgsqlDbType.Text, cancellationToken)).ConfigureAwait(false);
        }

        await copy.WriteAsync(row.Formality, NpgsqlDbType.Integer, cancellationToken).ConfigureAwait(false);
        await copy.WriteAsync(row.ActorKind, NpgsqlDbType.Integer, cancellationToken).ConfigureAwait(false);
    }
}
