using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Practices;
using static CommunityOfPractice.Core.Hosting.Standing;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>The rows of the matrix that is used unless the host brings its own; docs/permissions.md shows them.</summary>
/// <remarks>
/// Whoever a rule of the command lets act has the standing here, and nobody whom the rule always refuses: an administrator cannot join for somebody else.
/// The host puts what a proposal, an import or a person without access needs. Rules of policies write facts and put no commands.
/// </remarks>
internal static class DefaultPermissions
{
    /// <summary>Those who run a community.</summary>
    private const Standing Leads = Facilitator | Administrator;

    /// <summary>Those who bring a community into being: before it is launched there may be no facilitator yet.</summary>
    private const Standing Founds = Proposer | Facilitator | Sponsor | Administrator;

    public static Dictionary<Type, Standing> Rows { get; } = new()
    {
        // from the proposal to the launch
        [typeof(ProposeCommunity)] = Self | Administrator,
        [typeof(ExpressInterest)] = Self,
        [typeof(WithdrawInterest)] = Self,
        [typeof(RejectProposal)] = Administrator,
        [typeof(ApproveCharter)] = Sponsor | Administrator,
        [typeof(AdoptCharter)] = Founds,
        [typeof(LaunchCommunity)] = Facilitator | Sponsor | Administrator,

        // what it is and how it works
        [typeof(RenameCommunity)] = Founds,
        [typeof(SetJoinPolicy)] = Founds,
        [typeof(SetVisibility)] = Founds,
        [typeof(SetRhythm)] = Founds | CoreGroup,
        [typeof(SetSpaces)] = Founds | CoreGroup,
        [typeof(SetFields)] = Administrator,
        [typeof(SetParent)] = Leads,

        // care
        [typeof(CheckIn)] = Leads | CoreGroup,
        [typeof(ReviewPurpose)] = Leads,
        [typeof(PauseCommunity)] = Leads,
        [typeof(ResumeCommunity)] = Leads,
        [typeof(StartFacilitationGrace)] = Leads | Sponsor,
        [typeof(GiveDormancyNotice)] = Leads,
        [typeof(WithdrawDormancyNotice)] = Leads | Sponsor,
        [typeof(MakeDormant)] = Leads,
        [typeof(SupportRevival)] = Self,
        [typeof(ReviveCommunity)] = Leads,

        // the end, and beyond
        [typeof(AnnounceClosing)] = Leads | Sponsor,
        [typeof(AmendLegacyPlan)] = Leads | Sponsor,
        [typeof(ObjectToClosing)] = Self,
        [typeof(WithdrawObjection)] = Self,
        [typeof(AnswerObjection)] = Sponsor | Administrator, // not by those who announced it
        [typeof(CancelClosing)] = Leads | Sponsor,
        [typeof(CloseCommunity)] = Leads | Sponsor,
        [typeof(ReopenCommunity)] = Administrator, // whoever reopens it sees its whole history
        [typeof(ApproveMerge)] = Leads,
        [typeof(WithdrawMergeApproval)] = Leads,
        [typeof(MergeInto)] = Leads,
        [typeof(SplitCommunity)] = Leads,

        // coming in
        [typeof(JoinCommunity)] = Self,
        [typeof(RequestMembership)] = Self,
        [typeof(WithdrawRequest)] = Self,
        [typeof(SponsorRequest)] = Member,
        [typeof(ApproveRequest)] = Leads,
        [typeof(DeclineRequest)] = Leads,
        [typeof(InviteMember)] = Member | Administrator,
        [typeof(AcceptInvitation)] = Self,
        [typeof(DeclineInvitation)] = Self,
        [typeof(WithdrawInvitation)] = Anyone | Administrator, // the inviter, who may have left since
        [typeof(MuteInvitations)] = Self,
        [typeof(UnmuteInvitations)] = Self,

        // being a member
        [typeof(PauseMembership)] = Self,
        [typeof(ResumeMembership)] = Self,
        [typeof(UndoLapse)] = Self,
        [typeof(ReturnFromLapse)] = Self,
        [typeof(GiveConsent)] = Self,
        [typeof(WithdrawConsent)] = Self,
        [typeof(ObjectToProcessing)] = Self,
        [typeof(LiftObjection)] = Self,
        [typeof(SetMembershipTerm)] = Self | Leads,
        [typeof(ExtendMembershipTerm)] = Leads,
        [typeof(SetMembershipFields)] = Administrator,

        // going
        [typeof(LeaveCommunity)] = Self | Administrator, // the host tells of those who left the organisation
        [typeof(ChooseAlumniListing)] = Self,
        [typeof(RecordAlumnus)] = Administrator,
        [typeof(RemoveMember)] = Leads,
        [typeof(AppealRemoval)] = Self,
        [typeof(DecideAppeal)] = Leads,
        [typeof(BlockPerson)] = Leads,
        [typeof(UnblockPerson)] = Leads,

        // roles and succession
        [typeof(NominateForRole)] = Founds, // a nomination that needs no endorsements makes a facilitator
        [typeof(NameInterim)] = Leads | CoreGroup | Sponsor,
        [typeof(EndorseNomination)] = Member,
        [typeof(WithdrawNomination)] = Self | Leads | Sponsor,
        [typeof(AcceptNomination)] = Self,
        [typeof(DeclineNomination)] = Self,
        [typeof(AcquireRole)] = Self,
        [typeof(ResignRole)] = Self,
        [typeof(EndRole)] = Leads | Sponsor,
        [typeof(ExtendTerm)] = Leads | Sponsor,

        // gatherings: those who host one decide about it, as the rules of the commands say
        [typeof(ScheduleGathering)] = Member | Administrator,
        [typeof(ScheduleSeries)] = Member | Administrator,
        [typeof(ChangeGathering)] = Member | Administrator,
        [typeof(ChangeSeriesFrom)] = Member | Administrator,
        [typeof(CancelGathering)] = Member | Administrator,
        [typeof(CancelSeriesFrom)] = Member | Administrator,
        [typeof(SetHosts)] = Member | Administrator,
        [typeof(SetCapacity)] = Member | Administrator,
        [typeof(Rsvp)] = Self,
        [typeof(RecordAttendance)] = Self | Member | Administrator,
        [typeof(RecordNotes)] = Member | Administrator,
        // knowledge; the rules leave most of it to those who tend an artifact
        [typeof(PublishArtifact)] = Member | Administrator,
        [typeof(ReviseArtifact)] = Member | Administrator,
        [typeof(ConfirmArtifact)] = Member | Administrator,
        [typeof(SupersedeArtifact)] = Member | Administrator,
        [typeof(RetireArtifact)] = Member | Administrator,
        [typeof(RestoreArtifact)] = Member | Administrator,
        [typeof(SetArtifactTopics)] = Member | Administrator,
        [typeof(LinkArtifacts)] = Member | Administrator,
        [typeof(AdvanceInnovation)] = Member | Administrator,
        [typeof(HandOverArtifact)] = Member | Administrator,
        [typeof(AcceptStewardship)] = Self,
        [typeof(DeclineStewardship)] = Self,
        [typeof(ResignStewardship)] = Self,
        [typeof(RecordUse)] = Self | Administrator, // of whoever sees the community, member or not
        [typeof(AgreeToTakeOver)] = Leads,
        [typeof(WithdrawTakeOver)] = Leads,

        // value stories
        [typeof(TellStory)] = Self | Administrator,
        [typeof(ReviseStory)] = Anyone | Administrator, // the teller, who may have left since
        [typeof(ConsentToStory)] = Self,
        [typeof(WithdrawStoryConsent)] = Self,
        [typeof(PublishStory)] = Anyone | Administrator, // the teller, who may have left since
        [typeof(WithdrawStory)] = Anyone | Administrator,

        // levels of participation
        [typeof(LockParticipation)] = Leads,
        [typeof(UnlockParticipation)] = Leads,

        // questions; who asked may have left since
        [typeof(AskQuestion)] = Member,
        [typeof(AnswerQuestion)] = Member,
        [typeof(AcceptAnswer)] = Anyone,
        [typeof(WithdrawAcceptance)] = Anyone,
        [typeof(EscalateQuestion)] = Anyone | Administrator,
        [typeof(ForwardQuestion)] = Leads,
        [typeof(WithdrawQuestion)] = Anyone,
        [typeof(CloseQuestion)] = Anyone | Administrator,
        [typeof(ReopenQuestion)] = Anyone | Administrator,

        // recognition
        [typeof(GiveKudos)] = Member,
        [typeof(WithdrawKudos)] = Anyone, // the giver, who may have left since
        [typeof(OptOutOfRecognition)] = Self,
        [typeof(OptIntoRecognition)] = Self,
    };
}
