using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>What somebody may see of a community: that it exists, who belongs to it, everything.</summary>
internal readonly record struct Sight(bool Community, bool Members, bool All)
{
    public static Sight Of(Actor viewer, CommunityRecord record, DateTimeOffset at) =>
        Of(viewer, Listings.Of(record), viewer.Person is { } person ? Listings.Of(record, person) : null, at, IsInterested(viewer, record.Community));

    /// <summary>As the directory tells it; <paramref name="own"/> is how the viewer stands to the community.</summary>
    public static Sight Of(Actor viewer, CommunityListing community, MemberListing? own, DateTimeOffset at, bool interested = false)
    {
        _ = viewer.Checked(nameof(viewer));
        if (community.Status == CommunityStatus.None)
        {
            return default;
        }

        bool host = viewer.HostName is not null;
        bool member = own?.Status is MembershipStatus.Active or MembershipStatus.Paused or MembershipStatus.Lapsed;
        bool sponsor = own?.Roles.AsSpan().Contains(Role.Sponsor) == true;
        bool all = host || (own?.Status == MembershipStatus.Active && own.Roles.AsSpan().Contains(Role.Facilitator));
        bool inside = host || member || sponsor || interested || (own?.Status == MembershipStatus.Invited && at < own.InvitedUntil) || (own?.Status == MembershipStatus.Alumni && HasEnded(community.Status));
        bool sees = community.Visibility != Visibility.Private || inside;
        bool seesMembers = all || (sees && community.MemberListVisibility switch
        {
            MemberListVisibility.Everyone => true,
            MemberListVisibility.Members => member || sponsor,
            _ => false,
        });
        return new(sees, seesMembers, all);
    }

    /// <summary>Whether those who see the members are shown this one: members, and alumni who asked for it.</summary>
    public static bool Shows(MemberListing member) =>
        member.Status is MembershipStatus.Active or MembershipStatus.Paused or MembershipStatus.Lapsed || member.ListedAsAlumnus;

    private static bool IsInterested(Actor viewer, Community community) =>
        viewer.Person is { } person
        && community is { Status: CommunityStatus.Proposed or CommunityStatus.Rejected, Proposal: { } proposal }
        && (proposal.Proposer == person || proposal.Interested.Holds(person));

    private static bool HasEnded(CommunityStatus status) => status is CommunityStatus.Closed or CommunityStatus.Merged;
}
