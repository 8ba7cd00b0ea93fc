using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.Testing;

/// <summary>What a directory is, as simply as it can be said: two tables, beside the journals it follows.</summary>
internal sealed class DirectoryModel
{
    private readonly Dictionary<CommunityId, CommunityListing> communities = [];
    private readonly Dictionary<(CommunityId, PersonId), MemberListing> members = [];

    public JournalModel Journals { get; } = new();

    public void Put(DirectoryUpdate? update)
    {
        if (update is null)
        {
            return;
        }

        communities[update.Listing.Community] = update.Listing;
        foreach ((CommunityId, PersonId) key in update.Rebuilt ? members.Keys.Where(k => k.Item1 == update.Listing.Community).ToArray() : [])
        {
            members.Remove(key);
        }

        foreach (MemberListing member in update.Members)
        {
            members[(member.Community, member.Person)] = member;
        }
    }

    public CommunityListing? Find(CommunityId community) => communities.GetValueOrDefault(community);

    public IEnumerable<CommunityListing> List(CommunityFilter filter, CommunityId? after = null, int take = int.MaxValue) =>
        communities.Values.Where(c => (after is null || c.Community.CompareTo(after.Value) > 0) && filter.Passes(c)).OrderBy(c => c.Community).Take(take);

    public IEnumerable<MemberListing> Members(CommunityId community, MembershipStatus? status = null, PersonId? after = null, int take = int.MaxValue) => members.Values
        .Where(m => m.Community == community && (status is null || m.Status == status) && (after is null || m.Person.CompareTo(after.Value) > 0)).OrderBy(m => m.Person).Take(take);

    public IEnumerable<MemberListing> Of(PersonId person) => members.Values.Where(m => m.Person == person).OrderBy(m => m.Community);
}
