namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>A membership in the directory: the listing is the truth, the rest finds it.</summary>
public sealed class MemberRow
{
    /// <summary>Gets or sets the community.</summary>
    /// <value>With the person the key of the row.</value>
    public required string Community { get; set; }

    /// <summary>Gets or sets the person.</summary>
    /// <value>With the community the key of the row.</value>
    public required string Person { get; set; }

    /// <summary>Gets or sets what the order goes by.</summary>
    /// <value>The person's id, stored as UTF-16 with the high byte first.</value>
    public required string SortKey { get; set; }

    /// <summary>Gets or sets how the person stands to the community.</summary>
    /// <value>The number of a <see cref="Core.Memberships.MembershipStatus"/>.</value>
    public required int Status { get; set; }

    /// <summary>Gets or sets the listing.</summary>
    /// <value>A <see cref="Core.Records.MemberListing"/> as JSON.</value>
    public required string Listing { get; set; }
}
