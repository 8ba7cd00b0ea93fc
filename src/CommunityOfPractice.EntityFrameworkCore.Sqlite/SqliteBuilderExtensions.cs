using CommunityOfPractice.Core.DependencyInjection;
using CommunityOfPractice.EntityFrameworkCore;
using CommunityOfPractice.EntityFrameworkCore.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts the stores into one SQLite file.</summary>
public static class SqliteBuilderExtensions
{
    /// <summary>Keeps everything in one SQLite file: the embedded default, no server and no migration needed.</summary>
    /// <param name="builder">The builder that <c>AddCommunityOfPractice</c> returned.</param>
    /// <param name="path">Where the file lies or is to lie, such as <c>cop.db</c>; its folder must exist.</param>
    /// <returns>The builder.</returns>
    /// <remarks>
    /// File and tables are made on first use. Several processes of one machine may share the file; on a network drive SQLite is not safe.
    /// What is known about people is kept there, too.
    /// </remarks>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty.</exception>
    /// <example><code>
    /// services.AddCommunityOfPractice().UseSqlite("cop.db");
    /// </code></example>
    public static CommunityOfPracticeBuilder UseSqlite(this CommunityOfPracticeBuilder builder, string path)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        DbContextOptions<CommunityOfPracticeContext> options = new DbContextOptionsBuilder<CommunityOfPracticeContext>()
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path }.ConnectionString).AddInterceptors(new SqliteConnectionSettings()).Options;
        builder.Services.Replace(ServiceDescriptor.Singleton<IDbContextFactory<CommunityOfPracticeContext>>(new SqliteFile(options)));
        builder.Services.TryAddSingleton<IActivityWriter, SqliteActivityWriter>();
        return builder.UseEntityFrameworkStores<CommunityOfPracticeContext>().UseEntityFrameworkPeople<CommunityOfPracticeContext>();
    }
}
