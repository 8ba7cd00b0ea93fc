using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>A person agrees that their data are used for a purpose; apart from membership, and never a condition of it (M-I5).</summary>
/// <remarks>
/// A newer version of the text takes the place of an older one, and an objection to the purpose is lifted. Guards: <c>actor.not-own-act</c>, <c>processing.exists</c> (to the same
/// version), <c>membership.erased</c>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who agrees.</param>
/// <param name="Consent">To what.</param>
public sealed record GiveConsent(CommunityId Community, PersonId Person, ProcessingConsent Consent) : MembershipCommand(Community, Person)
{
    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        ArgumentNullException.ThrowIfNull(Consent);
        guards.OwnAct(context, Person);
        guards.NotErased(membership);
        guards.Require(
            membership.Choices?.Consents.Any(c => c.Purpose == Consent.Purpose && c.TextVersion == Consent.TextVersion) != true,
            "processing.exists",
            $"The person agreed to '{Consent.TextVersion}' already.");
        return [new ProcessingConsentGiven(Person, Consent)];
    }
}

/// <summary>Somebody agreed that their data are used for a purpose.</summary>
/// <param name="Person">Who agreed.</param>
/// <param name="Consent">To what.</param>
public sealed record ProcessingConsentGiven(PersonId Person, ProcessingConsent Consent) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) =>
        before with
        {
            Choices = (before.Choices ?? new()) with
            {
                Consents = (before.Choices?.Consents ?? []).Where(c => c.Purpose != Consent.Purpose).Append(Consent).OrderBy(c => c.Purpose).ToValueList(),
                Objections = (before.Choices?.Objections ?? []).Where(p => p != Consent.Purpose).ToValueList(),
            },
        };
}
