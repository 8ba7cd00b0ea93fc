using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>A person no longer wants their data to be used for a purpose; membership is not touched.</summary>
/// <remarks>Guards: <c>actor.not-own-act</c>, <c>processing.none</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who withdraws.</param>
/// <param name="Purpose">The purpose.</param>
public sealed record WithdrawConsent(CommunityId Community, PersonId Person, ProcessingPurpose Purpose) : MembershipCommand(Community, Person)
{
    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        guards.OwnAct(context, Person);
        guards.Require(membership.Allows(Purpose), "processing.none", $"The person did not agree to {Purpose}.");
        return [new ProcessingConsentWithdrawn(Person, Purpose)];
    }
}

/// <summary>Somebody no longer wants their data to be used for a purpose.</summary>
/// <param name="Person">Who withdrew.</param>
/// <param name="Purpose">The purpose.</param>
public sealed record ProcessingConsentWithdrawn(PersonId Person, ProcessingPurpose Purpose) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) =>
        before.Choices is { } choices
            ? before with { Choices = choices with { Consents = choices.Consents.Where(c => c.Purpose != Purpose).ToValueList() } }
            : before;
}
