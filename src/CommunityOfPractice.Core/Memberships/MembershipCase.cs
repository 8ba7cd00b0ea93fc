namespace CommunityOfPractice.Core.Memberships;

/// <summary>What is under way about somebody who is no member: an invitation, a request, a removal, and how long to wait.</summary>
/// <remarks>Immutable and compared by value. A member has none.</remarks>
public sealed record MembershipCase
{
    /// <summary>Gets the invitation that waits for an answer.</summary>
    /// <value>Null unless the person is invited.</value>
    public Invitation? Invitation { get; init; }

    /// <summary>Gets the request that waits for an answer.</summary>
    /// <value>Null unless the person has asked to join.</value>
    public JoinRequest? Request { get; init; }

    /// <summary>Gets the removal that stands.</summary>
    /// <value>Null when there is none.</value>
    public Removal? Removal { get; init; }

    /// <summary>Gets when the person can be invited again after they declined.</summary>
    /// <value>In UTC; null when they did not decline.</value>
    public DateTimeOffset? InviteFrom { get; init; }

    /// <summary>Gets when the person can ask again after their request was declined.</summary>
    /// <value>In UTC; null when none was declined.</value>
    public DateTimeOffset? RequestFrom { get; init; }
}
