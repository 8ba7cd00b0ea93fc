namespace CommunityOfPractice.Core.Records;

/// <summary>M-I1: nobody is a member who never agreed to be one.</summary>
internal sealed class ConsentGiven : IRegistryRule
{
    public void Check(RegistryView view, FindingList findings)
    {
        int silent = view.Members.All.Count(m => m.IsMember && m.Consent is null);
        findings.Require(silent == 0, view.Record.Id, FindingSeverity.Error, "registry.no-consent", $"Members without an agreement of their own: {silent}.");
    }
}
