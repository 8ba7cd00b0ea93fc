using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>A level of participation follows the activity again.</summary>
/// <remarks>Guards: <c>participation.by-policy</c>, <c>participation.own</c>, <c>participation.not-locked</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Whose level.</param>
public sealed record UnlockParticipation(CommunityId Community, PersonId Person) : MembershipCommand(Community, Person)
{
    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        guards.Require(context.By.RuleId is null, "participation.by-policy", "No policy unlocks a level.");
        guards.Require(!context.By.Is(Person), "participation.own", "Nobody unlocks their own level.");
        guards.Require(membership.Participation?.Locked == true, "participation.not-locked", "The level is not locked.");
        return [new ParticipationUnlocked(Person)];
    }
}

/// <summary>A level of participation follows the activity again.</summary>
/// <param name="Person">Whose level.</param>
public sealed record ParticipationUnlocked(PersonId Person) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before with { Participation = before.Participation is { } p ? p with { Locked = false } : null };
}
