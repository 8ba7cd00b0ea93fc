using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Practices;

/// <summary>A member, or the community as a whole, reached something worth celebrating; made by the rule <c>recognise-milestones/1</c>.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Person">The member; null for a milestone of the community as a whole.</param>
/// <param name="Number">Which year, or how many questions the community answered; 1 for a first.</param>
/// <param name="ReachedOn">When it was reached, in UTC.</param>
public sealed record MilestoneReached(
    [property: JsonRequired] MilestoneKind Kind,
    PersonId? Person,
    [property: JsonRequired] int Number,
    [property: JsonRequired] DateTimeOffset ReachedOn) : PracticeFact
{
    internal override PersonId? Concerns => Person;

    internal override Practice Apply(Practice before, Change change) => before.With(before.Recognition.With(new Milestone(Kind, Person, Number, ReachedOn)));
}
