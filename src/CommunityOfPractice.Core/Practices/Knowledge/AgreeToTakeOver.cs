using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Agrees to take over the artifacts that a closing community leaves to this one in its legacy plan.</summary>
/// <remarks>
/// Nothing moves before the other community closes; until then it can be withdrawn. Guards: <c>community.not-open</c>, <c>takeover.itself</c>, <c>takeover.agreed</c>.
/// </remarks>
/// <param name="Community">The community that takes over.</param>
/// <param name="From">The community that closes.</param>
public sealed record AgreeToTakeOver(CommunityId Community, CommunityId From) : PracticeCommand(Community)
{
    internal override IEnumerable<Fact> Decide(Practice practice, PracticeContext context, Guards guards)
    {
        guards.RequireOpen(context.Community);
        guards.Require(From != Community, "takeover.itself", "A community does not take over from itself.");
        guards.Require(!practice.Repertoire.TakesOverFrom.Contains(From), "takeover.agreed", $"It was agreed already to take over from '{From}'.");
        return [new TakeoverAgreed(From)];
    }
}

/// <summary>The community agreed to take over what another one leaves to it.</summary>
/// <param name="From">The community that closes.</param>
public sealed record TakeoverAgreed(CommunityId From) : PracticeFact
{
    internal override Practice Apply(Practice before, Change change) => before.With(before.Repertoire.TakingOver(From));
}
