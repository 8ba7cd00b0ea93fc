using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Practices;

/// <summary>When somebody hosted last; rows of these are in the order in which it is people's turn, and hold no count of what each has done.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Person">The person.</param>
/// <param name="Latest">When the latest gathering that they host starts, in UTC; null when there is none.</param>
public sealed record HostTurn(PersonId Person, DateTimeOffset? Latest);
