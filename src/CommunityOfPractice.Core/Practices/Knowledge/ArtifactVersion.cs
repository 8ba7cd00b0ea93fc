using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>One version of an artifact.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Number">1, 2, 3 …</param>
/// <param name="On">When it was published, in UTC.</param>
/// <param name="By">Who published it; null when the host did.</param>
/// <param name="Change">What is different; null for the first version.</param>
public sealed record ArtifactVersion(int Number, DateTimeOffset On, PersonId? By, [property: PersonalData] string? Change);
