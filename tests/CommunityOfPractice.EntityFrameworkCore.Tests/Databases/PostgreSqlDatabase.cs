using CommunityOfPractice.EntityFrameworkCore.PostgreSQL;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>A database of its own on the tests' server.</summary>
public sealed class PostgreSqlDatabase : TestDatabase
{
    private readonly Lazy<string> settings = new(() => new NpgsqlConnectionStringBuilder(PostgreSqlServer.Settings) { Database = $"cop_{Guid.NewGuid():n}", IncludeErrorDetail = true }.ConnectionString);

    public PostgreSqlDatabase()
    {
        if (PostgreSqlServer.Missing is null)
        {
            using CommunityOfPracticeContext context = CreateDbContext();
            context.Database.EnsureCreated();
        }
    }

    public override string Settings => settings.Value;

    public override IActivityWriter Writer { get; } = new CopyActivityWriter();

    public override void Configure(DbContextOptionsBuilder builder) => builder.UseNpgsql(Settings);
}
