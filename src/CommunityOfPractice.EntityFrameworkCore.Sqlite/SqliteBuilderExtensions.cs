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
    private static readonly string[] Starts = ["Data Source=", "DataSource=", "Filename="];

    /// <summary>Keeps everything in one SQLite file: the embedded default, no server and no migration needed.</summary>
    /// <param name="builder">The builder that <c>AddCommunityOfPractice</c> returned.</param>
    /// <param name="path">Where the file lies or is to lie, such as <c>cop.db</c>; its folder must exist.</param>
    /// <returns>The builder.</returns>
    /// <remarks>
    /// File and tables are made on first use; an <see cref="InvalidOperationException"/> that names the path says when they cannot be. Several processes of one machine may share the file; on a network drive SQLite is not safe.
    /// What is known about people is kept there, too.
    /// </remarks>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty, or a connection string.</exception>
    /// <example><code>
    /// services.AddCommunityOfPractice().UseSqlite("cop.db");
    /// </code></example>
    public static CommunityOfPracticeBuilder UseSqlite(this CommunityOfPracticeBuilder builder, string path)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (Starts.Any(start => path.StartsWith(start, StringComparison.OrdinalIgnoreCase)))
        {
            throw new ArgumentException($"'{path}' is a connection string; UseSqlite takes the path of a file, such as 'cop.db'.", nameof(path));
        }

        DbContextOptions<CommunityOfPracticeContext> options = new DbContextOptionsBuilder<CommunityOfPracticeContext>()
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path }.ConnectionString).AddInterceptors(new SqliteConnectionSettings()).Options;
        builder.Services.Replace(ServiceDescriptor.Singleton<IDbContextFactory<CommunityOfPracticeContext>>(new SqliteFile(options, path)));
        builder.Services.TryAddSingleton<IActivityWriter, SqliteActivityWriter>();
        return builder.UseEntityFrameworkStores<CommunityOfPracticeContext>().UseEntityFrameworkPeople<CommunityOfPracticeContext>();
    }
}
