using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>M4, M12: a person asks to join a community that takes people in by request; after a removal they ask in any community.</summary>
/// <remarks>
/// Guards: <c>consent.not-own-act</c>, <c>community.not-open</c>, <c>request.join-instead</c> (the community is open),
/// <c>join.by-invitation</c>, <c>membership.exists</c>, <c>invitation.exists</c> (accept it instead), <c>request.exists</c>,
/// <c>request.cool-off</c>, <c>removal.cool-off</c>, <c>membership.blocked</c>, <c>membership.erased</c>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who asks.</param>
/// <param name="Consent">What they agree to, should the request be approved.</param>
/// <param name="Answers">Their answers to the community's questions.</param>
public sealed record RequestMembership(CommunityId Community, PersonId Person, JoinConsent Consent, ValueList<Field> Answers) : MembershipCommand(Community, Person)
{
    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        ArgumentNullException.ThrowIfNull(Consent);
        ArgumentNullException.ThrowIfNull(Answers);
        Membership stands = membership.AsOf(context.At);
        bool removed = stands.Status == MembershipStatus.Removed;
        guards.OwnConsent(context, Person);
        guards.TakesPeopleIn(context.Community);
        guards.Require(removed || context.Community.Admission != JoinPolicy.Open, "request.join-instead", "This community is open: join it.");
        guards.Require(removed || context.Community.Admission != JoinPolicy.ByInvitation, "join.by-invitation", "People come in by invitation here.");
        guards.Require(!stands.IsMember, "membership.exists", $"'{Person}' is a member already.");
        guards.Require(stands.Status != MembershipStatus.Invited, "invitation.exists", $"'{Person}' is invited: accept the invitation.");
        guards.Require(stands.Status != MembershipStatus.Requested, "request.exists", $"'{Person}' has asked already.");
        guards.NotBlocked(stands);
        guards.NotErased(stands);
        guards.Require(stands.Case?.RequestFrom is not { } from || context.At >= from, "request.cool-off", $"An earlier request was declined; '{Person}' can ask again from {stands.Case?.RequestFrom:O} on.");
        guards.Require(!removed || context.At >= stands.Removal!.RejoinFrom, "removal.cool-off", $"'{Person}' was removed; they can ask from {stands.Removal?.RejoinFrom:O} on.");
        return [new MembershipRequested(Person, Consent, Answers, context.At.After(context.Policy.RequestExpiry))];
    }
}

/// <summary>M4 or M12 happened: somebody asked to join.</summary>
/// <param name="Person">Who asked.</param>
/// <param name="Consent">What they agreed to, should the request be approved.</param>
/// <param name="Answers">Their answers to the community's questions.</param>
/// <param name="ExpiresOn">The first instant at which the request can no longer be approved, in UTC.</param>
public sealed record MembershipRequested(PersonId Person, JoinConsent Consent, [property: PersonalData, JsonConverter(typeof(ValueListJsonConverter<Field>))] ValueList<Field> Answers, DateTimeOffset ExpiresOn) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.Pending(MembershipStatus.Requested, change, (rest, waits) => waits with { Request = new(Consent, Answers, ExpiresOn, rest) });
}
