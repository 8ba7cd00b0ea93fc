using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>The table of activities.</summary>
/// <param name="collation">The collation that compares texts by their bytes; null for the one of the database.</param>
public sealed class ActivityConfiguration(string? collation) : IEntityTypeConfiguration<ActivityRow>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<ActivityRow> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("cop_activity");
        builder.HasKey(r => r.Row);
        builder.HasIndex(r => r.Id).IsUnique().HasDatabaseName("ix_cop_activity_id");
        builder.HasIndex(r => new { r.Community, r.At }).HasDatabaseName("ix_cop_activity_community_at");
        builder.HasIndex(r => r.Person).HasDatabaseName("ix_cop_activity_person");
        builder.Property(r => r.Row).HasColumnName("row").ValueGeneratedOnAdd();
        builder.Property(r => r.Community).HasColumnName("community").Ordinal(collation);
        builder.Property(r => r.Person).HasColumnName("person").Ordinal(collation);
        builder.Property(r => r.At).HasColumnName("at");
        builder.Property(r => r.Act).HasColumnName("act");
        builder.Property(r => r.Id).HasColumnName("id").Ordinal(collation);
        builder.Property(r => r.InReplyTo).HasColumnName("in_reply_to").Ordinal(collation);
        builder.Property(r => r.Addressed).HasColumnName("addressed").Ordinal(collation);
        builder.Property(r => r.Thread).HasColumnName("thread").Ordinal(collation);
        builder.Property(r => r.Topics).HasColumnName("topics").Ordinal(collation);
        builder.Property(r => r.Accepted).HasColumnName("accepted").Ordinal(collation);
        builder.Property(r => r.Formality).HasColumnName("formality");
        builder.Property(r => r.ActorKind).HasColumnName("actor_kind");
    }
}
