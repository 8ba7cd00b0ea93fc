using CommunityOfPractice.EntityFrameworkCore.PostgreSQL;
using CommunityOfPractice.EntityFrameworkCore.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>The database that another process has made.</summary>
internal sealed class WorkerDatabase(string provider, string settings) : TestDatabase
{
    public override string Settings => settings;

    public override IActivityWriter Writer { get; } = provider == "sqlite" ? new SqliteActivityWriter() : new CopyActivityWriter();

    public override void Configure(DbContextOptionsBuilder builder) => _ = provider == "sqlite" ? builder.UseSqlite(settings).AddInterceptors(new SqliteConnectionSettings()) : builder.UseNpgsql(settings);
}
