using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>C3: a proposal is rejected, for good.</summary>
/// <remarks>Guards: <c>community.not-proposed</c>, <c>rejection.no-reason</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Reason">Why.</param>
public sealed record RejectProposal(CommunityId Community, string Reason) : CommunityCommand(Community)
{
    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        guards.RequireProposed(community);
        guards.RequireText(Reason, "rejection.no-reason", "A rejection says why.");
        return [new ProposalRejected(Reason)];
    }
}

/// <summary>C3 happened: the proposal was rejected.</summary>
/// <param name="Reason">Why.</param>
public sealed record ProposalRejected([property: PersonalData] string Reason) : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before.To(CommunityStatus.Rejected, change);
}

/// <summary>C3 happened by policy: nobody showed interest in the proposal for so long that it ran out.</summary>
public sealed record ProposalExpired : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before.To(CommunityStatus.Rejected, change);
}
