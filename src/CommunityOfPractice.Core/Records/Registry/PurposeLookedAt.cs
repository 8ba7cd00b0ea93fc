namespace CommunityOfPractice.Core.Records;

/// <summary>The purpose is looked at on time.</summary>
internal sealed class PurposeLookedAt : IRegistryRule
{
    public void Check(RegistryView view, FindingList findings)
    {
        bool overdue = view.Community.IsReviewOverdue(view.At);
        findings.Require(!overdue, view.Record.Id, FindingSeverity.Warning, "registry.review-overdue", $"The purpose review was due on {view.Community.NextReviewOn:O}.");
        bool old = view.IsRunning && view.Community.Charters is [{ } first, ..] && view.At - first.From >= view.Policies.Community.ReviewCadence;
        findings.Require(!old || view.Community.Reviews.Count > 0, view.Record.Id, FindingSeverity.Advice, "registry.never-reviewed", "Its purpose was never reviewed.");
    }
}
