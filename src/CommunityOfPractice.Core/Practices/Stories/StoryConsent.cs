using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Somebody's agreement that a story that names them is published.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Person">Who agreed, by their own act.</param>
/// <param name="On">When, in UTC.</param>
public sealed record StoryConsent(PersonId Person, DateTimeOffset On);
