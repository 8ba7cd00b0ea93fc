using System.Text;
using CommunityOfPractice.Core.Vocabulary;
using static CommunityOfPractice.Core.Communities.CommunityStatus;

namespace CommunityOfPractice.Core.Communities;

/// <summary>The life of a community as a table: every command and every automatic change, from which status to which.</summary>
/// <remarks>A test proves that the table is what the commands do.</remarks>
public static class CommunityTransitions
{
    private static readonly ValueList<CommunityStatus> Living = [Proposed, Chartered, Active, Dormant, Closing];

    /// <summary>Gets the rows.</summary>
    /// <value>Those that change the status first, by number; then the others.</value>
    public static ValueList<CommunityTransition> All { get; } =
    [
        Row<ProposeCommunity>("C1", [None], [Proposed], [typeof(CommunityProposed)], "community.exists", "proposal.no-name", "proposal.no-purpose", "proposal.similar-not-shown"),
        Row<AdoptCharter>("C2", [Proposed, Chartered, Active, Dormant], [Chartered], [typeof(CharterAdopted)], "charter.no-approval", "charter.unchanged", "community.closing", "community.no-facilitator", "community.not-living"),
        Row<ApproveCharter>("C2", [Proposed], [], [typeof(CharterApproved)], "approval.exists", "approval.not-approver", "community.not-proposed"),
        Row<RejectProposal>("C3", [Proposed], [Rejected], [typeof(ProposalRejected)], "community.not-proposed", "rejection.no-reason"),
        Automatic("C3", [Proposed], [Rejected], typeof(ProposalExpired)),
        Row<LaunchCommunity>("C4", [Chartered], [Active], [typeof(CommunityLaunched)], "community.no-facilitator", "community.not-chartered", "community.too-few-members"),
        Row<MakeDormant>("C5", [Active], [Dormant], [typeof(CommunityBecameDormant)], "community.not-active", "dormancy.no-notice", "dormancy.no-reason", "dormancy.notice-running"),
        Row<ReviveCommunity>("C6", [Dormant], [Active], [typeof(PurposeReviewed), typeof(CharterAdopted), typeof(CommunityRevived)], "charter.unchanged", "community.no-facilitator", "community.not-dormant", "review.charter-missing", "review.charter-unwanted", "review.no-participants", "revival.retire", "revival.too-few-supporters"),
        Row<AnnounceClosing>("C7", [Active, Dormant], [Closing], [typeof(ClosingAnnounced)], "closing.no-reason", "community.not-active-or-dormant"),
        Row<ReviewPurpose>("C7", [Chartered, Active, Dormant], [Closing], [typeof(PurposeReviewed), typeof(CharterAdopted), typeof(ClosingAnnounced)], "charter.unchanged", "closing.no-reason", "community.not-active-or-dormant", "community.not-chartered-active-or-dormant", "review.charter-missing", "review.charter-unwanted", "review.no-participants", "review.plan-missing", "review.plan-unwanted"),
        Row<CancelClosing>("C8", [Closing], [Active, Dormant], [typeof(ClosingCancelled)], "closing.no-volunteer", "community.not-closing"),
        Row<CloseCommunity>("C9", [Closing], [Closed], [typeof(CommunityClosed)], "closing.no-thanks", "closing.objected", "closing.window-open", "community.not-closing", "legacy.item-open", "legacy.item-unplanned"),
        Row<ReopenCommunity>("C10", [Closed], [Proposed], [typeof(CommunityReopened)], "community.not-closed", "proposal.no-purpose", "proposal.similar-not-shown"),
        Row<MergeInto>("C11", [Active, Dormant], [Merged], [typeof(CommunityMerged)], "community.not-active-or-dormant", "lineage.ancestors-unknown", "lineage.circle", "merge.into-no-facilitator", "merge.into-not-active", "merge.not-approved", "merge.self"),
        Row<ApproveMerge>("C11", [Active], [], [typeof(MergeApproved)], "community.not-active", "merge.approved", "merge.self"),
        Row<WithdrawMergeApproval>("C11", [Active], [], [typeof(MergeApprovalWithdrawn)], "community.not-active", "merge.not-approved"),
        Row<SplitCommunity>("C12", [Active], [], [typeof(CharterAdopted), typeof(CommunitySplit)], "community.no-facilitator", "community.not-active", "split.child-exists", "split.child-no-approval", "split.child-no-facilitator", "split.no-name", "split.no-shared-topic", "split.nothing-left", "split.same-domain", "split.self", "split.topic-not-of-parent"),
        Row<ExpressInterest>("–", [Proposed], [], [typeof(InterestExpressed)], "community.not-proposed", "consent.not-own-act", "interest.exists"),
        Row<WithdrawInterest>("–", [Proposed], [], [typeof(InterestWithdrawn)], "community.not-proposed", "consent.not-own-act", "interest.none"),
        Row<PauseCommunity>("–", [Active], [], [typeof(CommunityPaused)], "community.not-active", "pause.too-long", "pause.until-past"),
        Row<ResumeCommunity>("–", [Active], [], [typeof(CommunityResumed)], "community.not-active", "pause.none"),
        Automatic("–", [Active], [], typeof(PauseEnded)),
        Row<GiveDormancyNotice>("–", [Active], [], [typeof(DormancyNoticed)], "community.not-active", "dormancy.no-reason", "dormancy.noticed"),
        Row<WithdrawDormancyNotice>("–", [Active], [], [typeof(DormancyNoticeLifted)], "community.not-active", "dormancy.no-notice", "grace.over"),
        Row<StartFacilitationGrace>("–", [Active], [], [typeof(FacilitationGraceStarted)], "community.not-active", "grace.facilitated", "grace.interim-not-active", "grace.running"),
        Automatic("–", [Active], [], typeof(FacilitationGraceEnded)),
        Row<CheckIn>("–", [Active], [], [typeof(CheckedIn)], "check-in.no-note", "community.not-active"),
        Automatic("–", [Chartered, Active, Dormant], [], typeof(ReviewOverdueNoticed)),
        Row<SupportRevival>("–", [Dormant], [], [typeof(RevivalSupported)], "community.not-dormant", "consent.not-own-act", "revival.supported"),
        Row<AmendLegacyPlan>("–", [Closing], [], [typeof(LegacyPlanAmended)], "community.not-closing", "legacy.item-dropped"),
        Row<ObjectToClosing>("–", [Closing], [], [typeof(ClosingObjected)], "closing.window-over", "community.not-closing", "consent.not-own-act", "objection.exists", "objection.no-reason", "objection.not-a-member"),
        Row<WithdrawObjection>("–", [Closing], [], [typeof(ObjectionWithdrawn)], "community.not-closing", "consent.not-own-act", "objection.none"),
        Row<AnswerObjection>("–", [Closing], [], [typeof(ObjectionAnswered)], "actor.own-case", "answer.no-reason", "community.not-closing", "objection.none"),
        Row<RenameCommunity>("–", Living, [], [typeof(CommunityRenamed)], "community.no-name", "community.not-living"),
        Row<SetParent>("–", Living, [], [typeof(ParentSet)], "community.not-living", "lineage.ancestors-unknown", "lineage.circle", "parent.self", "parent.unchanged"),
        Row<SetSpaces>("–", Living, [], [typeof(SpacesSet)], "community.not-living", "space.no-name", "space.twice"),
        Row<SetRhythm>("–", Living, [], [typeof(RhythmSet)], "community.not-living", "rhythm.every"),
        Row<SetVisibility>("–", Living, [], [typeof(VisibilitySet)], "community.not-living"),
        Row<SetJoinPolicy>("–", Living, [], [typeof(JoinPolicySet)], "community.not-living", "join.question-blank", "join.sponsors"),
        Row<SetFields>("–", Living, [], [typeof(FieldsSet)], "community.not-living", "field.no-name", "field.twice"),
    ];

