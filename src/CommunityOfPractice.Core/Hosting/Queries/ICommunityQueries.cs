using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Answers questions about communities and memberships, each viewer seeing what they may.</summary>
/// <remarks>
/// <para>A private community is seen by its members, its sponsor, by people whose invitation has not run out, by those interested while it is a proposal, by its alumni once it is
/// closed or merged, and by the host; everybody else is answered as if it did not exist, also in lists and redirects.</para>
/// <para>Who sees the members is set apart (<see cref="MemberListVisibility"/>): everybody who sees the community, its members and sponsor, or its
/// facilitators; facilitators (while they are active members) and the host always do. Shown are members, and alumni who asked for it; invitations,
/// requests, removals and the like are for facilitators and the host, and everybody is shown their own.</para>
/// <para>Lists page by key: give the last key read as <c>after</c>, until fewer than <c>take</c> come. What the viewer may not see does not count.
/// Implementations are safe for concurrent use; what they return is immutable.</para>
/// <para>The default value of <see cref="Actor"/> names nobody; it is no viewer and throws <see cref="System.ArgumentException"/>.</para>
/// </remarks>
public interface ICommunityQueries
{
    /// <summary>Finds a community.</summary>
    /// <param name="community">The community; one that was merged is found under its own id.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>
    /// The community; null when there is none that the viewer may see. For a viewer who may not know who belongs to it, who is interested, who
    /// supports a revival, who objected to a closing and who stands in as facilitator is left out.
    /// </returns>
    ValueTask<CommunityView?> FindAsync(CommunityId community, Actor viewer, CancellationToken cancellationToken = default);

    /// <summary>Finds a community as it was.</summary>
    /// <param name="community">The community.</param>
    /// <param name="asOf">What occurred before this instant counts.</param>
    /// <param name="viewer">Who asks; they see what they may see now.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The community; null when there was none, or none that the viewer may see. Reads the whole journal.</returns>
    ValueTask<CommunityView?> FindAsOfAsync(CommunityId community, DateTimeOffset asOf, Actor viewer, CancellationToken cancellationToken = default);

    /// <summary>Follows the redirects of merged communities.</summary>
    /// <param name="community">The community, perhaps one that was merged.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Where it has gone, through any number of mergers; itself when it was not merged; null when the viewer may not see it or where it has gone.</returns>
    ValueTask<CommunityId?> ResolveAsync(CommunityId community, Actor viewer, CancellationToken cancellationToken = default);

    /// <summary>Lists communities.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="after">The id after which to begin; null for the first.</param>
    /// <param name="take">At most how many; positive.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <returns>Listings by id (ordinal).</returns>
    IAsyncEnumerable<CommunityListing> ListAsync(CommunityFilter filter, Actor viewer, CommunityId? after = null, int take = 100, CancellationToken cancellationToken = default);

    /// <summary>Lists the communities whose purpose is overdue for review, as of now.</summary>
    /// <param name="viewer">Who asks.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <returns>Listings by id (ordinal).</returns>
    IAsyncEnumerable<CommunityListing> OverdueReviewsAsync(Actor viewer, CancellationToken cancellationToken = default);

    /// <summary>Lists the people of a community.</summary>
    /// <param name="community">The community.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="status">Which status they have; null for any.</param>
    /// <param name="after">The person after whom to begin; null for the first.</param>
    /// <param name="take">At most how many; positive.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Listings by person (ordinal); refused with <c>community.unknown</c> or <c>members.hidden</c>.</returns>
    ValueTask<Decision<ValueList<MemberListing>>> MembersAsync(
        CommunityId community,
        Actor viewer,
        MembershipStatus? status = null,
        PersonId? after = null,
        int take = 100,
        CancellationToken cancellationToken = default);

    /// <summary>Finds how one person stands to a community, with everything that is known.</summary>
    /// <param name="community">The community.</param>
    /// <param name="person">The person.</param>
    /// <param name="viewer">Who asks: the person, a facilitator or the host.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The membership; refused with <c>community.unknown</c> or <c>members.hidden</c>.</returns>
    ValueTask<Decision<Membership>> MembershipAsync(CommunityId community, PersonId person, Actor viewer, CancellationToken cancellationToken = default);

    /// <summary>Lists the communities that a person has, or had, to do with.</summary>
    /// <param name="person">The person.</param>
    /// <param name="viewer">Who asks: the person or the host; anybody else sees memberships that are no secret.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <returns>Listings by community (ordinal).</returns>
    IAsyncEnumerable<MemberListing> MembershipsOfAsync(PersonId person, Actor viewer, CancellationToken cancellationToken = default);

    /// <summary>Reads what happened in a community: the audit trail.</summary>
    /// <param name="community">The community.</param>
    /// <param name="viewer">Who asks: a facilitator or the host.</param>
    /// <param name="after">The version after which to begin; 0 for the whole trail.</param>
    /// <param name="take">At most how many; positive.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The entries by version; refused with <c>community.unknown</c> or <c>history.hidden</c>.</returns>
    ValueTask<Decision<ValueList<JournalEntry>>> HistoryAsync(CommunityId community, Actor viewer, long after = 0, int take = 100, CancellationToken cancellationToken = default);

    /// <summary>Looks ahead: who carries a community, until when, and who comes next.</summary>
    /// <param name="community">The community.</param>
    /// <param name="viewer">Who asks: a facilitator, the core group, the sponsor or the host.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What wants attention as of now; refused with <c>community.unknown</c> or <c>succession.hidden</c>.</returns>
    ValueTask<Decision<SuccessionView>> SuccessionWarningsAsync(CommunityId community, Actor viewer, CancellationToken cancellationToken = default);

    /// <summary>Finds communities that are similar to a draft, to be shown before it is proposed (<see cref="ProposeCommunity.SimilarShown"/>).</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="viewer">Who asks; people in common count only where they may know who belongs.</param>
    /// <param name="population">How many people there are in the organisation; 0, the default, when that is unknown: then fewer are found by people.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>
    /// The most similar first, private ones never; empty when nothing is similar, which is shown too. Looks through all listings, and
    /// reads the records of those that share a name, a topic or a person with the draft.
    /// </returns>
    ValueTask<ValueList<SimilarCommunity>> SimilarAsync(CommunityDraft draft, Actor viewer, int population = 0, CancellationToken cancellationToken = default);

    /// <summary>Tells what a merge would do, and what stands in its way; nothing is changed.</summary>
    /// <param name="from">The community that would go.</param>
    /// <param name="into">The community that would stay.</param>
    /// <param name="viewer">
    /// Who asks. Sizes are for everybody who sees both communities; how many are not in yet for those who see the members of both; who would be invited for those
    /// who see the members of the first, and facilitate the second or are the host.
    /// </param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The forecast as of now; refused with <c>community.unknown</c> when the viewer may not see one of the two.</returns>
    ValueTask<Decision<MergeForecast>> SimulateMergeAsync(CommunityId from, CommunityId into, Actor viewer, CancellationToken cancellationToken = default);
}
