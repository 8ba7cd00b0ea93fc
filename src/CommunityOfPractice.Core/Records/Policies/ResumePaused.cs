using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>M6: members are back from leave on the day that they named themselves.</summary>
internal sealed class ResumePaused : IPolicyRule
{
    public string Id => "resume-paused/1";

    public string VersionIn(PolicySet policies) => policies.Membership.Version;

    public ValueList<Field> ParametersIn(PolicySet policies) => [];

    public PolicyStep? NextForMember(PolicyView view, Membership member) => Deadlines.Leave(member) is not { } due ? null
        : view.IsDue(due) ? PolicyStep.Consequence(due, [new MembershipResumed(member.Person)], PolicyView.Date("paused-until", due)) : PolicyStep.Later(due);
}
