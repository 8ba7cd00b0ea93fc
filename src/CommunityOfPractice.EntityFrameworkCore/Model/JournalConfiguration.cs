using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>The tables of the journal and of its outbox.</summary>
/// <param name="collation">The collation that compares texts by their bytes; null for the one of the database.</param>
public sealed class JournalConfiguration(string? collation) :
    IEntityTypeConfiguration<JournalRow>, IEntityTypeConfiguration<JournalHeadRow>, IEntityTypeConfiguration<OutboxCursorRow>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<JournalRow> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("cop_journal");
        builder.HasKey(r => new { r.Community, r.Version });
        builder.Property(r => r.Community).HasColumnName("community").Ordinal(collation);
        builder.Property(r => r.Version).HasColumnName("version");
        builder.Property(r => r.Line).HasColumnName("line");
    }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<JournalHeadRow> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("cop_journal_head");
        builder.HasKey(r => r.Community);
        builder.Property(r => r.Community).HasColumnName("community").Ordinal(collation);
        builder.Property(r => r.Version).HasColumnName("version").IsConcurrencyToken();
    }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<OutboxCursorRow> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("cop_outbox_cursor");
        builder.HasKey(r => new { r.Consumer, r.Community });
        builder.Property(r => r.Consumer).HasColumnName("consumer").Ordinal(collation);
        builder.Property(r => r.Community).HasColumnName("community").Ordinal(collation);
        builder.Property(r => r.Version).HasColumnName("version");
        builder.Property(r => r.Owner).HasColumnName("owner");
        builder.Property(r => r.Until).HasColumnName("until");
    }
}
