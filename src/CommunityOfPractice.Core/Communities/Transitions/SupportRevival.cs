using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>A person says that they want to be part of a dormant community again.</summary>
/// <remarks>Guards: <c>community.not-dormant</c>, <c>consent.not-own-act</c>, <c>revival.supported</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who says so.</param>
public sealed record SupportRevival(CommunityId Community, PersonId Person) : CommunityCommand(Community)
{
    /// <inheritdoc/>
    public override PersonId? Subject => Person;

    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        guards.RequireDormant(community);
        guards.RequireOwnAct(context, Person);
        guards.Require(!community.RevivalSupporters.Holds(Person), "revival.supported", $"'{Person}' has said so already.");
        return [new RevivalSupported(Person)];
    }
}

/// <summary>Somebody wants to be part of the dormant community again. It counts while they are an active member, and makes nobody one.</summary>
/// <param name="Person">Who said so.</param>
public sealed record RevivalSupported(PersonId Person) : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before with { RevivalSupporters = before.RevivalSupporters.With(Person) };
}
