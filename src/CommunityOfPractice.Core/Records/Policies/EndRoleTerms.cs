using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>Terms of roles end on their day; an accepted successor takes over, and the last facilitator's end begins the grace period.</summary>
internal sealed class EndRoleTerms : IPolicyRule
{
    public string Id => "end-role-terms/1";

    public string VersionIn(PolicySet policies) => policies.Membership.Roles.Version;

    public ValueList<Field> ParametersIn(PolicySet policies) => [PolicyView.Days("facilitation-grace-days", policies.Community.FacilitationGrace)];

    public PolicyStep? NextForMember(PolicyView view, Membership member)
    {
        DateTimeOffset? first = null;
        foreach (RoleAssignment held in member.Roles.AsSpan())
        {
            first = held.Until is { } until && !(until >= first) ? until : first;
        }

        if (first is not { } due)
        {
            return null;
        }

        return !view.IsDue(due) ? PolicyStep.Later(due) : PolicyStep.Consequence(due, view.WithRoles(this, due, End), PolicyView.Date("term-ends-on", due));

        IEnumerable<Fact> End(MembershipContext context, Guards guards)
        {
            RoleAssignment[] ending = [.. member.Roles.Where(r => r.Until == due)];
            return HandOver.End(member, ending, RoleEndReason.TermEnded, null, context, guards, choice: null);
        }
    }
}
