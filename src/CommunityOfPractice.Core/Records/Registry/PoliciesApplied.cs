using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>What is due by a policy is done: dates that have passed are not still open.</summary>
internal sealed class PoliciesApplied : IRegistryRule
{
    public void Check(RegistryView view, FindingList findings)
    {
        Membership[] due = [.. view.Members.DueBy(view.At)];
        Dated("expire-invitations/1", "registry.invitations-open", "Invitations that have run out", Deadlines.Invitation);
        Dated("expire-requests/1", "registry.requests-open", "Requests that have run out", Deadlines.Request);
        Dated("resume-paused/1", "registry.leaves-over", "Members whose leave is over", Deadlines.Leave);
        Dated("lapse-inactive/1", "registry.lapses-due", "Members whose warning has run", m => Deadlines.Warning(m)?.EffectiveOn);
        Dated("end-membership-terms/1", "registry.membership-terms-over", "Members whose term is over", Deadlines.Term);
        int terms = Enum.GetValues<Role>().Sum(role => view.Members.Holders(role).Sum(p => view.Members[p].Roles.Count(r => r.Role == role && r.Until <= view.At)));
        Open("end-role-terms/1", "registry.role-terms-over", "Roles whose term is over", terms);
        bool proposed = view.Community is { Status: CommunityStatus.Proposed } && view.Record.LatestAt is { } latest && latest.After(Deadlines.ProposalExpiry(view.Policies)) <= view.At
            && view.Members.Count(MembershipStatus.Active) == 0; // whoever joined keeps it alive
        Open("expire-proposal/1", "registry.proposal-expired", "Proposals in which nobody took an interest in time", proposed ? 1 : 0);

        void Dated(string rule, string code, string what, Func<Membership, DateTimeOffset?> date) => Open(rule, code, what, due.Count(m => date(m) <= view.At));

        void Open(string rule, string code, string what, int count) =>
            findings.Require(count == 0 || view.IsOff(rule), view.Record.Id, FindingSeverity.Warning, code, $"{what}: {count}. Apply the policies.");
    }
}
