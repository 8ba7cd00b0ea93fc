using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Communities;

// owned by branch communities

/// <summary>A community without a facilitator has begun its grace period (G1).</summary>
/// <param name="Deadline">Until when somebody should be found, in UTC.</param>
/// <param name="Interim">Who keeps things going until then; null when nobody does.</param>
public sealed record FacilitationGraceStarted(DateTimeOffset Deadline, PersonId? Interim) : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before with { FacilitationGrace = new(Deadline, Interim) };
}

/// <summary>The grace period of a community without a facilitator.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Deadline">Until when somebody should be found, in UTC.</param>
/// <param name="Interim">Who keeps things going until then; null when nobody does.</param>
public sealed record FacilitationGrace(DateTimeOffset Deadline, PersonId? Interim);
