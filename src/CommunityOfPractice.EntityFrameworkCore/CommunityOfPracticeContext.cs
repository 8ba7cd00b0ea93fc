using Microsoft.EntityFrameworkCore;

namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>A context with the tables of the stores and nothing else: for hosts that have none of their own.</summary>
/// <param name="options">The options of the context.</param>
public sealed class CommunityOfPracticeContext(DbContextOptions<CommunityOfPracticeContext> options) : DbContext(options)
{
    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.UseCommunityOfPractice(Database);
    }
}
