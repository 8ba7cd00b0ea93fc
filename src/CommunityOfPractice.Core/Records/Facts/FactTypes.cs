using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Records;

/// <summary>The registry of facts, and the source-generated serializer behind <see cref="FactJson"/>: one line a type.</summary>
/// <remarks>
/// Names are stable and are never reused. A line for each fact, a line for each type that stands in a list (a converter of lists cannot
/// tell the generator what it holds); tests say which line is missing.
/// </remarks>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]

// Facts about communities.
[JsonSerializable(typeof(CharterAdopted)), FactName("charter.adopted", typeof(CharterAdopted))]
[JsonSerializable(typeof(CharterApproved)), FactName("charter.approved", typeof(CharterApproved))]
[JsonSerializable(typeof(ClosingAnnounced)), FactName("closing.announced", typeof(ClosingAnnounced))]
[JsonSerializable(typeof(ClosingCancelled)), FactName("closing.cancelled", typeof(ClosingCancelled))]
[JsonSerializable(typeof(ClosingObjected)), FactName("closing.objected", typeof(ClosingObjected))]
[JsonSerializable(typeof(CommunityAbsorbed)), FactName("community.absorbed", typeof(CommunityAbsorbed))]
[JsonSerializable(typeof(CommunityBecameDormant)), FactName("community.became-dormant", typeof(CommunityBecameDormant))]
[JsonSerializable(typeof(CommunityClosed)), FactName("community.closed", typeof(CommunityClosed))]
[JsonSerializable(typeof(CommunityLaunched)), FactName("community.launched", typeof(CommunityLaunched))]
[JsonSerializable(typeof(CommunityMerged)), FactName("community.merged", typeof(CommunityMerged))]
[JsonSerializable(typeof(CommunityPaused)), FactName("community.paused", typeof(CommunityPaused))]
[JsonSerializable(typeof(CommunityProposed)), FactName("community.proposed", typeof(CommunityProposed))]
[JsonSerializable(typeof(CommunityRenamed)), FactName("community.renamed", typeof(CommunityRenamed))]
[JsonSerializable(typeof(CommunityReopened)), FactName("community.reopened", typeof(CommunityReopened))]
[JsonSerializable(typeof(CommunityResumed)), FactName("community.resumed", typeof(CommunityResumed))]
[JsonSerializable(typeof(CommunityRevived)), FactName("community.revived", typeof(CommunityRevived))]
[JsonSerializable(typeof(CommunitySplit)), FactName("community.split", typeof(CommunitySplit))]
[JsonSerializable(typeof(CommunitySplitOff)), FactName("community.split-off", typeof(CommunitySplitOff))]
[JsonSerializable(typeof(DormancyNoticeLifted)), FactName("dormancy-notice.lifted", typeof(DormancyNoticeLifted))]
[JsonSerializable(typeof(DormancyNoticed)), FactName("dormancy.noticed", typeof(DormancyNoticed))]
[JsonSerializable(typeof(FacilitationGraceEnded)), FactName("facilitation-grace.ended", typeof(FacilitationGraceEnded))]
[JsonSerializable(typeof(FacilitationGraceStarted)), FactName("facilitation-grace.started", typeof(FacilitationGraceStarted))]
[JsonSerializable(typeof(FieldsSet)), FactName("fields.set", typeof(FieldsSet))]
[JsonSerializable(typeof(InterestExpressed)), FactName("interest.expressed", typeof(InterestExpressed))]
[JsonSerializable(typeof(InterestWithdrawn)), FactName("interest.withdrawn", typeof(InterestWithdrawn))]
[JsonSerializable(typeof(JoinPolicySet)), FactName("join-policy.set", typeof(JoinPolicySet))]
[JsonSerializable(typeof(LegacyPlanAmended)), FactName("legacy-plan.amended", typeof(LegacyPlanAmended))]
[JsonSerializable(typeof(MergeApprovalWithdrawn)), FactName("merge-approval.withdrawn", typeof(MergeApprovalWithdrawn))]
[JsonSerializable(typeof(MergeApproved)), FactName("merge.approved", typeof(MergeApproved))]
[JsonSerializable(typeof(ObjectionAnswered)), FactName("objection.answered", typeof(ObjectionAnswered))]
[JsonSerializable(typeof(ObjectionWithdrawn)), FactName("objection.withdrawn", typeof(ObjectionWithdrawn))]
[JsonSerializable(typeof(ParentSet)), FactName("parent.set", typeof(ParentSet))]
[JsonSerializable(typeof(PauseEnded)), FactName("pause.ended", typeof(PauseEnded))]
[JsonSerializable(typeof(ProposalExpired)), FactName("proposal.expired", typeof(ProposalExpired))]
[JsonSerializable(typeof(ProposalRejected)), FactName("proposal.rejected", typeof(ProposalRejected))]
[JsonSerializable(typeof(CheckedIn)), FactName("purpose.checked-in", typeof(CheckedIn))]
[JsonSerializable(typeof(PurposeReviewed)), FactName("purpose.reviewed", typeof(PurposeReviewed))]
[JsonSerializable(typeof(ReviewOverdueNoticed)), FactName("review-overdue.noticed", typeof(ReviewOverdueNoticed))]
[JsonSerializable(typeof(RevivalSupported)), FactName("revival.supported", typeof(RevivalSupported))]
[JsonSerializable(typeof(RhythmSet)), FactName("rhythm.set", typeof(RhythmSet))]
[JsonSerializable(typeof(SpacesSet)), FactName("spaces.set", typeof(SpacesSet))]
[JsonSerializable(typeof(VisibilitySet)), FactName("visibility.set", typeof(VisibilitySet))]

