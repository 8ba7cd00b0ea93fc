using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>C3: a proposal in which nobody takes an interest, by an act of their own, runs out after P; as long as it has active members, it does not.</summary>
internal sealed class ExpireProposal : IPolicyRule
{
    public string Id => "expire-proposal/1";

    public string VersionIn(PolicySet policies) => policies.Community.Version;

    public ValueList<Field> ParametersIn(PolicySet policies) => [PolicyView.Days("proposal-expiry-days", Deadlines.ProposalExpiry(policies))];

    public PolicyStep? NextForCommunity(PolicyView view)
    {
        if (view.Community is not { Status: CommunityStatus.Proposed, StatusSince: { } since } || view.Members.Count(MembershipStatus.Active) > 0)
        {
            return null;
        }

        DateTimeOffset interest = since.Latest(view.Evidence.LastOwnAct(view.At));
        DateTimeOffset due = interest.After(Deadlines.ProposalExpiry(view.Policies));
        return view.IsDue(due) ? PolicyStep.Consequence(due, [.. Consequences.Of([new ProposalExpired()], view.Members, view.Practice.Repertoire)], PolicyView.Date("last-interest", interest)) : PolicyStep.Later(due);
    }
}
