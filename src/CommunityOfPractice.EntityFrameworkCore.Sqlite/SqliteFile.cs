using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace CommunityOfPractice.EntityFrameworkCore.Sqlite;

/// <summary>Makes contexts over one file, which it makes itself before the first.</summary>
internal sealed class SqliteFile(DbContextOptions<CommunityOfPracticeContext> options, string path) : IDbContextFactory<CommunityOfPracticeContext>
{
    private const int Attempts = 5, CannotOpen = 14;

    private readonly Lock gate = new();
    private readonly PooledDbContextFactory<CommunityOfPracticeContext> pool = new(options);
    private volatile bool made;

    private bool HasFolder => Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path)));

    public CommunityOfPracticeContext CreateDbContext()
    {
        if (!made)
        {
            lock (gate)
            {
                if (!made)
                {
                    Make();
                    made = true;
                }
            }
        }

        return pool.CreateDbContext();
    }

    /// <summary>Another process may make the file at the same moment: then its tables are there when we look again.</summary>
    private void Make()
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                using CommunityOfPracticeContext context = new(options);
                if (!context.Database.EnsureCreated())
                {
                    AddMissing(context.Database);
                }

                return;
            }
            catch (SqliteException problem) when (problem.SqliteErrorCode == CannotOpen && (attempt == Attempts || !HasFolder))
            {
                string full = Path.GetFullPath(path);
                throw new InvalidOperationException($"The SQLite file '{full}' cannot be opened or made{(HasFolder ? string.Empty : ": its folder is not there")}.", problem);
            }
            catch (SqliteException) when (attempt < Attempts)
            {
                Thread.Sleep(100 * attempt);
            }
        }
    }

    /// <summary>A file of an earlier version, or one that somebody else began, may lack tables: those that are there stay as they are.</summary>
    private static void AddMissing(DatabaseFacade database) => database.ExecuteSqlRaw(
        database.GenerateCreateScript().Replace(" TABLE ", " TABLE IF NOT EXISTS ", StringComparison.Ordinal).Replace(" INDEX ", " INDEX IF NOT EXISTS ", StringComparison.Ordinal));
}
