using System.Runtime.CompilerServices;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Records;

/// <summary>A community directory that lives in memory: the default, for tests and small hosts.</summary>
/// <remarks>Safe for concurrent use. A list costs O(n) of what it looks through, and is a snapshot of the moment it is asked for.</remarks>
public sealed class InMemoryCommunityDirectory : ICommunityDirectory
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<CommunityId, CommunityListing> communities = [];
    private readonly Dictionary<CommunityId, SortedDictionary<PersonId, MemberListing>> members = [];
    private readonly Dictionary<PersonId, SortedDictionary<CommunityId, MemberListing>> ofPerson = [];
    private readonly Dictionary<CommunityId, Roster> rosters = [];

    /// <summary>Puts a roster into the directory, in place of what was known before: for hosts that keep memberships themselves.</summary>
    /// <param name="roster">The roster.</param>
    public void Put(Roster roster)
    {
        ArgumentNullException.ThrowIfNull(roster);
        lock (gate)
        {
            rosters[roster.Community] = roster;
        }
    }

    /// <summary>Brings the directory in step with a journal.</summary>
    /// <param name="update">What changes.</param>
    public void Put(DirectoryUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        lock (gate)
        {
            CommunityId community = update.Listing.Community;
            communities[community] = update.Listing;
            if (!members.TryGetValue(community, out SortedDictionary<PersonId, MemberListing>? people))
            {
                members.Add(community, people = []);
            }

            if (update.Rebuilt)
            {
                foreach (PersonId person in people.Keys)
                {
                    ofPerson[person].Remove(community);
                    if (ofPerson[person].Count == 0)
                    {
                        ofPerson.Remove(person); // nobody stays known by their id alone
                    }
                }

                people.Clear();
            }

            foreach (MemberListing member in update.Members)
            {
                people[member.Person] = member;
                if (!ofPerson.TryGetValue(member.Person, out SortedDictionary<CommunityId, MemberListing>? theirs))
                {
                    ofPerson.Add(member.Person, theirs = []);
                }

                theirs[community] = member;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<CommunityListing?> FindAsync(CommunityId community, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return new(communities.GetValueOrDefault(community));
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<CommunityListing> ListAsync(CommunityFilter filter, CommunityId? after = null, int take = int.MaxValue, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        return Stream(() => communities.Values.Where(c => (after is null || c.Community.CompareTo(after.Value) > 0) && filter.Passes(c)).Take(take), cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<MemberListing> MembersAsync(
        CommunityId community,
        MembershipStatus? status = null,
        PersonId? after = null,
        int take = int.MaxValue,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        return Stream(
            () => !members.TryGetValue(community, out SortedDictionary<PersonId, MemberListing>? people)
                ? []
                : people.Values.Where(m => (after is null || m.Person.CompareTo(after.Value) > 0) && (status is null || m.Status == status)).Take(take),
            cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<MemberListing> MembershipsOfAsync(PersonId person, CancellationToken cancellationToken = default) =>
        Stream<MemberListing>(() => ofPerson.TryGetValue(person, out SortedDictionary<CommunityId, MemberListing>? theirs) ? theirs.Values : [], cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Roster?> FindRosterAsync(CommunityId community, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return new(rosters.GetValueOrDefault(community));
        }
    }

    /// <summary>Copies under the lock when the reading begins, and hands out one by one.</summary>
    private async IAsyncEnumerable<T> Stream<T>(Func<IEnumerable<T>> select, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        T[] snapshot;
        lock (gate)
        {
            snapshot = [.. select()];
        }

        await Task.CompletedTask.ConfigureAwait(false);
        foreach (T item in snapshot)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }
    }
}
