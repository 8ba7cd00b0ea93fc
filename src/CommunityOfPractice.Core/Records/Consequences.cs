using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Records;

/// <summary>What follows when a community ends: nobody keeps a role, members become alumni, what waits for an answer runs out; what a proposal made is archived.</summary>
internal static class Consequences
{
    /// <summary>The facts with what follows from them; the same facts when nothing does.</summary>
    public static IEnumerable<Fact> Of(IEnumerable<Fact> facts, Members members, Repertoire repertoire)
    {
        foreach (Fact fact in facts)
        {
            yield return fact;
            IEnumerable<Fact> after = fact switch
            {
                CommunityClosed => Farewell(members, LeaveReason.CommunityClosed),
                ProposalRejected or ProposalExpired => [.. Farewell(members, LeaveReason.CommunityClosed), .. repertoire.Living().Select(a => new ArtifactArchived(a.Id))],
                CommunityMerged => Farewell(members, LeaveReason.CommunityMerged),
                _ => [],
            };
            foreach (Fact consequence in after)
            {
                yield return consequence;
            }
        }
    }

    private static IEnumerable<Fact> Farewell(Members members, LeaveReason reason)
    {
        foreach (Membership member in members.All.Where(m => m.IsMember || m.Roles.Count > 0 || m.Status is MembershipStatus.Invited or MembershipStatus.Requested).OrderBy(m => m.Person))
        {
            foreach (RoleAssignment role in member.Roles)
            {
                yield return new RoleEnded(member.Person, role.Role, role.Scope, RoleEndReason.MembershipEnded);
            }

            if (member.IsMember)
            {
                yield return new MemberLeft(member.Person, reason, Note: null);
            }
            else if (member.Status == MembershipStatus.Invited)
            {
                yield return new InvitationExpired(member.Person);
            }
            else if (member.Status == MembershipStatus.Requested)
            {
                yield return new RequestExpired(member.Person);
            }
        }
    }
}
