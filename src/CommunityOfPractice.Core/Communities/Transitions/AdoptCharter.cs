using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>C2: a proposed community adopts its first charter; later: it amends it.</summary>
/// <remarks>
/// Guards: <c>community.not-living</c>, <c>community.closing</c>, the faults of <see cref="CharterTerms.Problems"/>; for the first charter of a proposal also
/// <c>community.no-facilitator</c> (somebody accepted to facilitate) and <c>charter.no-approval</c> (<see cref="CommunityPolicy.CharterNeedsApproval"/>:
/// these terms were approved by <see cref="ApproveCharter"/>, or who may approve adopts them); for an amendment <c>charter.unchanged</c>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Terms">What it agrees on.</param>
public sealed record AdoptCharter(CommunityId Community, CharterTerms Terms) : CommunityCommand(Community)
{
    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        ArgumentNullException.ThrowIfNull(Terms);
        guards.RequireLiving(community);
        guards.Require(community.Status != CommunityStatus.Closing, "community.closing", "A community that is closing amends its legacy plan, not its charter.");
        if (community.Status == CommunityStatus.Proposed)
        {
            guards.RequireFacilitator(context);
            guards.Require(ApproveCharter.IsGiven(Terms, community, context), "charter.no-approval", "The first charter needs the approval of its terms, by the sponsor or the host.");
        }

        return Adopt(Terms, community.Status == CommunityStatus.Proposed ? Approver(community, context) : null, community, context, guards);
    }

    /// <summary>The charter that terms would become.</summary>
    internal static Charter Drafted(CharterTerms terms, Community community, CommunityContext context) => new(
        community.Charters.Count + 1, terms.Purpose, terms.Domain.Normalised(), terms.RoleSelection, terms.ExitCriteria,
        terms.ReviewCadence ?? context.Policy.ReviewCadence, context.At, Until: null);

    /// <summary>The fact that terms become the next version of the charter; guards that are not met are noted.</summary>
    internal static IEnumerable<Fact> Adopt(CharterTerms terms, PersonId? approvedBy, Community community, CommunityContext context, Guards guards)
    {
        if (!guards.RequireNone(terms.Problems(community.Kind)))
        {
            return [];
        }

        Charter next = Drafted(terms, community, context);
        guards.Require(next.Terms() != community.Charter?.Terms(), "charter.unchanged", "The charter in force says the same.");
        return [new CharterAdopted(next, approvedBy)];
    }

    private PersonId? Approver(Community community, CommunityContext context) =>
        ApproveCharter.Standing(Terms, community, context)?.By.Person ?? (ApproveCharter.IsApprover(community, context) ? context.By.Person : null);
}

/// <summary>C2 happened, or the charter was amended: a version of the charter is in force.</summary>
/// <param name="Charter">The charter.</param>
/// <param name="ApprovedBy">The sponsor who approved it; null when nobody did, or the host.</param>
public sealed record CharterAdopted(Charter Charter, PersonId? ApprovedBy) : CommunityFact
{
    internal override Community Apply(Community before, Change change) =>
        (before.Status == CommunityStatus.Proposed ? before.To(CommunityStatus.Chartered, change) : before).Under(Charter);
}
