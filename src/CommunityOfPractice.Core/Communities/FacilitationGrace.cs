using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Communities;

/// <summary>A time in which an active community may be without a facilitator.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Deadline">When it ends, in UTC.</param>
/// <param name="Interim">Who stands in; null when nobody does.</param>
public sealed record FacilitationGrace(DateTimeOffset Deadline, PersonId? Interim);
