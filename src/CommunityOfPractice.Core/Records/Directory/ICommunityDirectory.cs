using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Records;

/// <summary>The port through which the library asks across communities: lists of communities, of members, of a person's memberships.</summary>
/// <remarks>
/// Kept in step with the journal: what <see cref="IJournal.AppendAsync"/> commits is in the directory at the same moment. Implementations
/// are safe for concurrent use. Every list pages by key: it begins after a key and ends after so many items.
/// </remarks>
public interface ICommunityDirectory
{
    /// <summary>Finds a community.</summary>
    /// <param name="community">The community.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Its listing; null when there is none.</returns>
    ValueTask<CommunityListing?> FindAsync(CommunityId community, CancellationToken cancellationToken = default);

    /// <summary>Lists communities.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="after">The id after which to begin; null for the first.</param>
    /// <param name="take">At most how many; positive.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <returns>Listings by id (ordinal).</returns>
    IAsyncEnumerable<CommunityListing> ListAsync(CommunityFilter filter, CommunityId? after = null, int take = int.MaxValue, CancellationToken cancellationToken = default);

    /// <summary>Lists the people of a community.</summary>
    /// <param name="community">The community.</param>
    /// <param name="status">Which status they have; null for any.</param>
    /// <param name="after">The person after whom to begin; null for the first.</param>
    /// <param name="take">At most how many; positive.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <returns>Listings by person (ordinal).</returns>
    IAsyncEnumerable<MemberListing> MembersAsync(CommunityId community, MembershipStatus? status = null, PersonId? after = null, int take = int.MaxValue, CancellationToken cancellationToken = default);

    /// <summary>Lists the communities that a person has, or had, to do with.</summary>
    /// <param name="person">The person.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <returns>Listings by community (ordinal).</returns>
    IAsyncEnumerable<MemberListing> MembershipsOfAsync(PersonId person, CancellationToken cancellationToken = default);

    /// <summary>Finds who belonged to a community when, and who held which role, where the host keeps that itself.</summary>
    /// <param name="community">The community.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The roster; null when the host gave none. What the journal knows is not asked for here.</returns>
    ValueTask<Roster?> FindRosterAsync(CommunityId community, CancellationToken cancellationToken = default);
}
