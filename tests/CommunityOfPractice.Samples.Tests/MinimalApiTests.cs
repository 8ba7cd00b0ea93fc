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
            await MinimalApiStory.TellAsync("ConnectionStrings__Sqlite", $"Data Source={Path.Combine(folder.FullName, "communities.db")}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [PostgreSqlFact]
    [Trait("Needs", "PostgreSQL")]
    public Task Story_OnPostgreSql_SurvivesTheProcess() => MinimalApiStory.TellAsync(
        "ConnectionStrings__PostgreSql", new NpgsqlConnectionStringBuilder(PostgreSqlServer.Settings) { Database = $"api_{Guid.NewGuid():n}" }.ConnectionString);

    [Fact]
    public void Migrations_AreThoseOfTheModel()
    {
        using SqliteContext sqlite = new SqliteDesignTime().CreateDbContext([]);
        using PostgreSqlContext server = new PostgreSqlDesignTime().CreateDbContext([]);
        Assert.False(sqlite.Database.HasPendingModelChanges(), "SQLite: dotnet ef migrations add, see the README of the sample");
        Assert.False(server.Database.HasPendingModelChanges(), "PostgreSQL: dotnet ef migrations add, see the README of the sample");
    }
}