// Facts about people in communities.
[JsonSerializable(typeof(AlumniListingChosen)), FactName("alumni-listing.chosen", typeof(AlumniListingChosen))]
[JsonSerializable(typeof(AlumnusRecorded)), FactName("alumnus.recorded", typeof(AlumnusRecorded))]
[JsonSerializable(typeof(InvitationDeclined)), FactName("invitation.declined", typeof(InvitationDeclined))]
[JsonSerializable(typeof(InvitationExpired)), FactName("invitation.expired", typeof(InvitationExpired))]
[JsonSerializable(typeof(InvitationWithdrawn)), FactName("invitation.withdrawn", typeof(InvitationWithdrawn))]
[JsonSerializable(typeof(InvitationsMuted)), FactName("invitations.muted", typeof(InvitationsMuted))]
[JsonSerializable(typeof(InvitationsUnmuted)), FactName("invitations.unmuted", typeof(InvitationsUnmuted))]
[JsonSerializable(typeof(LapseWarningLifted)), FactName("lapse-warning.lifted", typeof(LapseWarningLifted))]
[JsonSerializable(typeof(LapseWarned)), FactName("lapse.warned", typeof(LapseWarned))]
[JsonSerializable(typeof(MemberErased)), FactName("member.erased", typeof(MemberErased))]
[JsonSerializable(typeof(MemberInvited)), FactName("member.invited", typeof(MemberInvited))]
[JsonSerializable(typeof(MemberJoined)), FactName("member.joined", typeof(MemberJoined))]
[JsonSerializable(typeof(MemberLapsed)), FactName("member.lapsed", typeof(MemberLapsed))]
[JsonSerializable(typeof(MemberLeft)), FactName("member.left", typeof(MemberLeft))]
[JsonSerializable(typeof(MemberRemoved)), FactName("member.removed", typeof(MemberRemoved))]
[JsonSerializable(typeof(MemberReturned)), FactName("member.returned", typeof(MemberReturned))]
[JsonSerializable(typeof(MembershipFieldsSet)), FactName("membership.fields-set", typeof(MembershipFieldsSet))]
[JsonSerializable(typeof(MembershipPaused)), FactName("membership.paused", typeof(MembershipPaused))]
[JsonSerializable(typeof(MembershipRequested)), FactName("membership.requested", typeof(MembershipRequested))]
[JsonSerializable(typeof(MembershipResumed)), FactName("membership.resumed", typeof(MembershipResumed))]
[JsonSerializable(typeof(MembershipTermEnded)), FactName("membership.term-ended", typeof(MembershipTermEnded))]
[JsonSerializable(typeof(MembershipTermExtended)), FactName("membership.term-extended", typeof(MembershipTermExtended))]
[JsonSerializable(typeof(MembershipTermSet)), FactName("membership.term-set", typeof(MembershipTermSet))]
[JsonSerializable(typeof(NominationDeclined)), FactName("nomination.declined", typeof(NominationDeclined))]
[JsonSerializable(typeof(NominationEndorsed)), FactName("nomination.endorsed", typeof(NominationEndorsed))]
[JsonSerializable(typeof(NominationExpired)), FactName("nomination.expired", typeof(NominationExpired))]
[JsonSerializable(typeof(NominationWithdrawn)), FactName("nomination.withdrawn", typeof(NominationWithdrawn))]
[JsonSerializable(typeof(ParticipationAssessed)), FactName("participation.assessed", typeof(ParticipationAssessed))]
[JsonSerializable(typeof(ParticipationLocked)), FactName("participation.locked", typeof(ParticipationLocked))]
[JsonSerializable(typeof(ParticipationUnlocked)), FactName("participation.unlocked", typeof(ParticipationUnlocked))]
[JsonSerializable(typeof(PersonBlocked)), FactName("person.blocked", typeof(PersonBlocked))]
[JsonSerializable(typeof(PersonUnblocked)), FactName("person.unblocked", typeof(PersonUnblocked))]
[JsonSerializable(typeof(ProcessingConsentGiven)), FactName("processing-consent.given", typeof(ProcessingConsentGiven))]
[JsonSerializable(typeof(ProcessingConsentWithdrawn)), FactName("processing-consent.withdrawn", typeof(ProcessingConsentWithdrawn))]
[JsonSerializable(typeof(ProcessingObjected)), FactName("processing.objected", typeof(ProcessingObjected))]
[JsonSerializable(typeof(ProcessingObjectionLifted)), FactName("processing-objection.lifted", typeof(ProcessingObjectionLifted))]
[JsonSerializable(typeof(RemovalAppealed)), FactName("removal.appealed", typeof(RemovalAppealed))]
[JsonSerializable(typeof(RemovalOverturned)), FactName("removal.overturned", typeof(RemovalOverturned))]
[JsonSerializable(typeof(RemovalUpheld)), FactName("removal.upheld", typeof(RemovalUpheld))]
[JsonSerializable(typeof(RequestDeclined)), FactName("request.declined", typeof(RequestDeclined))]
[JsonSerializable(typeof(RequestExpired)), FactName("request.expired", typeof(RequestExpired))]
[JsonSerializable(typeof(RequestSponsored)), FactName("request.sponsored", typeof(RequestSponsored))]
[JsonSerializable(typeof(RequestWithdrawn)), FactName("request.withdrawn", typeof(RequestWithdrawn))]
[JsonSerializable(typeof(RoleTermExtended)), FactName("role-term.extended", typeof(RoleTermExtended))]
[JsonSerializable(typeof(RoleAppointed)), FactName("role.appointed", typeof(RoleAppointed))]
[JsonSerializable(typeof(RoleEnded)), FactName("role.ended", typeof(RoleEnded))]
[JsonSerializable(typeof(RoleNominated)), FactName("role.nominated", typeof(RoleNominated))]
[JsonSerializable(typeof(SuccessionAccepted)), FactName("succession.accepted", typeof(SuccessionAccepted))]

