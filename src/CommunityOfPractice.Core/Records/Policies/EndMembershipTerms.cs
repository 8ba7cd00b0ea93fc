using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>M9: memberships for a fixed time end on their day; roles are handed over.</summary>
internal sealed class EndMembershipTerms : IPolicyRule
{
    public string Id => "end-membership-terms/1";

    public string VersionIn(PolicySet policies) => policies.Membership.Version;

    public ValueList<Field> ParametersIn(PolicySet policies) => [];

    public PolicyStep? NextForMember(PolicyView view, Membership member) => Deadlines.Term(member) is not { } due ? null
        : !view.IsDue(due) ? PolicyStep.Later(due)
        : PolicyStep.Consequence(
            due, view.WithRoles(this, due, (context, guards) => HandOver.RolesOf(member, context, guards), new MembershipTermEnded(member.Person)), PolicyView.Date("term-ends-on", due));
}
