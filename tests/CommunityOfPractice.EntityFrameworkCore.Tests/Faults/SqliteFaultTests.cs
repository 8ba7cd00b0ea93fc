using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>A file that fails: the error is clear, nothing is damaged, and the next command works once the cause is gone.</summary>
public sealed class SqliteFaultTests(ITestOutputHelper output)
{
    private const int Busy = 5, ReadOnly = 8, Full = 13, CannotOpen = 14;

    [SmallDiskFact, Trait("Category", "Slow")]
    public async Task DiskFull_NothingIsDamaged_AndItGoesOnWithMoreRoom()
    {
        using SmallDisk disk = new(3);
        WorkerDatabase database = Make(disk.Folder);
        TriedHost host = new(database);
        await host.PrepareAsync();
        Exception? failure = await host.PutAsync(2_000);
        Assert.Equal(Full, Assert.IsType<SqliteException>(failure?.InnerException ?? failure).SqliteErrorCode);
        await host.PutAsync(5);
        SqliteConnection.ClearAllPools(); // the process starts again on the full disk
        await host.CheckAsync();
        disk.Resize(40);
        Assert.Null(await host.PutAsync(8));
        await host.CheckAsync();
        await SoundAsync(database);
        Tell("disk full", host);
        SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task NoMorePages_NothingIsDamaged_AndItGoesOnWithMore()
    {
        using SqliteDatabase file = new();
        TriedHost host = new(new WorkerDatabase("sqlite", file.Settings));
        await host.PrepareAsync();
        SqliteConnection.ClearAllPools();
        using (SqliteConnection limited = new(file.Settings))
        {
            // pooled: the store gets this very connection, with its limit
            limited.Open();
            Execute(limited, "PRAGMA max_page_count = 100");
        }

        Exception? failure = await host.PutAsync(400);
        Assert.Equal(Full, Assert.IsType<SqliteException>(failure?.InnerException ?? failure).SqliteErrorCode);
        await host.CheckAsync();
        SqliteConnection.ClearAllPools();
        Assert.Null(await host.PutAsync(8));
        await host.CheckAsync();
        await SoundAsync(file);
        Tell("no more pages", host);
    }

    [SmallDiskFact, Trait("Category", "Slow")]
    public async Task ReadOnlyDisk_IsReadAndNotWritten()
    {
        using SmallDisk disk = new(40);
        WorkerDatabase database = Make(disk.Folder);
        TriedHost host = new(database);
        await host.PrepareAsync();
        Assert.Null(await host.PutAsync(40));
        SqliteConnection.ClearAllPools();
        disk.MakeReadOnly(true);
        Exception? failure = await host.PutAsync(1);
        Assert.Contains(Assert.IsType<SqliteException>(failure?.InnerException ?? failure).SqliteErrorCode, (int[])[ReadOnly, CannotOpen]);
        SqliteConnection.ClearAllPools();
        disk.MakeReadOnly(false);
        Assert.Null(await host.PutAsync(8));
        await host.CheckAsync();
        Tell("read-only disk", host);
        SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task ReadOnlyFile_IsReadAndNotWritten()
    {
        using SqliteDatabase file = new();
        TriedHost host = new(new WorkerDatabase("sqlite", file.Settings));
        await host.PrepareAsync();
        TriedHost reader = new(new WorkerDatabase("sqlite", $"{file.Settings};Mode=ReadOnly"));
        Exception? failure = await reader.PutAsync(1);
        Assert.Equal(ReadOnly, Assert.IsType<SqliteException>(failure?.InnerException ?? failure).SqliteErrorCode);
        Assert.Null(await host.PutAsync(8));
        await host.CheckAsync();
        Tell("read-only file", reader);
    }

    [Fact]
    public async Task Locked_LongerThanTheTimeout_IsSaidAndNothingWritten()
    {
        using SqliteDatabase file = new();
        TriedHost host = new(new WorkerDatabase("sqlite", $"{file.Settings};Default Timeout=1"));
        await host.PrepareAsync();
        using (SqliteConnection other = new(file.Settings))
        {
            other.Open();
            Execute(other, "BEGIN IMMEDIATE");
            Exception? failure = await host.PutAsync(1);
            Assert.Equal(Busy, Assert.IsType<SqliteException>(failure?.InnerException ?? failure).SqliteErrorCode);
            Execute(other, "ROLLBACK");
        }

        Assert.Null(await host.PutAsync(8));
        await host.CheckAsync();
        Tell("locked", host);
    }

    [Fact]
    public async Task Cancelled_AtRandomMoments_IsThereOrNot()
    {
        using SqliteDatabase file = new();
        await FaultTrials.CancelledAsync(file, output);
    }

    [Fact]
    public async Task TheDatabaseItself_RefusesWhatMustNotBe()
    {
        using SqliteDatabase file = new();
        await FaultTrials.GuaranteesAsync(file, failure => Assert.Equal(19, Assert.IsType<SqliteException>(failure).SqliteErrorCode));
    }

    [Fact]
    public async Task Settings_AreThoseOfADurableFile()
    {
        using SqliteDatabase file = new();
        await using CommunityOfPracticeContext context = file.CreateDbContext();
        await context.Database.OpenConnectionAsync();
        Assert.Equal(("wal", "2", "1000"), (Ask(context, "journal_mode"), Ask(context, "synchronous"), Ask(context, "busy_timeout")));
    }

    private static WorkerDatabase Make(string folder)
    {
        WorkerDatabase database = new("sqlite", $"Data Source={folder}/cop.db");
        using CommunityOfPracticeContext context = database.CreateDbContext();
        context.Database.EnsureCreated();
        return database;
    }

    private static async Task SoundAsync(TestDatabase database)
    {
        await using CommunityOfPracticeContext context = database.CreateDbContext();
        await context.Database.OpenConnectionAsync();
        Assert.Equal("ok", Ask(context, "integrity_check"));
    }

    private static string Ask(CommunityOfPracticeContext context, string pragma)
    {
        using System.Data.Common.DbCommand command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";
        return $"{command.ExecuteScalar()}";
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void Tell(string fault, TriedHost host) => output.WriteLine($"{fault}: {string.Join("; ", host.Failures.Select(f => $"{f.Value} x {f.Key}"))}; {host.Acknowledged} acknowledged, all there");
}
