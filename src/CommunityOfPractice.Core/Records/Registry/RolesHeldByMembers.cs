using CommunityOfPractice.Core.Memberships;

namespace CommunityOfPractice.Core.Records;

/// <summary>M-I3: only active members hold roles, but for those that the catalogue gives to others.</summary>
internal sealed class RolesHeldByMembers : IRegistryRule
{
    public void Check(RegistryView view, FindingList findings)
    {
        foreach (Role role in Enum.GetValues<Role>())
        {
            RoleRule rule = view.Policies.Membership.Roles.Of(role);
            int strangers = rule.NonMembers || !rule.EndsWithMembership ? 0 : view.Members.Holders(role).Count(p => view.Members[p].Status != MembershipStatus.Active);
            findings.Require(strangers == 0, view.Record.Id, FindingSeverity.Error, "registry.role-without-membership", $"The role {role.Name()} is held by people who are no active members: {strangers}.");
        }
    }
}
