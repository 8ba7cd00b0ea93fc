using CommunityOfPractice.Core.Communities;

namespace CommunityOfPractice.Core.Records;

/// <summary>After the objection window, a closing is finished or cancelled.</summary>
internal sealed class ClosingFinished : IRegistryRule
{
    public void Check(RegistryView view, FindingList findings)
    {
        DateTimeOffset? window = view.Community.Status == CommunityStatus.Closing ? view.Community.Closing?.EffectiveOn : null;
        findings.Require(!(window <= view.At), view.Record.Id, FindingSeverity.Warning, "registry.closing-window-over", $"Members could object until {window:O}, and it was neither closed nor kept.");
    }
}
