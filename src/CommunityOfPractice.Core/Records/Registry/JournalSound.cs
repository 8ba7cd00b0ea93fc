namespace CommunityOfPractice.Core.Records;

/// <summary>The journal is as it was recorded.</summary>
internal sealed class JournalSound : IRegistryRule
{
    public void Check(RegistryView view, FindingList findings)
    {
        foreach (JournalFinding finding in view.Entries is null ? [] : Journals.Verify(view.Entries))
        {
            string code = "registry." + finding.Code.Replace('.', '-');
            findings.Require(false, view.Record.Id, FindingSeverity.Error, code, $"Entry {finding.Version}: {finding.Text}");
        }
    }
}
