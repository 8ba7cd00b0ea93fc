using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>A level of participation is kept as it is, whatever the activity says: for work that no tool sees, or during illness.</summary>
/// <remarks>
/// A lock keeps a level and never sets one. Done by the host or by somebody else than the person. Guards: <c>participation.by-policy</c>,
/// <c>participation.own</c>, <c>participation.not-assessed</c>, <c>participation.locked</c>, <c>participation.reason-missing</c>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Whose level.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record LockParticipation(CommunityId Community, PersonId Person, [property: PersonalData] string Reason) : MembershipCommand(Community, Person)
{
    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        guards.Require(context.By.RuleId is null, "participation.by-policy", "No policy locks a level.");
        guards.Require(!context.By.Is(Person), "participation.own", "Nobody locks their own level.");
        guards.Require(membership.Participation is not null, "participation.not-assessed", "There is no level yet that could be kept.");
        guards.Require(membership.Participation?.Locked != true, "participation.locked", "The level is locked already.");
        guards.Require(!string.IsNullOrWhiteSpace(Reason), "participation.reason-missing", "Locking a level takes a reason.");
        return [new ParticipationLocked(Person, Reason)];
    }
}

/// <summary>A level of participation stays as it is from now on.</summary>
/// <param name="Person">Whose level.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record ParticipationLocked(PersonId Person, [property: PersonalData] string Reason) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before with { Participation = before.Participation is { } p ? p with { Locked = true } : null };
}
