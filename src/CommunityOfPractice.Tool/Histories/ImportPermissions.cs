using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;

namespace CommunityOfPractice.Tool.Histories;

/// <summary>What the import of a history may do, and no more: the host proposes and invites, people act for themselves.</summary>
internal static class ImportPermissions
{
    public static PermissionMatrix Matrix { get; } = new(
    [
        .. For(
            Standing.Administrator,
            typeof(ProposeCommunity), typeof(RejectProposal), typeof(AdoptCharter), typeof(LaunchCommunity), typeof(GiveDormancyNotice), typeof(WithdrawDormancyNotice),
            typeof(MakeDormant), typeof(ReviveCommunity), typeof(AnnounceClosing), typeof(CloseCommunity), typeof(InviteMember), typeof(NominateForRole), typeof(EndRole),
            typeof(RecordAlumnus)),
        .. For(Standing.Self, typeof(AcceptInvitation), typeof(AcceptNomination), typeof(ResignRole), typeof(SupportRevival)),
        .. For(Standing.Self | Standing.Administrator, typeof(LeaveCommunity)),
    ]);

    private static IEnumerable<KeyValuePair<Type, Standing>> For(Standing standing, params Type[] commands) => commands.Select(c => KeyValuePair.Create(c, standing));
}
