namespace CommunityOfPractice.Core.Records;

/// <summary>A break ends on the day that was named.</summary>
internal sealed class BreakEnded : IRegistryRule
{
    public void Check(RegistryView view, FindingList findings)
    {
        DateTimeOffset? until = Deadlines.Break(view.Community);
        findings.Require(!(until <= view.At), view.Record.Id, FindingSeverity.Warning, "registry.break-over", $"Its break was over on {until:O}, and it was not resumed.");
    }
}
