using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>C10: a closed community is proposed again, under its old id and with its legacy.</summary>
/// <remarks>
/// Guards: <c>community.not-closed</c>, <c>proposal.no-purpose</c>, <c>proposal.similar-not-shown</c>, and the faults of
/// <see cref="Domains.Domain.Problems"/> when a domain is given. The next charter has the next version number; alumni stay alumni until they act.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Proposer">Who proposes it; counts as interested.</param>
/// <param name="Purpose">Why it should exist again.</param>
/// <param name="SimilarShown">The similar communities that the proposer was shown; null when none were looked up.</param>
public sealed record ReopenCommunity(CommunityId Community, PersonId Proposer, string Purpose, ValueList<CommunityId>? SimilarShown) : CommunityCommand(Community)
{
    /// <summary>Gets what it would care about.</summary>
    /// <value>Null for the domain that it had.</value>
    public Domain? Domain { get; init; }

    /// <summary>Gets who else is interested.</summary>
    /// <value>Empty by default.</value>
    public ValueList<PersonId> Interested { get; init => field = value ?? []; } = [];

    /// <inheritdoc/>
    public override PersonId? Subject => Proposer;

    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        guards.Require(community.Status == CommunityStatus.Closed, "community.not-closed", $"Only a closed community is reopened; '{Community}' is {community.Status}.");
        guards.RequireText(Purpose, "proposal.no-purpose", "A proposal says why the community should exist.");
        guards.Require(SimilarShown is not null, "proposal.similar-not-shown", "Before proposing, similar communities are looked up and shown.");
        guards.RequireNone(Domain?.Problems() ?? []);
        if (!guards.Met)
        {
            return [];
        }

        Domain? domain = Domain?.Normalised() ?? (community.Charters is [.., var last] ? last.Domain : null);
        return [new CommunityReopened(new(Proposer, Purpose, domain, Interested.Append(Proposer).Sorted(), SimilarShown!.Sorted(), context.In(context.Policy.ProposalExpiry)))];
    }
}

/// <summary>C10 happened: the closed community is proposed again.</summary>
/// <param name="Proposal">Who wants it and why, what similar communities were shown, when it runs out.</param>
public sealed record CommunityReopened(Proposal Proposal) : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before.To(CommunityStatus.Proposed, change) with
    {
        Proposal = Proposal,
        Lineage = before.Lineage with { Reopened = [.. before.Lineage.Reopened, change.OccurredAt] },
        Closing = null,
        PastClosings = before.Closing is { } closing ? [.. before.PastClosings, closing] : before.PastClosings,
    };
}
