using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Takes back the agreement to take over from a closing community.</summary>
/// <remarks>Guards: <c>takeover.not-agreed</c>.</remarks>
/// <param name="Community">The community that would take over.</param>
/// <param name="From">The community that closes.</param>
public sealed record WithdrawTakeOver(CommunityId Community, CommunityId From) : PracticeCommand(Community)
{
    internal override IEnumerable<Fact> Decide(Practice practice, PracticeContext context, Guards guards)
    {
        guards.Require(practice.Repertoire.TakesOverFrom.Contains(From), "takeover.not-agreed", $"It was not agreed to take over from '{From}'.");
        return [new TakeoverWithdrawn(From)];
    }
}

/// <summary>The community does not take over from another one any more.</summary>
/// <param name="From">The community that closes.</param>
public sealed record TakeoverWithdrawn(CommunityId From) : PracticeFact
{
    internal override Practice Apply(Practice before, Change change) => before.With(before.Repertoire.NotTakingOver(From));
}