    /// <summary>Draws the transitions that change the status.</summary>
    /// <returns>A Mermaid state diagram, with lines that end in <c>\n</c>.</returns>
    public static string ToMermaid()
    {
        StringBuilder text = new("stateDiagram-v2\n");
        foreach (CommunityTransition row in All)
        {
            foreach (CommunityStatus from in row.From)
            {
                // A charter that is amended and a review that reaffirms leave the status as it is.
                foreach (CommunityStatus to in row.To.Where(to => to != from && !(row.Command == typeof(AdoptCharter) && from != Proposed) && !(row.Command == typeof(ReviewPurpose) && from == Chartered)))
                {
                    text.Append(System.Globalization.CultureInfo.InvariantCulture, $"    {(from == None ? "[*]" : from)} --> {to} : {row.Id} {row.Name}\n");
                }
            }
        }

        return text.Append("    Merged --> [*]\n    Rejected --> [*]\n").ToString();
    }

    private static CommunityTransition Row<TCommand>(string id, ValueList<CommunityStatus> from, ValueList<CommunityStatus> to, ValueList<Type> facts, params ReadOnlySpan<string> guards)
        where TCommand : CommunityCommand => new(id, from, to, typeof(TCommand), facts, ValueList.Create(guards));

    private static CommunityTransition Automatic(string id, ValueList<CommunityStatus> from, ValueList<CommunityStatus> to, params ReadOnlySpan<Type> facts) =>
        new(id, from, to, Command: null, ValueList.Create(facts), Guards: []);
}
