using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>What the directory lists of a record.</summary>
internal static class Listings
{
    /// <summary>The update that goes with entries, from the record after them: as many listings as people touched.</summary>
    public static DirectoryUpdate After(CommunityRecord record, IEnumerable<Change> changes) =>
        new(Of(record), changes.Select(c => c.Fact).OfType<MembershipFact>().Select(f => f.Person).Distinct().Order().Select(p => Of(record, p)).ToValueList());

    /// <summary>The update that lists everything anew.</summary>
    public static DirectoryUpdate Everything(CommunityRecord record) =>
        new(Of(record), record.Members.All.Select(m => m.Person).Order().Select(p => Of(record, p)).ToValueList(), Rebuilt: true);

    public static CommunityListing Of(CommunityRecord record)
    {
        Community community = record.Community;
        return new(record.Id, record.Version, community.Name, community.Kind, community.Status)
        {
            Visibility = community.Visibility,
            MemberListVisibility = community.MemberListVisibility,
            Topics = community.Domain?.Topics.Select(t => t.Topic).Order().ToValueList() ?? [],
            Goals = community.Domain?.Goals.Select(g => g.Id).Order(StringComparer.Ordinal).ToValueList() ?? [],
            Parent = community.Lineage.Parent,
            MergedInto = community.Lineage.MergedInto,
            ReviewDue = community.NextReviewOn,
            ActiveMembers = record.Members.Count(MembershipStatus.Active),
        };
    }

    public static MemberListing Of(CommunityRecord record, PersonId person)
    {
        Membership membership = record.Members[person];
        return new(record.Id, person, membership.Status, membership.Since)
        {
            Roles = membership.Roles.Select(r => r.Role).Distinct().Order().ToValueList(),
            InvitedUntil = membership.Status == MembershipStatus.Invited ? membership.Invitation?.ExpiresOn : null,
            ListedAsAlumnus = membership.IsListedAlumnus,
        };
    }
}
