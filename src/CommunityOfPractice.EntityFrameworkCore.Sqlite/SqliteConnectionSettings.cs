using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace CommunityOfPractice.EntityFrameworkCore.Sqlite;

/// <summary>Sets, on every connection that is opened, what the stores were proven with: for contexts of a host's own over SQLite.</summary>
/// <remarks>
/// <c>synchronous = FULL</c>: what was committed survives a loss of power. <c>busy_timeout</c>: who finds the file locked looks again after
/// milliseconds, where the provider by itself looks every 150 ms; it still gives up after the command timeout (30 s). The journal mode
/// (WAL) is kept in the file and set by Entity Framework when it makes the file; <c>UseSqlite</c> uses these settings by itself. Safe for
/// concurrent use; one for all contexts will do.
/// </remarks>
/// <example><code>
/// services.AddPooledDbContextFactory&lt;HostContext&gt;(options => options.UseSqlite("Data Source=host.db").AddInterceptors(new SqliteConnectionSettings()));
/// </code></example>
public sealed class SqliteConnectionSettings : DbConnectionInterceptor
{
    private const string Settings = "PRAGMA busy_timeout = 1000; PRAGMA synchronous = FULL;";

    /// <summary>The connections that have them already: a pool hands out the same ones again and again.</summary>
    private readonly ConditionalWeakTable<sqlite3, object> known = [];

    /// <inheritdoc/>
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (connection is SqliteConnection { Handle: { } handle } && known.TryAdd(handle, Settings))
        {
            using DbCommand command = connection.CreateCommand();
            command.CommandText = Settings;
            command.ExecuteNonQuery();
        }
    }

    /// <inheritdoc/>
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData); // SQLite has nothing to wait for
        return Task.CompletedTask;
    }
}
