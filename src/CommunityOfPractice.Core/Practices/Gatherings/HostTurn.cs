using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Practices;

/// <summary>How often somebody hosted.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Person">The person.</param>
/// <param name="Times">How often; zero or more.</param>
/// <param name="Latest">When the latest of these gatherings starts, in UTC; null when there is none.</param>
public sealed record HostTurn(PersonId Person, int Times, DateTimeOffset? Latest);
