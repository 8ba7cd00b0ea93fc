using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Makes of a record what somebody may see of it.</summary>
internal static class Views
{
    public static CommunityView Of(CommunityRecord record, Sight sight) => new(sight.Members ? record.Community : WithoutPeople(record.Community), record.Version, record.Head)
    {
        Members = Enum.GetValues<MembershipStatus>().Where(s => s != MembershipStatus.None && (sight.All || IsOpen(s)) && record.Members.Count(s) > 0)
            .Select(s => new StatusCount(s, record.Members.Count(s))).ToValueList(),
        Roles = Enum.GetValues<Role>().Where(r => record.Members.Holders(r).Count > 0).Select(r => new RoleCount(r, record.Members.Holders(r).Count)).ToValueList(),
    };

    /// <summary>How many were removed or blocked is for those in charge.</summary>
    private static bool IsOpen(MembershipStatus status) =>
        status is MembershipStatus.Active or MembershipStatus.Paused or MembershipStatus.Lapsed or MembershipStatus.Alumni;

    /// <summary>Lists of people are taken out for those who may not know who belongs.</summary>
    private static Community WithoutPeople(Community community) => community with
    {
        Proposal = community.Proposal is { } proposal ? proposal with { Interested = [] } : null,
        CharterApproval = null,
        RevivalSupporters = [],
        FacilitationGrace = community.FacilitationGrace is { } grace ? grace with { Interim = null } : null,
        Closing = community.Closing is { } closing ? closing with { Objections = [] } : null,
        PastClosings = community.PastClosings.Select(c => c with { Objections = [] }).ToValueList(),
    };
}
