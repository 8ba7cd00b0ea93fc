using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>A community looks at whether its purpose still holds.</summary>
/// <remarks>
/// Guards: <c>community.not-chartered-active-or-dormant</c>, <c>review.no-participants</c>, <c>review.charter-missing</c> (to amend is to adopt a new charter),
/// <c>review.charter-unwanted</c>, <c>review.plan-missing</c> (to retire is to announce the closing), <c>review.plan-unwanted</c>; to amend also those of
/// <see cref="CharterTerms.Problems"/> and <c>charter.unchanged</c>; to retire also those of <see cref="AnnounceClosing"/>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Verdict">What it came to.</param>
/// <param name="Participants">How many people took part.</param>
/// <param name="Note">What was said; null when nothing is written down. The reason of the closing when it comes to that.</param>
public sealed record ReviewPurpose(CommunityId Community, ReviewVerdict Verdict, int Participants, string? Note = null) : CommunityCommand(Community)
{
    /// <summary>Gets the new charter.</summary>
    /// <value>For <see cref="ReviewVerdict.Amend"/>; null otherwise.</value>
    public CharterTerms? Charter { get; init; }

    /// <summary>Gets what becomes of what is left behind.</summary>
    /// <value>For <see cref="ReviewVerdict.Retire"/>; null otherwise.</value>
    public LegacyPlan? Plan { get; init; }

    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        Defined.Check(Verdict);
        guards.Require(
            community.Status is CommunityStatus.Chartered or CommunityStatus.Active or CommunityStatus.Dormant,
            "community.not-chartered-active-or-dormant", $"A purpose is reviewed while there is a charter; '{Community}' is {community.Status}.");
        return Review(Verdict, Participants, Note, Charter, Plan, community, context, guards);
    }

    /// <summary>The facts of a review; guards that are not met are noted.</summary>
    internal static IEnumerable<Fact> Review(
        ReviewVerdict verdict, int participants, string? note, CharterTerms? charter, LegacyPlan? plan, Community community, CommunityContext context, Guards guards)
    {
        guards.Require(participants > 0, "review.no-participants", "Somebody takes part in a review.");
        guards.Require(verdict != ReviewVerdict.Amend || charter is not null, "review.charter-missing", "To amend is to adopt a new charter.");
        guards.Require(verdict == ReviewVerdict.Amend || charter is null, "review.charter-unwanted", "A new charter goes with the verdict to amend.");
        guards.Require(verdict != ReviewVerdict.Retire || plan is not null, "review.plan-missing", "To retire is to announce the closing, with a legacy plan.");
        guards.Require(verdict == ReviewVerdict.Retire || plan is null, "review.plan-unwanted", "A legacy plan goes with the verdict to retire.");
        int version = community.Charters.Count;
        List<Fact> facts = [new PurposeReviewed(new(context.At, verdict, version, participants, note), context.In(context.Policy.CheckInCadence))];
        if (charter is not null)
        {
            facts.AddRange(AdoptCharter.Adopt(charter, approvedBy: null, community, context, guards));
        }

        if (plan is not null)
        {
            facts.AddRange(new AnnounceClosing(community.Id, note ?? string.Empty, plan).Decide(community, context, guards));
        }

        return facts;
    }
}

/// <summary>The purpose was reviewed; the next review is due one cadence of the charter later.</summary>
/// <param name="Review">When, and what it came to.</param>
/// <param name="NextCheckInOn">When the next light check-in is due, in UTC, for an active community; a review is one as well.</param>
public sealed record PurposeReviewed(PurposeReview Review, DateTimeOffset NextCheckInOn) : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before with
    {
        Reviews = [.. before.Reviews, Review],
        NextReviewOn = before.Charter is { } charter ? Review.On.After(charter.ReviewCadence) : null,
        ReviewOverdueSince = null,
        NextCheckInOn = before.Status == CommunityStatus.Active ? NextCheckInOn : null,
    };
}

/// <summary>A policy noticed that the purpose review is overdue.</summary>
/// <param name="DueOn">When it was due, in UTC.</param>
public sealed record ReviewOverdueNoticed(DateTimeOffset DueOn) : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before with { ReviewOverdueSince = DueOn };
}
