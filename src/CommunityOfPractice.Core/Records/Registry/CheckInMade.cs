namespace CommunityOfPractice.Core.Records;

/// <summary>A running community says from time to time how it is going.</summary>
internal sealed class CheckInMade : IRegistryRule
{
    public void Check(RegistryView view, FindingList findings) =>
        findings.Require(!view.Community.IsCheckInOverdue(view.At), view.Record.Id, FindingSeverity.Warning, "registry.check-in-overdue", $"The check-in was due on {view.Community.NextCheckInOn:O}.");
}
