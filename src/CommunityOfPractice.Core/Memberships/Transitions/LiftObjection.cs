using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>A person no longer objects to their data being used for a purpose; that is not yet an agreement.</summary>
/// <remarks>Guards: <c>actor.not-own-act</c>, <c>processing.not-objected</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who objected.</param>
/// <param name="Purpose">The purpose.</param>
public sealed record LiftObjection(CommunityId Community, PersonId Person, ProcessingPurpose Purpose) : MembershipCommand(Community, Person)
{
    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        Defined.Check(Purpose);
        guards.OwnAct(context, Person);
        guards.Require(membership.ObjectsTo(Purpose), "processing.not-objected", $"The person did not object to {Purpose}.");
        return [new ProcessingObjectionLifted(Person, Purpose)];
    }
}

/// <summary>Somebody no longer objects to their data being used for a purpose.</summary>
/// <param name="Person">Who objected.</param>
/// <param name="Purpose">The purpose.</param>
public sealed record ProcessingObjectionLifted(PersonId Person, ProcessingPurpose Purpose) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) =>
        before.Choices is { } choices
            ? before with { Choices = choices with { Objections = choices.Objections.Where(p => p != Purpose).ToValueList() } }
            : before;
}
