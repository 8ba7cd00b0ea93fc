using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Constitution;

/// <summary>The serializer that a host would have generated: one line for each type of <see cref="JsonSamples"/> that no other line reaches.</summary>
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
internal sealed partial class JsonSamplesContext : JsonSerializerContext
{
}
