using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>Nominations that nobody answered run out on the day that they name; accepted successions do not.</summary>
internal sealed class ExpireNominations : IPolicyRule
{
    public string Id => "expire-nominations/1";

    public string VersionIn(PolicySet policies) => policies.Membership.Roles.Version;

    public ValueList<Field> ParametersIn(PolicySet policies) => [PolicyView.Days("nomination-expiry-days", policies.Membership.Roles.NominationExpiry)];

    public PolicyStep? NextForMember(PolicyView view, Membership member)
    {
        Nomination? first = null;
        foreach (Nomination nomination in member.Nominations.AsSpan())
        {
            first = nomination.AcceptedOn is null && !(nomination.ExpiresOn >= first?.ExpiresOn) ? nomination : first;
        }

        return first is null ? null
            : !view.IsDue(first.ExpiresOn) ? PolicyStep.Later(first.ExpiresOn)
            : PolicyStep.Consequence(first.ExpiresOn, [new NominationExpired(member.Person, first.Role, first.Scope)], PolicyView.Date("expires-on", first.ExpiresOn));
    }
}
