namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>A community in the directory: the listing is the truth, the rest finds it.</summary>
public sealed class CommunityRow
{
    /// <summary>Gets or sets the community.</summary>
    /// <value>The key.</value>
    public required string Community { get; set; }

    /// <summary>Gets or sets what the order goes by.</summary>
    /// <value>The community's id, stored as UTF-16 with the high byte first: its bytes sort as the contract of the directory asks.</value>
    public required string SortKey { get; set; }

    /// <summary>Gets or sets where it stands.</summary>
    /// <value>The number of a <see cref="Core.Communities.CommunityStatus"/>.</value>
    public required int Status { get; set; }

    /// <summary>Gets or sets what sort of group it is.</summary>
    /// <value>The number of a <see cref="Core.Communities.CommunityKind"/>.</value>
    public required int Kind { get; set; }

    /// <summary>Gets or sets who may see it.</summary>
    /// <value>The number of a <see cref="Core.Communities.Visibility"/>.</value>
    public required int Visibility { get; set; }

    /// <summary>Gets or sets the community that it belongs to.</summary>
    /// <value>Null when it has no parent.</value>
    public string? Parent { get; set; }

    /// <summary>Gets or sets when its purpose is to be reviewed next.</summary>
    /// <value>In ticks of UTC; null when no review is due.</value>
    public long? ReviewDue { get; set; }

    /// <summary>Gets or sets the listing.</summary>
    /// <value>A <see cref="Core.Records.CommunityListing"/> as JSON.</value>
    public required string Listing { get; set; }
}
