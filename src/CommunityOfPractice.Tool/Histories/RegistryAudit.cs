using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Tool.Reporting;

namespace CommunityOfPractice.Tool.Histories;

/// <summary>Checks the records of all communities.</summary>
internal interface IRegistryAudit
{
    /// <summary>What is found, by community, severity and code.</summary>
    IEnumerable<RegistryFinding> Check(IReadOnlyList<CommunityRecord> records, DateTimeOffset at);
}

/// <summary>The obvious checks: invariants of each record by itself, and what somebody has to see to.</summary>
internal sealed class RegistryAudit : IRegistryAudit
{
    public IEnumerable<RegistryFinding> Check(IReadOnlyList<CommunityRecord> records, DateTimeOffset at) =>
        records.OrderBy(r => r.Id).SelectMany(r => Of(r, at).OrderBy(f => f.Severity).ThenBy(f => f.Reason.Code, StringComparer.Ordinal));

    private static IEnumerable<RegistryFinding> Of(CommunityRecord record, DateTimeOffset at)
    {
        Community community = record.Community;
        int facilitators = record.Members.ActiveFacilitators();
        if (community.Status == CommunityStatus.Active && facilitators == 0)
        {
            yield return community.FacilitationGrace is { } grace && grace.Deadline > at
                ? Find(FindingSeverity.Warning, "registry.grace-running", Words.Text($"Nobody facilitates; a facilitator is to be found by {grace.Deadline:yyyy-MM-dd}."))
                : Find(FindingSeverity.Error, "registry.no-facilitator", "The community is active, nobody facilitates it, and no grace period runs.");
        }

        if (community.Status == CommunityStatus.Active && facilitators == 1)
        {
            yield return Find(FindingSeverity.Advice, "registry.single-facilitator", "One person facilitates; two are recommended.");
        }

        if (community.Status is CommunityStatus.Chartered or CommunityStatus.Active or CommunityStatus.Dormant or CommunityStatus.Closing && community.Charter is null)
        {
            yield return Find(FindingSeverity.Error, "registry.no-charter", $"The community is {community.Status} and no charter is in force.");
        }

        if (community.IsReviewOverdue(at))
        {
            yield return Find(FindingSeverity.Warning, "registry.review-overdue", Words.Text($"The purpose review was due on {community.NextReviewOn:yyyy-MM-dd}."));
        }

        int silent = record.Members.All.Count(m => m.IsMember && m.Consent is null);
        if (silent > 0)
        {
            yield return Find(FindingSeverity.Error, "registry.no-consent", $"{silent} members never agreed to be members.");
        }

        int outsiders = record.Members.All.Count(m => m.Status != MembershipStatus.Active && m.Roles.Any(r => r.Role == Role.Facilitator));
        if (outsiders > 0)
        {
            yield return Find(FindingSeverity.Error, "registry.role-without-membership", $"{outsiders} facilitators are no active members.");
        }

        if (community.Status is CommunityStatus.Closed or CommunityStatus.Merged or CommunityStatus.Rejected && record.Members.All.Any(m => m.IsMember) && community.Status != CommunityStatus.Rejected)
        {
            yield return Find(FindingSeverity.Error, "registry.members-after-end", $"The community is {community.Status} and still has members.");
        }

        RegistryFinding Find(FindingSeverity severity, string code, string text) => new(record.Id, severity, new Reason(code, text));
    }
}
