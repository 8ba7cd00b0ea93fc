namespace CommunityOfPractice.Core.Records;

/// <summary>A notice of dormancy is followed by dormancy, or withdrawn.</summary>
internal sealed class DormancyNoticeRun : IRegistryRule
{
    public void Check(RegistryView view, FindingList findings)
    {
        DateTimeOffset? on = view.Community.DormancyNotice?.EffectiveOn;
        findings.Require(!(on <= view.At), view.Record.Id, FindingSeverity.Warning, "registry.dormancy-due", $"The notice of dormancy was over on {on:O}, and nothing followed.");
    }
}
