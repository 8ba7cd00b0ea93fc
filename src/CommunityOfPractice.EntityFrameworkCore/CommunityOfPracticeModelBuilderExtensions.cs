using CommunityOfPractice.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Brings the tables of communities of practice into the model of a host.</summary>
public static class CommunityOfPracticeModelBuilderExtensions
{
    /// <summary>Adds the tables of the stores; all of their names begin with <c>cop_</c>.</summary>
    /// <param name="builder">The model of the host.</param>
    /// <param name="database">The context's <see cref="DbContext.Database"/>: tells the provider, and with it the collation that compares ids exactly.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="NotSupportedException">The provider is neither SQLite nor PostgreSQL.</exception>
    /// <example><code>
    /// protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseCommunityOfPractice(Database);
    /// </code></example>
    public static ModelBuilder UseCommunityOfPractice(this ModelBuilder builder, DatabaseFacade database)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(database);
        string? collation = OrdinalTexts.CollationOf(database.ProviderName);
        JournalConfiguration journal = new(collation);
        DirectoryConfiguration directory = new(collation);
        return builder
            .ApplyConfiguration<JournalRow>(journal).ApplyConfiguration<JournalHeadRow>(journal).ApplyConfiguration<OutboxCursorRow>(journal)
            .ApplyConfiguration<CommunityRow>(directory).ApplyConfiguration<MemberRow>(directory).ApplyConfiguration<RosterRow>(directory).ApplyConfiguration<PersonRow>(directory)
            .ApplyConfiguration<PersonAliasRow>(directory)
            .ApplyConfiguration(new ActivityConfiguration(collation));
    }
}
