using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;

namespace CommunityOfPractice.Core.Records;

/// <summary>I1: an active community has a facilitator, or time to find one; two are better than one.</summary>
internal sealed class FacilitatorPresent : IRegistryRule
{
    public void Check(RegistryView view, FindingList findings)
    {
        if (view.Community.Status != CommunityStatus.Active)
        {
            return;
        }

        int active = view.Members.ActiveFacilitators(), recommended = view.Policies.Membership.Roles.RecommendedFacilitators;
        findings.Require(active == 0 || active >= recommended, view.Record.Id, FindingSeverity.Advice, "registry.few-facilitators", $"Active facilitators: {active}; {recommended} are recommended.");
        if (view.Community.FacilitationGrace is not { } grace)
        {
            findings.Require(active > 0, view.Record.Id, FindingSeverity.Error, "registry.no-facilitator", "It is active, nobody facilitates it, and no grace period was begun.");
            return;
        }

        bool stays = view.Members.Holders(Role.Facilitator).Select(p => view.Members[p])
            .Any(m => m.Status == MembershipStatus.Active && m.Roles.Any(r => r is { Role: Role.Facilitator, Interim: false }));
        bool over = grace.Deadline <= view.At;
        findings.Require(stays || !over, view.Record.Id, FindingSeverity.Warning, "registry.grace-over", $"The time to find a facilitator was over on {grace.Deadline:O}.");
        findings.Require(stays || over, view.Record.Id, FindingSeverity.Warning, "registry.grace-running", $"A facilitator is to be found by {grace.Deadline:O}.");
    }
}
