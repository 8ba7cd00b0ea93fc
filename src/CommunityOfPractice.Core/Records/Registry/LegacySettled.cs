using CommunityOfPractice.Core.Communities;

namespace CommunityOfPractice.Core.Records;

/// <summary>I5: everything that a community leaves behind has a destination before it closes.</summary>
internal sealed class LegacySettled : IRegistryRule
{
    public void Check(RegistryView view, FindingList findings)
    {
        bool closed = view.Community.Status == CommunityStatus.Closed;
        if ((!closed && view.Community.Status != CommunityStatus.Closing) || view.Community.Closing is not { } closing)
        {
            return;
        }

        foreach (LegacyItem item in closing.Plan.Items)
        {
            FindingSeverity severity = closed ? FindingSeverity.Error : FindingSeverity.Warning;
            findings.Require(item.IsSettled, view.Record.Id, severity, closed ? "registry.legacy-lost" : "registry.legacy-open", $"It is not decided what becomes of '{item.Name}'.");
        }
    }
}