// Facts about gatherings.
[JsonSerializable(typeof(AttendanceRecorded)), FactName("attendance.recorded", typeof(AttendanceRecorded))]
[JsonSerializable(typeof(CapacitySet)), FactName("gathering-capacity.set", typeof(CapacitySet))]
[JsonSerializable(typeof(GatheringHostsSet)), FactName("gathering-hosts.set", typeof(GatheringHostsSet))]
[JsonSerializable(typeof(NotesRecorded)), FactName("gathering-notes.recorded", typeof(NotesRecorded))]
[JsonSerializable(typeof(PastHosts))]
[JsonSerializable(typeof(SeriesHostsSet)), FactName("gathering-series-hosts.set", typeof(SeriesHostsSet))]
[JsonSerializable(typeof(SeriesEnded)), FactName("gathering-series.ended", typeof(SeriesEnded))]
[JsonSerializable(typeof(SeriesScheduled)), FactName("gathering-series.scheduled", typeof(SeriesScheduled))]
[JsonSerializable(typeof(GatheringCancelled)), FactName("gathering.cancelled", typeof(GatheringCancelled))]
[JsonSerializable(typeof(GatheringCarriedOver)), FactName("gathering.carried-over", typeof(GatheringCarriedOver))]
[JsonSerializable(typeof(GatheringChanged)), FactName("gathering.changed", typeof(GatheringChanged))]
[JsonSerializable(typeof(GatheringScheduled)), FactName("gathering.scheduled", typeof(GatheringScheduled))]
[JsonSerializable(typeof(GuestPromoted)), FactName("guest.promoted", typeof(GuestPromoted))]
[JsonSerializable(typeof(RsvpEnded)), FactName("rsvp.ended", typeof(RsvpEnded))]
[JsonSerializable(typeof(RsvpGiven)), FactName("rsvp.given", typeof(RsvpGiven))]
// Facts about questions and recognition.
[JsonSerializable(typeof(AcceptanceWithdrawn)), FactName("acceptance.withdrawn", typeof(AcceptanceWithdrawn))]
[JsonSerializable(typeof(AnswerAccepted)), FactName("answer.accepted", typeof(AnswerAccepted))]
[JsonSerializable(typeof(AnswerReceived)), FactName("answer.received", typeof(AnswerReceived))]
[JsonSerializable(typeof(KudosGiven)), FactName("kudos.given", typeof(KudosGiven))]
[JsonSerializable(typeof(KudosWithdrawn)), FactName("kudos.withdrawn", typeof(KudosWithdrawn))]
[JsonSerializable(typeof(MilestoneReached)), FactName("milestone.reached", typeof(MilestoneReached))]
[JsonSerializable(typeof(QuestionAnswered)), FactName("question.answered", typeof(QuestionAnswered))]
[JsonSerializable(typeof(QuestionAsked)), FactName("question.asked", typeof(QuestionAsked))]
[JsonSerializable(typeof(QuestionClosed)), FactName("question.closed", typeof(QuestionClosed))]
[JsonSerializable(typeof(QuestionEscalated)), FactName("question.escalated", typeof(QuestionEscalated))]
[JsonSerializable(typeof(QuestionForwarded)), FactName("question.forwarded", typeof(QuestionForwarded))]
[JsonSerializable(typeof(QuestionReceived)), FactName("question.received", typeof(QuestionReceived))]
[JsonSerializable(typeof(QuestionReopened)), FactName("question.reopened", typeof(QuestionReopened))]
[JsonSerializable(typeof(QuestionWithdrawn)), FactName("question.withdrawn", typeof(QuestionWithdrawn))]
[JsonSerializable(typeof(RecognitionOptedIn)), FactName("recognition.opted-in", typeof(RecognitionOptedIn))]
[JsonSerializable(typeof(RecognitionOptedOut)), FactName("recognition.opted-out", typeof(RecognitionOptedOut))]

