using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>A person objects to their data being used for a purpose, whether or not they ever agreed to it; membership is not touched.</summary>
/// <remarks>
/// An agreement to the purpose is taken back with it, and agreeing later lifts the objection. Guards: <c>actor.not-own-act</c>,
/// <c>membership.erased</c>, <c>processing.objected</c>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who objects; a member or not.</param>
/// <param name="Purpose">The purpose.</param>
public sealed record ObjectToProcessing(CommunityId Community, PersonId Person, ProcessingPurpose Purpose) : MembershipCommand(Community, Person)
{
    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        Defined.Check(Purpose);
        guards.OwnAct(context, Person);
        guards.NotErased(membership);
        guards.Require(!membership.ObjectsTo(Purpose), "processing.objected", $"The person objected to {Purpose} already.");
        return [new ProcessingObjected(Person, Purpose)];
    }
}

/// <summary>Somebody objected to their data being used for a purpose.</summary>
/// <param name="Person">Who objected.</param>
/// <param name="Purpose">The purpose.</param>
public sealed record ProcessingObjected(PersonId Person, ProcessingPurpose Purpose) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change)
    {
        MemberChoices choices = before.Choices ?? new();
        return before with
        {
            Choices = choices with
            {
                Consents = choices.Consents.Where(c => c.Purpose != Purpose).ToValueList(),
                Objections = choices.Objections.Append(Purpose).Distinct().Order().ToValueList(),
            },
        };
    }
}
