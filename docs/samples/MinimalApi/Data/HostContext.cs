using Microsoft.EntityFrameworkCore;

namespace MinimalApi.Data;

/// <summary>The host's own context: its own tables, and those of communities of practice beside them.</summary>
public abstract class HostContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>The pairing rounds that were planned: the library plans them, the host keeps them.</summary>
    public DbSet<PairingRow> Pairings => Set<PairingRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.UseCommunityOfPractice(Database);
        modelBuilder.Entity<PairingRow>().ToTable("pairing").HasIndex(p => p.Community);
    }
}

/// <summary>The host's context on SQLite. Each database has migrations of its own, so each has a context of its own.</summary>
public sealed class SqliteContext(DbContextOptions<SqliteContext> options) : HostContext(options);

/// <summary>The host's context on PostgreSQL.</summary>
public sealed class PostgreSqlContext(DbContextOptions<PostgreSqlContext> options) : HostContext(options);
