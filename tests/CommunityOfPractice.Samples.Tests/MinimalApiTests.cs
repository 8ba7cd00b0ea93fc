using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using MinimalApi.Data;
using Npgsql;

namespace CommunityOfPractice.Samples.Tests;

/// <summary>The sample MinimalApi, as a real process over real databases.</summary>
public sealed class MinimalApiTests
{
    [Fact]
    public async Task Story_OnSqlite_SurvivesTheProcess()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cop-api-");
        try
        {
            string file = $"Data Source={Path.Combine(folder.FullName, "communities.db")};Pooling=False";
            await MinimalApiStory.TellAsync("ConnectionStrings__Sqlite", file);
            await SpoilAsync(file);
            await using SampleHost spoilt = await SampleHost.StartAsync("ConnectionStrings__Sqlite", file);
            Answer answer = (await spoilt.SendAsync(HttpMethod.Get, "/communities/agile", "person:p00")).Is(System.Net.HttpStatusCode.InternalServerError);
            Assert.False(answer.Json.TryGetProperty("detail", out _), answer.Text); // no fault of the request, and nothing of the inside
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [PostgreSqlFact]
    [Trait("Needs", "PostgreSQL")]
    public Task Story_OnPostgreSql_SurvivesTheProcess() => MinimalApiStory.TellAsync("ConnectionStrings__PostgreSql", NewDatabase());

    /// <summary>As a rollout does: the database is there, its tables are not yet, and no instance waits for another.</summary>
    [PostgreSqlFact]
    [Trait("Needs", "PostgreSQL")]
    public async Task Instances_ThatStartAtOnce_MigrateOnce()
    {
        string settings = NewDatabase();
        await using (NpgsqlDataSource server = NpgsqlDataSource.Create(PostgreSqlServer.Settings))
        {
            await using NpgsqlCommand create = server.CreateCommand($"CREATE DATABASE {new NpgsqlConnectionStringBuilder(settings).Database}");
            await create.ExecuteNonQueryAsync();
        }

        SampleHost[] hosts = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SampleHost.StartAsync("ConnectionStrings__PostgreSql", settings)));
        foreach (SampleHost host in hosts)
        {
            (await host.SendAsync(HttpMethod.Get, "/communities", "person:ada")).Is(System.Net.HttpStatusCode.OK);
            await host.DisposeAsync();
        }
    }

    [Fact]
    public void Migrations_AreThoseOfTheModel()
    {
        using SqliteContext sqlite = new SqliteDesignTime().CreateDbContext([]);
        using PostgreSqlContext server = new PostgreSqlDesignTime().CreateDbContext([]);
        Assert.False(sqlite.Database.HasPendingModelChanges(), "SQLite: dotnet ef migrations add, see the README of the sample");
        Assert.False(server.Database.HasPendingModelChanges(), "PostgreSQL: dotnet ef migrations add, see the README of the sample");
    }

    /// <summary>Makes lines of the journal unreadable.</summary>
    private static async Task SpoilAsync(string file)
    {
        await using SqliteConnection connection = new(file);
        await connection.OpenAsync();
        await using SqliteCommand spoil = new("UPDATE cop_journal SET line = 'spoilt'", connection);
        Assert.NotEqual(0, await spoil.ExecuteNonQueryAsync());
    }

    private static string NewDatabase() => new NpgsqlConnectionStringBuilder(PostgreSqlServer.Settings) { Database = $"api_{Guid.NewGuid():n}" }.ConnectionString;
}
