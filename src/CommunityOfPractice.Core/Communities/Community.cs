namespace CommunityOfPractice.Core.Communities;

/// <summary>A community as its facts tell it: domain, community and practice in one charter, status, purpose and ties to others.</summary>
/// <remarks>Immutable and compared by value. Its members are told by the roster, its repertoire by the practice.</remarks>
/// <param name="Id">Which community it is.</param>
public sealed record Community(CommunityId Id)
{
    /// <summary>Gets where it stands.</summary>
    /// <value>By decision; <see cref="CommunityStatus.None"/> before it is proposed.</value>
    public CommunityStatus Status { get; init; }

    /// <summary>Gets since when it stands there.</summary>
    /// <value>In UTC; null before it is proposed.</value>
    public DateTimeOffset? StatusSince { get; init; }

    /// <summary>Gets its name for people.</summary>
    /// <value>Empty before it is proposed.</value>
    public string Name { get; init; } = string.Empty;

    /// <summary>Gets until when it is on a break.</summary>
    /// <value>In UTC; null when it is not.</value>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>Gets how people come in.</summary>
    /// <value>The default value is <see cref="JoinPolicy.Open"/>.</value>
    public JoinPolicy JoinPolicy { get; init; } // owned by branch communities

    /// <summary>Gets how many active members must vouch for somebody who asks to join.</summary>
    /// <value>Zero or more; the default value is 0.</value>
    public int RequiredSponsors { get; init; } // owned by branch communities

    /// <summary>A new status, from the moment of the change on.</summary>
    internal Community To(CommunityStatus status, Change change) => this with { Status = status, StatusSince = change.OccurredAt };
}
