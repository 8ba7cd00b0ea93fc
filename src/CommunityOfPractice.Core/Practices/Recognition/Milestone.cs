using System.Text.Json.Serialization;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Something worth celebrating that a member, or the community as a whole, has reached; each of them once for ever.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Kind">What it is.</param>
/// <param name="Person">The member; null for one of the community as a whole.</param>
/// <param name="Number">Which year, or how many questions the community answered; 1 for a first.</param>
/// <param name="ReachedOn">When it was reached, in UTC; it may have been noticed later.</param>
public sealed record Milestone(
    [property: JsonRequired] MilestoneKind Kind,
    PersonId? Person,
    [property: JsonRequired] int Number,
    [property: JsonRequired] DateTimeOffset ReachedOn);
