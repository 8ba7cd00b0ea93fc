namespace CommunityOfPractice.Core.Communities;

/// <summary>A community as its facts tell it: domain, community and practice in one charter, status, purpose and ties to others.</summary>
/// <remarks>Immutable and compared by value. Its members are told by the roster, its repertoire by the practice.</remarks>
/// <param name="Id">Which community it is.</param>
public sealed partial record Community(CommunityId Id)
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

    /// <summary>A new status, from the moment of the change on.</summary>
    internal Community To(CommunityStatus status, Change change) => this with { Status = status, StatusSince = change.OccurredAt };
}
