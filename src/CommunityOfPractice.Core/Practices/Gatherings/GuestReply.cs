using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Practices;

/// <summary>How one person stands to one gathering.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Person">The person.</param>
/// <param name="Status">How they stand to it.</param>
/// <param name="Since">When they answered so, in UTC.</param>
/// <param name="Number">The number of the answer in the order in which this gathering got them, from 1 on; who waits is promoted in this order.</param>
public sealed record GuestReply(PersonId Person, RsvpStatus Status, DateTimeOffset Since, long Number);
