using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Answers questions about communities and memberships, each viewer seeing what they may.</summary>
/// <remarks>
/// A private community is seen by its members, by people who are invited and by the host; everybody else is answered as if it did not
/// exist. Who sees the members is set apart (<see cref="MemberListVisibility"/>). Implementations are safe for concurrent use.
/// </remarks>
public interface ICommunityQueries
{
    /// <summary>Finds a community.</summary>
    /// <param name="community">The community; one that was merged is found under its own id.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The community; null when there is none that the viewer may see.</returns>
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
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Where it has gone, through any number of mergers; itself when it was not merged; null when it is unknown.</returns>
    ValueTask<CommunityId?> ResolveAsync(CommunityId community, CancellationToken cancellationToken = default);

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
}
