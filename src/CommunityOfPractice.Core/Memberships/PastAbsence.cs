namespace CommunityOfPractice.Core.Memberships;

/// <summary>A stretch in which a member was on leave, or lapsed, that is over: <c>[From, Until)</c>.</summary>
/// <remarks>Immutable and compared by value. The one that goes on is <see cref="Membership.Status"/> since <see cref="Membership.Since"/>.</remarks>
/// <param name="From">The first instant, in UTC.</param>
/// <param name="Until">The first instant after, in UTC.</param>
/// <param name="Status"><see cref="MembershipStatus.Paused"/> or <see cref="MembershipStatus.Lapsed"/>.</param>
public sealed record PastAbsence(DateTimeOffset From, DateTimeOffset Until, MembershipStatus Status);
