using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>C1: somebody proposes a community, after having been shown what is similar.</summary>
/// <remarks>
/// Guards: <c>community.exists</c>, <c>proposal.no-name</c>, <c>proposal.no-purpose</c>, <c>proposal.similar-not-shown</c> (show an empty list when nothing is
/// similar), and the faults of <see cref="Domains.Domain.Problems"/> when a domain is given. Three to five interested people are wanted, not forced.
/// </remarks>
/// <param name="Community">The id of the new community.</param>
/// <param name="Proposer">Who proposes it; counts as interested.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Purpose">Why it should exist.</param>
/// <param name="Kind">What sort of group it will be.</param>
/// <param name="SimilarShown">The similar communities that the proposer was shown; null when none were looked up.</param>
public sealed record ProposeCommunity(
    CommunityId Community, PersonId Proposer, string Name, string Purpose, CommunityKind Kind, ValueList<CommunityId>? SimilarShown) : CommunityCommand(Community)
{
    /// <summary>Gets what it would care about.</summary>
    /// <value>Null when that is open.</value>
    public Domain? Domain { get; init; }

    /// <summary>Gets who else is interested.</summary>
    /// <value>Empty by default.</value>
    public ValueList<PersonId> Interested { get; init => field = value ?? []; } = [];

    /// <inheritdoc/>
    public override PersonId? Subject => Proposer;

    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        Defined.Check(Kind);
        guards.Require(community.Status == CommunityStatus.None, "community.exists", $"'{Community}' exists already; it is {community.Status}.");
        guards.RequireText(Name, "proposal.no-name", "A proposal gives the community a name.");
        guards.RequireText(Purpose, "proposal.no-purpose", "A proposal says why the community should exist.");
        guards.Require(SimilarShown is not null, "proposal.similar-not-shown", "Before proposing, similar communities are looked up and shown.");
        guards.RequireNone(Domain?.Problems() ?? []);
        if (!guards.Met)
        {
            return [];
        }

        Proposal proposal = new(Proposer, Purpose, Domain?.Normalised(), Interested.Append(Proposer).Sorted(), SimilarShown!.Sorted(), context.In(context.Policy.ProposalExpiry));
        return [new CommunityProposed(Name, Kind, proposal)];
    }
}

/// <summary>C1 happened: the community is proposed, and interest is being gathered.</summary>
/// <param name="Name">Its name for people.</param>
/// <param name="Kind">What sort of group it will be.</param>
/// <param name="Proposal">Who wants it and why, what similar communities were shown, when it runs out.</param>
public sealed record CommunityProposed(string Name, CommunityKind Kind, Proposal Proposal) : CommunityFact
{
    internal override Community Apply(Community before, Change change) =>
        before.To(CommunityStatus.Proposed, change) with { Name = Name, Kind = Kind, Proposal = Proposal };
}
