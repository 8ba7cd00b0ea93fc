using CommunityOfPractice.Core.Memberships;

namespace CommunityOfPractice.Core.Records;

/// <summary>M-I2: the stretches of one person's membership follow each other.</summary>
internal sealed class PeriodsApart : IRegistryRule
{
    public void Check(RegistryView view, FindingList findings)
    {
        int overlapping = view.Members.All.Count(Overlaps);
        findings.Require(overlapping == 0, view.Record.Id, FindingSeverity.Error, "registry.periods-overlap", $"People whose stretches of membership overlap, or end before they begin: {overlapping}.");
    }

    private static bool Overlaps(Membership membership)
    {
        if (membership.History.Count == 0)
        {
            return false;
        }

        DateTimeOffset end = DateTimeOffset.MinValue;
        foreach (PastPeriod past in membership.History.Where(p => p.Role is null).OrderBy(p => p.From).ThenBy(p => p.Until))
        {
            if (past.Until < past.From || past.From < end)
            {
                return true;
            }

            end = past.Until;
        }

        return membership.MemberSince < end;
    }
}
