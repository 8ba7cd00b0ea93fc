using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>Tables and schemas may be called what the host likes.</summary>
public sealed class NameTests
{
    [Fact]
    public async Task Sqlite_AnyNamesOfTables()
    {
        using SqliteDatabase beside = new();
        await TryAsync(new DbContextOptionsBuilder<OddlyNamedContext>().UseSqlite($"{beside.Settings}2").Options, beside.Writer);
    }

    [PostgreSqlFact, Trait("Needs", "PostgreSQL")]
    public async Task PostgreSql_AnyNamesOfTables_InTheDefaultSchemaOfTheHost()
    {
        string settings = new NpgsqlConnectionStringBuilder(PostgreSqlServer.Settings) { Database = $"cop_{Guid.NewGuid():n}" }.ConnectionString;
        await using OddlyNamedContext context = await TryAsync(new DbContextOptionsBuilder<OddlyNamedContext>().UseNpgsql(settings).Options, new PostgreSQL.CopyActivityWriter());
        Assert.Equal(
            [OddlyNamedContext.Schema],
            await context.Database.SqlQuery<string>($"SELECT DISTINCT schemaname AS \"Value\" FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')").ToListAsync());
    }

    private static async Task<OddlyNamedContext> TryAsync(DbContextOptions<OddlyNamedContext> options, IActivityWriter writer)
    {
        OddlyNamedContext context = new(options);
        await context.Database.EnsureCreatedAsync();
        Factory factory = new(options);
        EntityFrameworkCommunityDirectory<OddlyNamedContext> directory = new(factory);
        EntityFrameworkActivityStore<OddlyNamedContext> activities = new(factory, writer);
        Worker worker = new(new CommunityStores(new EntityFrameworkJournal<OddlyNamedContext>(factory), directory) { PutRoster = directory.PutAsync, Activities = activities }, 1);
        await worker.PrepareAsync(facilitators: 1);
        Assert.Equal(DirectoryUpdate.Rebuild(CommunityRecord.Replay(Worker.Agile, await Checks.EntriesAsync(worker.Stores, Worker.Agile))).Listing, await directory.FindAsync(Worker.Agile));
        (await activities.AppendAsync([new(Worker.Agile, Worker.Facilitator(0), DateTimeOffset.UnixEpoch, Core.Practices.Act.Post)])).OrThrow();
        EntityFrameworkPeopleDirectory<OddlyNamedContext> people = new(factory);
        await people.PutAsync(new(Worker.Facilitator(0), [new() { Department = "IT" }]));
        Assert.Equal(new([new("IT", 1)], []), await people.CountAsync(DateTimeOffset.UnixEpoch));
        return context;
    }

    private sealed class Factory(DbContextOptions<OddlyNamedContext> options) : IDbContextFactory<OddlyNamedContext>
    {
        public OddlyNamedContext CreateDbContext() => new(options);
    }
}
