using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>An invitation that waits for an answer.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="By">Who invited.</param>
/// <param name="ExpiresOn">The first instant at which it can no longer be accepted, in UTC.</param>
/// <param name="Before">Where the person stood before, and stands again when nothing comes of it.</param>
public sealed record Invitation(Actor By, DateTimeOffset ExpiresOn, MembershipStatus Before);
