using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>C6: a dormant community is picked up again, with its purpose confirmed.</summary>
/// <remarks>
/// Guards: <c>community.not-dormant</c>, <c>community.no-facilitator</c> (somebody accepted to facilitate), <c>revival.too-few-supporters</c> (active members
/// who said so by <see cref="SupportRevival"/> since it went to rest, <see cref="CommunityPolicy.MinMembers"/>), <c>revival.retire</c> (a purpose that is
/// gone is not revived), and those of a review (<see cref="ReviewPurpose"/>). Old memberships are not touched: people return by their own act.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Verdict">What the review of the purpose came to: reaffirm or amend.</param>
/// <param name="Participants">How many people took part in the review.</param>
/// <param name="Note">What was said; null when nothing is written down.</param>
public sealed record ReviveCommunity(CommunityId Community, ReviewVerdict Verdict, int Participants, string? Note = null) : CommunityCommand(Community)
{
    /// <summary>Gets the new charter.</summary>
    /// <value>For <see cref="ReviewVerdict.Amend"/>; null otherwise.</value>
    public CharterTerms? Charter { get; init; }

    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        Defined.Check(Verdict);
        guards.RequireDormant(community);
        guards.RequireFacilitator(context);
        int supporters = community.RevivalSupporters.Count(context.IsActive);
        guards.Require(supporters >= context.Policy.MinMembers, "revival.too-few-supporters", $"A revival needs {context.Policy.MinMembers} active members who want it; there are {supporters}.");
        IEnumerable<Fact> review = [];
        if (guards.Require(Verdict != ReviewVerdict.Retire, "revival.retire", "A community whose purpose is gone is closed, not revived."))
        {
            review = ReviewPurpose.Review(Verdict, Participants, Note, Charter, plan: null, community, context, guards);
        }

        return [.. review, new CommunityRevived(context.In(context.Policy.CheckInCadence))];
    }
}

/// <summary>C6 happened: the community is active again.</summary>
/// <param name="NextCheckInOn">When the next light check-in is due, in UTC.</param>
public sealed record CommunityRevived(DateTimeOffset NextCheckInOn) : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before.To(CommunityStatus.Active, change) with { NextCheckInOn = NextCheckInOn };
}
