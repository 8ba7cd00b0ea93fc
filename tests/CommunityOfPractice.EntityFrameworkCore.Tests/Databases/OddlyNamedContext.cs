using Microsoft.EntityFrameworkCore;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>A host's context with a default schema, and with names that mean something to formats and parameters.</summary>
internal sealed class OddlyNamedContext(DbContextOptions<OddlyNamedContext> options) : DbContext(options)
{
    public const string Schema = "Practice {0} {x} ?";

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.UseCommunityOfPractice(Database);
        modelBuilder.HasDefaultSchema(Schema);
        modelBuilder.Entity<JournalRow>().ToTable("entries {0} {x} ?");
        modelBuilder.Entity<JournalHeadRow>().ToTable("heads }{ @p0 $1");
        modelBuilder.Entity<MemberRow>().ToTable("members {{1}} \"?\"");
    }
}
