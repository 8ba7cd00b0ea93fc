using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>M3: invitations run out on the day that they name.</summary>
internal sealed class ExpireInvitations : IPolicyRule
{
    public string Id => "expire-invitations/1";

    public string VersionIn(PolicySet policies) => policies.Membership.Version;

    public ValueList<Field> ParametersIn(PolicySet policies) => [];

    public PolicyStep? NextForMember(PolicyView view, Membership member) => Deadlines.Invitation(member) is not { } due ? null
        : view.IsDue(due) ? PolicyStep.Consequence(due, [new InvitationExpired(member.Person)], PolicyView.Date("expires-on", due)) : PolicyStep.Later(due);
}
