using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>Somebody's objection to the closing of a community.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Person">Who objects.</param>
/// <param name="On">When, in UTC.</param>
/// <param name="Reason">Why.</param>
/// <param name="WouldFacilitate">Whether they would facilitate the community.</param>
public sealed record Objection(PersonId Person, DateTimeOffset On, [property: PersonalData] string Reason, bool WouldFacilitate);
