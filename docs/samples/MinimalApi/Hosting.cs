using CommunityOfPractice.Core.DependencyInjection;
using CommunityOfPractice.EntityFrameworkCore;
using CommunityOfPractice.EntityFrameworkCore.Sqlite;
using Microsoft.EntityFrameworkCore;
using MinimalApi.Data;

namespace MinimalApi;

/// <summary>Communities of practice in the database of this host.</summary>
internal static class Hosting
{
    /// <summary>One setting decides: with a connection string for PostgreSQL everything is there, else in a file of SQLite.</summary>
    public static void AddCommunities(this WebApplicationBuilder builder)
    {
        CommunityOfPracticeBuilder communities = builder.Services.AddCommunityOfPractice();
        if (builder.Configuration.GetConnectionString("PostgreSql") is { Length: > 0 } server)
        {
            communities.Over<PostgreSqlContext>(options => options.UseNpgsql(server)).UseCopy();
        }
        else
        {
            string file = builder.Configuration.GetConnectionString("Sqlite") ?? "Data Source=communities.db";
            builder.Services.AddSingleton<IActivityWriter, SqliteActivityWriter>();
            communities.Over<SqliteContext>(options => options.UseSqlite(file).AddInterceptors(new SqliteConnectionSettings()));
        }
    }

    private static CommunityOfPracticeBuilder Over<TContext>(this CommunityOfPracticeBuilder communities, Action<DbContextOptionsBuilder> configure)
        where TContext : HostContext
    {
        communities.Services.AddPooledDbContextFactory<TContext>(configure);
        communities.Services.AddSingleton<IHostData, HostData<TContext>>();
        return communities.UseEntityFrameworkStores<TContext>().UseEntityFrameworkPeople<TContext>();
    }
}
