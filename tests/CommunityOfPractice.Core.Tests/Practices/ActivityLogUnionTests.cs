using System.Text.Json;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Indicators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Practices;

[Properties(Arbitrary = [typeof(SmallCommunities)])]
public sealed class ActivityLogUnionTests
{
    private static readonly HealthAssessor Assessor = new();

    [Property, Trait("Law", "22")]
    public void Law22_LogsOfShards_UniteToTheLogOfTheWhole_InAnyOrderAndGrouping(SmallCommunity community, int seed)
    {
        Random random = new(seed);
        ActivityLog[] shards = [.. Shards(community, random).Select(s => ActivityLog.Of(s).OrThrow())];
        random.Shuffle(shards);
        ActivityLog left = United(United(shards[0], shards[1]), shards[2]), right = United(shards[0], United(ActivityLog.Empty, United(shards[2], shards[1])));
        ActivityLog whole = community.Log;
        foreach (ActivityLog log in (ActivityLog[])[left, right])
        {
            Assert.Equal(All(whole), All(log));
            Assert.Equal(whole.Communities, log.Communities);
            Assert.Equal(whole.BrokenReplies, log.BrokenReplies);
            Assert.Equal(whole.PersonCount, log.PersonCount);
        }
    }

    [Property(MaxTest = 40), Trait("Law", "21"), Trait("Law", "24")]
    public void Law21_AReportFromUnitedShards_IsTheReportOfTheWhole_ByteForByte(LivelyCommunity lively, int seed)
    {
        SmallCommunity community = lively.Community;
        ActivityLog[] shards = [.. Shards(community, new Random(seed)).Select(s => ActivityLog.Of(s).OrThrow())];
        ActivityLog log = United(shards[2], United(shards[0], shards[1]));
        HealthEvidence united = new(SmallCommunity.Id, log, community.Window, community.Roster, community.People.ToDictionary(p => p.Id));
        Assert.Equal(Bytes(Assessor.Assess(community.Evidence)), Bytes(Assessor.Assess(united)));
    }

    [Property, Trait("Law", "23")]
    public void Law23_UnitingTwice_AddsOnlyWhatHasNoId(SmallCommunity community)
    {
        ActivityLogBuilder builder = new();
        Assert.Equal(community.Activities.Count, builder.AddRange(community.Log).OrThrow());
        Assert.Equal(community.Activities.Count(a => a.Id is null), builder.AddRange(community.Log).OrThrow());
    }

    [Fact, Trait("Law", "23")]
    public void Law23_AConflict_IsNamed_AndTheRestIsIn()
    {
        Activity one = Example.Did("a", Act.Ask, 1, "id"), other = one with { Person = new("b") }, second = Example.Did("b", Act.Answer, 2, "second", "id");
        ActivityLogBuilder builder = new();
        builder.Add(one).OrThrow();
        Refusal refusal = Assert.IsType<Decision<int>.Refused>(builder.AddRange(ActivityLog.Of([other, second]).OrThrow())).Refusal;
        Assert.Equal(("activity.id-conflict", 1), (refusal.Code, refusal.Reasons.Count));
        Assert.Contains("'id'", refusal.Reasons[0].Text, StringComparison.Ordinal);
        Assert.Equal([one, second], All(builder.Build()));
    }

    private static List<Activity>[] Shards(SmallCommunity community, Random random)
    {
        List<Activity>[] shards = [[], [], []];
        foreach (Activity activity in community.Activities)
        {
            shards[random.Next(3)].Add(activity);
        }

        return shards;
    }

    private static ActivityLog United(ActivityLog one, ActivityLog other)
    {
        ActivityLogBuilder builder = new();
        builder.AddRange(one).OrThrow();
        builder.AddRange(other).OrThrow();
        return builder.Build();
    }

    private static Activity[] All(ActivityLog log) => [.. Enumerable.Range(0, log.Count).Select(i => log[i])];

    private static byte[] Bytes(HealthReport report) => JsonSerializer.SerializeToUtf8Bytes(report, HealthJson.Report);
}