// What stands in lists.
[JsonSerializable(typeof(Answer))]
// Facts about knowledge and stories.
[JsonSerializable(typeof(ArtifactUseReceived)), FactName("artifact-use.received", typeof(ArtifactUseReceived))]
[JsonSerializable(typeof(ArtifactArchived)), FactName("artifact.archived", typeof(ArtifactArchived))]
[JsonSerializable(typeof(ArtifactConfirmed)), FactName("artifact.confirmed", typeof(ArtifactConfirmed))]
[JsonSerializable(typeof(ArtifactsLinked)), FactName("artifact.linked", typeof(ArtifactsLinked))]
[JsonSerializable(typeof(ArtifactPublished)), FactName("artifact.published", typeof(ArtifactPublished))]
[JsonSerializable(typeof(ArtifactReceived)), FactName("artifact.received", typeof(ArtifactReceived))]
[JsonSerializable(typeof(ArtifactRestored)), FactName("artifact.restored", typeof(ArtifactRestored))]
[JsonSerializable(typeof(ArtifactRetired)), FactName("artifact.retired", typeof(ArtifactRetired))]
[JsonSerializable(typeof(ArtifactRevised)), FactName("artifact.revised", typeof(ArtifactRevised))]
[JsonSerializable(typeof(ArtifactSuperseded)), FactName("artifact.superseded", typeof(ArtifactSuperseded))]
[JsonSerializable(typeof(ArtifactTopicsSet)), FactName("artifact.topics-set", typeof(ArtifactTopicsSet))]
[JsonSerializable(typeof(ArtifactTransferred)), FactName("artifact.transferred", typeof(ArtifactTransferred))]
[JsonSerializable(typeof(ArtifactUsed)), FactName("artifact.used", typeof(ArtifactUsed))]
[JsonSerializable(typeof(InnovationAdvanced)), FactName("innovation.advanced", typeof(InnovationAdvanced))]
[JsonSerializable(typeof(StewardshipAccepted)), FactName("stewardship.accepted", typeof(StewardshipAccepted))]
[JsonSerializable(typeof(StewardshipDeclined)), FactName("stewardship.declined", typeof(StewardshipDeclined))]
[JsonSerializable(typeof(StewardshipOffered)), FactName("stewardship.offered", typeof(StewardshipOffered))]
[JsonSerializable(typeof(StewardshipResigned)), FactName("stewardship.resigned", typeof(StewardshipResigned))]
[JsonSerializable(typeof(StoryConsentGiven)), FactName("story-consent.given", typeof(StoryConsentGiven))]
[JsonSerializable(typeof(StoryConsentReceived)), FactName("story-consent.received", typeof(StoryConsentReceived))]
[JsonSerializable(typeof(StoryConsentWithdrawn)), FactName("story-consent.withdrawn", typeof(StoryConsentWithdrawn))]
[JsonSerializable(typeof(StoryErasureReceived)), FactName("story-erasure.received", typeof(StoryErasureReceived))]
[JsonSerializable(typeof(StoryClaimed)), FactName("story.claimed", typeof(StoryClaimed))]
[JsonSerializable(typeof(StoryPublished)), FactName("story.published", typeof(StoryPublished))]
[JsonSerializable(typeof(StoryReceived)), FactName("story.received", typeof(StoryReceived))]
[JsonSerializable(typeof(StoryReturned)), FactName("story.returned", typeof(StoryReturned))]
[JsonSerializable(typeof(StoryRevised)), FactName("story.revised", typeof(StoryRevised))]
[JsonSerializable(typeof(StoryTold)), FactName("story.told", typeof(StoryTold))]
[JsonSerializable(typeof(StoryTransferred)), FactName("story.transferred", typeof(StoryTransferred))]
[JsonSerializable(typeof(StoryWithdrawn)), FactName("story.withdrawn", typeof(StoryWithdrawn))]
[JsonSerializable(typeof(TakeoverAgreed)), FactName("takeover.agreed", typeof(TakeoverAgreed))]
[JsonSerializable(typeof(TakeoverWithdrawn)), FactName("takeover.withdrawn", typeof(TakeoverWithdrawn))]

