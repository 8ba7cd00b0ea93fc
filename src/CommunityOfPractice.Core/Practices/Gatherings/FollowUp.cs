using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Something that is to be done after a gathering.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="What">What is to be done.</param>
/// <param name="Who">Who does it; null when that is open.</param>
/// <param name="Due">By when; null when that is open.</param>
public sealed record FollowUp([property: PersonalData] string What, PersonId? Who = null, DateOnly? Due = null);
