using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Constitution;

/// <summary>The serializer that a host would have generated: one line for each type of <see cref="JsonSamples"/> that no other line reaches; facts have theirs in FactTypes.cs.</summary>
[JsonSerializable(typeof(Score))]
[JsonSerializable(typeof(Interval))]
[JsonSerializable(typeof(Refusal))]
[JsonSerializable(typeof(Share))]
[JsonSerializable(typeof(Measurement))]
[JsonSerializable(typeof(Measurement.Value))]
[JsonSerializable(typeof(Measurement.InsufficientData))]
[JsonSerializable(typeof(Measurement.NotApplicable))]
[JsonSerializable(typeof(Measurement.Suppressed))]
[JsonSerializable(typeof(Decision<Share>))]
[JsonSerializable(typeof(Decision<Share>.Accepted))]
[JsonSerializable(typeof(Decision<Share>.Refused))]
[JsonSerializable(typeof(Decision<int>))]
[JsonSerializable(typeof(Person))]
[JsonSerializable(typeof(Roster))]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(BrokenReply))]
[JsonSerializable(typeof(PersonEntry))]
[JsonSerializable(typeof(CommunityEntry))]
[JsonSerializable(typeof(MeetingEntry))]
[JsonSerializable(typeof(InterchangeProblem))]
[JsonSerializable(typeof(SurvivalStep))]
[JsonSerializable(typeof(MannKendall))]
[JsonSerializable(typeof(InnermostCore))]
[JsonSerializable(typeof(Components))]
[JsonSerializable(typeof(Transitivity))]
[JsonSerializable(typeof(Reciprocity))]
[JsonSerializable(typeof(GroupTies))]
[JsonSerializable(typeof(Reading))]
[JsonSerializable(typeof(IndicatorInfo))]
[JsonSerializable(typeof(WeeklyActivity))]
[JsonSerializable(typeof(HealthReport))]
[JsonSerializable(typeof(HealthModel))]
[JsonSerializable(typeof(StageAssessment))]
[JsonSerializable(typeof(StagePolicy))]
[JsonSerializable(typeof(StageSignals))]
[JsonSerializable(typeof(Ancestry))]
[JsonSerializable(typeof(Change))]
[JsonSerializable(typeof(CharterTerms))]
[JsonSerializable(typeof(CommunityPolicy))]
[JsonSerializable(typeof(CommunityStatus))]
[JsonSerializable(typeof(Surroundings))]
[JsonSerializable(typeof(Topic))]
[JsonSerializable(typeof(TopicWeight))]
[JsonSerializable(typeof(MembershipPolicy))]
[JsonSerializable(typeof(MembershipStatus))]
[JsonSerializable(typeof(MembershipTransition))]
[JsonSerializable(typeof(ParticipationPolicy))]
[JsonSerializable(typeof(RoleCatalogue))]
[JsonSerializable(typeof(RoleRule))]
[JsonSerializable(typeof(Role))]
[JsonSerializable(typeof(SuccessionOutlook))]
[JsonSerializable(typeof(SuccessionWarning))]
[JsonSerializable(typeof(CommunityView))]
[JsonSerializable(typeof(ErasureReceipt))]
[JsonSerializable(typeof(HistoryOutcome))]
[JsonSerializable(typeof(HistoryRefusal))]
[JsonSerializable(typeof(OrganisationExit))]
[JsonSerializable(typeof(SuccessionView))]
[JsonSerializable(typeof(RoleCount))]
[JsonSerializable(typeof(StatusCount))]
[JsonSerializable(typeof(AppendOutcome))]
[JsonSerializable(typeof(AppendOutcome.Appended))]
[JsonSerializable(typeof(AppendOutcome.Conflict))]
[JsonSerializable(typeof(CommunityDraft))]
[JsonSerializable(typeof(CommunityFilter))]
[JsonSerializable(typeof(CommunityListing))]
[JsonSerializable(typeof(DecisionContext))]
[JsonSerializable(typeof(DirectorySyncOutcome))]
[JsonSerializable(typeof(DirectoryUpdate))]
[JsonSerializable(typeof(DryRunReport))]
[JsonSerializable(typeof(DryRunRule))]
[JsonSerializable(typeof(Erasure))]
[JsonSerializable(typeof(JournalBatch))]
[JsonSerializable(typeof(JournalEntry))]
[JsonSerializable(typeof(JournalFinding))]
[JsonSerializable(typeof(MemberListing))]
[JsonSerializable(typeof(MergeForecast))]
[JsonSerializable(typeof(MergeOutcome))]
[JsonSerializable(typeof(PolicyRun))]
[JsonSerializable(typeof(PolicySet))]
[JsonSerializable(typeof(RegistryFinding))]
[JsonSerializable(typeof(SimilarCommunity))]
[JsonSerializable(typeof(SimilarityThresholds))]
[JsonSerializable(typeof(SkippedRule))]
[JsonSerializable(typeof(SplitOutcome))]
[JsonSerializable(typeof(SyncRefusal))]
[JsonSerializable(typeof(TimeSpan))]
internal sealed partial class JsonSamplesContext : JsonSerializerContext
{
}