// What stands in lists.
[JsonSerializable(typeof(Artifact))]
[JsonSerializable(typeof(ArtifactId))]
[JsonSerializable(typeof(ArtifactUse))]
[JsonSerializable(typeof(ArtifactVersion))]
[JsonSerializable(typeof(Charter))]
[JsonSerializable(typeof(Closure))]
[JsonSerializable(typeof(CommunityId))]
[JsonSerializable(typeof(Escalation))]
[JsonSerializable(typeof(Field))]
[JsonSerializable(typeof(FollowUp))]
[JsonSerializable(typeof(GatheringSeries))]
[JsonSerializable(typeof(GatheringState))]
[JsonSerializable(typeof(Goal))]
[JsonSerializable(typeof(GuestReply))]
[JsonSerializable(typeof(HandledCommand))]
[JsonSerializable(typeof(Kudos))]
[JsonSerializable(typeof(LegacyItem))]
[JsonSerializable(typeof(Membership))]
[JsonSerializable(typeof(Milestone))]
[JsonSerializable(typeof(Nomination))]
[JsonSerializable(typeof(Objection))]
[JsonSerializable(typeof(PastAbsence))]
[JsonSerializable(typeof(PastPeriod))]
[JsonSerializable(typeof(PersonId))]
[JsonSerializable(typeof(ProcessingConsent))]
[JsonSerializable(typeof(ProcessingPurpose))]
[JsonSerializable(typeof(PurposeReview))]
[JsonSerializable(typeof(Question))]
[JsonSerializable(typeof(Redaction))]
[JsonSerializable(typeof(RoleAssignment))]
[JsonSerializable(typeof(Space))]
[JsonSerializable(typeof(TopicId))]
[JsonSerializable(typeof(TopicWeight))]
[JsonSerializable(typeof(DateTime))]
[JsonSerializable(typeof(StoryConsent))]
[JsonSerializable(typeof(TopicId))]
[JsonSerializable(typeof(TopicWeight))]
[JsonSerializable(typeof(ValueClaim))]
[JsonSerializable(typeof(ValueStory))]
[JsonSerializable(typeof(string))]

