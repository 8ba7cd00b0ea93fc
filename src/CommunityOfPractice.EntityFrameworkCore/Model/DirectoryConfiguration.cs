using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>The tables of the directory, and of what the host tells about rosters and people.</summary>
/// <param name="collation">The collation that compares texts by their bytes; null for the one of the database.</param>
public sealed class DirectoryConfiguration(string? collation) :
    IEntityTypeConfiguration<CommunityRow>, IEntityTypeConfiguration<MemberRow>, IEntityTypeConfiguration<RosterRow>, IEntityTypeConfiguration<PersonRow>, IEntityTypeConfiguration<PersonAliasRow>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<CommunityRow> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("cop_community");
        builder.HasKey(r => r.Community);
        builder.HasIndex(r => r.SortKey).IsUnique().HasDatabaseName("ix_cop_community_sort_key");
        builder.HasIndex(r => r.Parent).HasDatabaseName("ix_cop_community_parent");
        builder.Property(r => r.Community).HasColumnName("community").Ordinal(collation);
        builder.Property(r => r.SortKey).HasColumnName("sort_key").HasConversion(OrdinalTexts.SortKey);
        builder.Property(r => r.Status).HasColumnName("status");
        builder.Property(r => r.Kind).HasColumnName("kind");
        builder.Property(r => r.Visibility).HasColumnName("visibility");
        builder.Property(r => r.Parent).HasColumnName("parent").Ordinal(collation);
        builder.Property(r => r.ReviewDue).HasColumnName("review_due");
        builder.Property(r => r.Listing).HasColumnName("listing");
    }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<MemberRow> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("cop_member");
        builder.HasKey(r => new { r.Community, r.Person });
        builder.HasIndex(r => new { r.Community, r.SortKey }).IsUnique().HasDatabaseName("ix_cop_member_sort_key");
        builder.HasIndex(r => r.Person).HasDatabaseName("ix_cop_member_person");
        builder.Property(r => r.Community).HasColumnName("community").Ordinal(collation);
        builder.Property(r => r.Person).HasColumnName("person").Ordinal(collation);
        builder.Property(r => r.SortKey).HasColumnName("sort_key").HasConversion(OrdinalTexts.SortKey);
        builder.Property(r => r.Status).HasColumnName("status");
        builder.Property(r => r.Listing).HasColumnName("listing");
    }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<RosterRow> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("cop_roster");
        builder.HasKey(r => r.Community);
        builder.Property(r => r.Community).HasColumnName("community").Ordinal(collation);
        builder.Property(r => r.Roster).HasColumnName("roster");
    }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<PersonRow> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("cop_person");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).HasColumnName("id").Ordinal(collation);
        builder.Property(r => r.Person).HasColumnName("person");
    }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<PersonAliasRow> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("cop_person_alias");
        builder.HasKey(r => r.Alias);
        builder.Property(r => r.Alias).HasColumnName("alias").Ordinal(collation);
        builder.Property(r => r.Person).HasColumnName("person").Ordinal(collation);
    }
}
