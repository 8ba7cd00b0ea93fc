using CommunityOfPractice.EntityFrameworkCore.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>A real file in a folder of its own.</summary>
public sealed class SqliteDatabase : TestDatabase, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateDirectory(System.IO.Path.Combine(Root, $"cop-sqlite-{Guid.NewGuid():n}"));

    public SqliteDatabase()
    {
        using CommunityOfPracticeContext context = CreateDbContext();
        context.Database.EnsureCreated();
    }

    public string Path => System.IO.Path.Combine(folder.FullName, "cop.db");

    /// <summary>COP_TEST_FOLDER; otherwise in memory where the system has such a folder, so that the tests do not wait for the disk.</summary>
    private static string Root => Environment.GetEnvironmentVariable("COP_TEST_FOLDER") is { Length: > 0 } given ? given : Directory.Exists("/dev/shm") ? "/dev/shm" : System.IO.Path.GetTempPath();

    public override string Settings => $"Data Source={Path}";

    public override IActivityWriter Writer { get; } = new SqliteActivityWriter();

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    public override void Configure(DbContextOptionsBuilder builder) => builder.UseSqlite(Settings).AddInterceptors(new SqliteConnectionSettings());
}
