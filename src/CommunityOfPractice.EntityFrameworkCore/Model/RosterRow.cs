namespace CommunityOfPractice.EntityFrameworkCore;

/// <summary>A roster that the host keeps itself.</summary>
public sealed class RosterRow
{
    /// <summary>Gets or sets the community.</summary>
    /// <value>The key.</value>
    public required string Community { get; set; }

    /// <summary>Gets or sets the roster.</summary>
    /// <value>A <see cref="Core.Memberships.Roster"/> as JSON.</value>
    public required string Roster { get; set; }
}