// What surrounds facts, and what they fold into.
[JsonSerializable(typeof(Cause))]
[JsonSerializable(typeof(CommunitySnapshot))]
[JsonSerializable(typeof(EntrySeal))]
internal sealed partial class FactJsonContext : JsonSerializerContext
{
}

/// <summary>Gives a fact the name by which it is stored.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
internal sealed class FactNameAttribute(string name, Type fact) : Attribute
{
    public string Name { get; } = name;

    public Type Fact { get; } = fact;
}

/// <summary>One type of facts: its name, how it is written, and where in it personal data stand.</summary>
internal sealed class FactType(string name, JsonTypeInfo json)
{
    private readonly Lazy<PersonalShape> shape = new(() => PersonalShape.Of(json));

    public string Name => name;

    public JsonTypeInfo Json => json;

    public PersonalShape Shape => shape.Value;
}

/// <summary>Finds types of facts by name and by what they are.</summary>
internal static class FactTypes
{
    private static readonly FactNameAttribute[] Names = [.. typeof(FactJsonContext).GetCustomAttributes<FactNameAttribute>()];

    private static readonly FrozenDictionary<Type, FactType> ByType =
        Names.ToFrozenDictionary(n => n.Fact, n => new FactType(n.Name, Context.GetTypeInfo(n.Fact)!));

    private static readonly FrozenDictionary<string, FactType> ByName = ByType.Values.ToFrozenDictionary(t => t.Name, StringComparer.Ordinal);

    private static readonly Lazy<PersonalShape> CauseShape = new(() => PersonalShape.Of(Context.Cause));

    private static readonly Lazy<PersonalShape> MembershipShape = new(() => PersonalShape.Of(Context.Membership));

    public static FactJsonContext Context => Holder.Context;

    public static IEnumerable<FactType> All => ByName.Values.OrderBy(t => t.Name, StringComparer.Ordinal);

    public static PersonalShape Cause => CauseShape.Value;

    public static PersonalShape Membership => MembershipShape.Value;

    public static FactType Of(Fact fact) => ByType.TryGetValue(fact.GetType(), out FactType? type)
        ? type
        : throw new ArgumentException($"{fact.GetType().Name} has no name yet: add a line to Records/FactTypes.cs.", nameof(fact));

    public static FactType? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Apart, so that it is there before the tables are made.</summary>
    private static class Holder
    {
        public static readonly FactJsonContext Context = new(new JsonSerializerOptions(FactJsonContext.Default.Options) { AllowDuplicateProperties = false });
    }
}
