using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;

namespace CommunityOfPractice.Core.Records;

/// <summary>A community that was closed or merged has no members left.</summary>
internal sealed class FarewellComplete : IRegistryRule
{
    public void Check(RegistryView view, FindingList findings)
    {
        bool ended = view.Community.Status is CommunityStatus.Closed or CommunityStatus.Merged;
        int left = view.Members.Count(MembershipStatus.Active) + view.Members.Count(MembershipStatus.Paused) + view.Members.Count(MembershipStatus.Lapsed);
        findings.Require(!ended || left == 0, view.Record.Id, FindingSeverity.Error, "registry.ended-with-members", $"It is {view.Community.Status}, and still has members: {left}.");
    }
}
