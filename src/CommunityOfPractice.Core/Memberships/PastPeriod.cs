namespace CommunityOfPractice.Core.Memberships;

/// <summary>A stretch of membership, or of holding a role, that is over: <c>[From, Until)</c>.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="From">The first instant, in UTC.</param>
/// <param name="Until">The first instant after, in UTC.</param>
/// <param name="Role">The role; null for membership.</param>
public sealed record PastPeriod(DateTimeOffset From, DateTimeOffset Until, Role? Role)
{
    /// <summary>Gets why the membership ended.</summary>
    /// <value>Null for a role.</value>
    public LeaveReason? Reason { get; init; }
}
