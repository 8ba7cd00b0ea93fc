using CommunityOfPractice.Core.Memberships;

namespace CommunityOfPractice.Core.Records;

/// <summary>Somebody champions the community in the organisation.</summary>
internal sealed class SponsorPresent : IRegistryRule
{
    public void Check(RegistryView view, FindingList findings) =>
        findings.Require(!view.IsRunning || view.Members.Holders(Role.Sponsor).Count > 0, view.Record.Id, FindingSeverity.Advice, "registry.sponsor-vacant", "Nobody sponsors it.");
}
