using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>An active community takes a break, such as a summer, that is not to look like a decline; given again, it moves the end.</summary>
/// <remarks>Guards: <c>community.not-active</c>, <c>pause.until-past</c>, <c>pause.too-long</c> (<see cref="CommunityPolicy.LongestPause"/> from now).</remarks>
/// <param name="Community">The community.</param>
/// <param name="Until">When it goes on.</param>
/// <param name="Reason">Why; null when nobody says.</param>
public sealed record PauseCommunity(CommunityId Community, DateTimeOffset Until, string? Reason = null) : CommunityCommand(Community)
{
    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        guards.RequireActive(community);
        guards.Require(Until > context.At, "pause.until-past", "A break ends in the future.");
        guards.Require(Until <= context.In(context.Policy.LongestPause), "pause.too-long", $"A break lasts at most {context.Policy.LongestPause.Days} days; after that the community goes to rest.");
        return [new CommunityPaused(Until.ToUniversalTime(), Reason)];
    }
}

/// <summary>The community is on a break.</summary>
/// <param name="Until">When it goes on, in UTC.</param>
/// <param name="Reason">Why; null when nobody said.</param>
public sealed record CommunityPaused(DateTimeOffset Until, [property: PersonalData] string? Reason) : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before with { PausedUntil = Until };
}
