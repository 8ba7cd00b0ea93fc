using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>A light check-in between two purpose reviews: how is it going?</summary>
/// <remarks>Guards: <c>community.not-active</c>, <c>check-in.no-note</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Note">How it is going.</param>
public sealed record CheckIn(CommunityId Community, string Note) : CommunityCommand(Community)
{
    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        guards.RequireActive(community);
        guards.RequireText(Note, "check-in.no-note", "A check-in says in a sentence how it is going.");
        return [new CheckedIn(Note, context.In(context.Policy.CheckInCadence))];
    }
}

/// <summary>The community said how it is going.</summary>
/// <param name="Note">How it is going.</param>
/// <param name="NextOn">When the next check-in is due, in UTC.</param>
public sealed record CheckedIn([property: PersonalData] string Note, DateTimeOffset NextOn) : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before with { NextCheckInOn = NextOn };
}
