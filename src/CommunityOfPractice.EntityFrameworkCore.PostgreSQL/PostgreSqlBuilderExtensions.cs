using CommunityOfPractice.Core.DependencyInjection;
using CommunityOfPractice.EntityFrameworkCore;
using CommunityOfPractice.EntityFrameworkCore.PostgreSQL;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts the stores into a PostgreSQL database.</summary>
public static class PostgreSqlBuilderExtensions
{
    /// <summary>Keeps journals, directory and activities in a PostgreSQL database of their own, shared by any number of instances of the host.</summary>
    /// <param name="builder">The builder that <c>AddCommunityOfPractice</c> returned.</param>
    /// <param name="connection">The connection string.</param>
    /// <returns>The builder.</returns>
    /// <remarks>
    /// The tables are not made here: run the script of docs/sql, or migrations of your own. A host that has a context of its own uses
    /// <see cref="EntityFrameworkStoresBuilderExtensions.UseEntityFrameworkStores"/> and <see cref="UseCopy"/>.
    /// </remarks>
    /// <exception cref="ArgumentException"><paramref name="connection"/> is empty.</exception>
    public static CommunityOfPracticeBuilder UsePostgreSql(this CommunityOfPracticeBuilder builder, string connection)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(connection);
        builder.Services.AddPooledDbContextFactory<CommunityOfPracticeContext>(options => options.UseNpgsql(connection));
        return builder.UseCopy().UseEntityFrameworkStores<CommunityOfPracticeContext>().UseEntityFrameworkPeople<CommunityOfPracticeContext>();
    }

    /// <summary>Writes activities by COPY.</summary>
    /// <param name="builder">The builder that <c>AddCommunityOfPractice</c> returned.</param>
    /// <returns>The builder.</returns>
    public static CommunityOfPracticeBuilder UseCopy(this CommunityOfPracticeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton<IActivityWriter, CopyActivityWriter>());
        return builder;
    }
}
