using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Indicators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Practices;

[Properties(Arbitrary = [typeof(SmallCommunities)])]
public sealed class ActivityLogTests
{
    [Property, Trait("Law", "1")]
    public void Law1_TheOrderOfAdding_DoesNotShow(SmallCommunity community, int seed)
    {
        ActivityLog log = community.Log, other = community.Shuffled(seed).Log;
        Assert.Equal(All(log), All(other));
        Assert.Equal(log.Communities, other.Communities);
        Assert.Equal(log.BrokenReplies, other.BrokenReplies);
        Assert.Equal(log.PersonCount, other.PersonCount);
    }

    [Property, Trait("Law", "21")]
    public void Law21_OneByOneOrAllAtOnce_GiveTheSameLog(SmallCommunity community)
    {
        ActivityLogBuilder builder = new();
        Assert.All(community.Activities, a => Assert.Equal(Decision<bool>.Accept(true), builder.Add(a)));
        Assert.Equal(All(community.Log), All(builder.Build()));
    }

    [Property, Trait("Law", "23")]
    public void Law23_ADuplicate_IsIdempotent(SmallCommunity community, int seed)
    {
        Activity[] again = [.. community.Shuffled(seed).Activities.Where(a => a.Id is not null)];
        ActivityLogBuilder builder = new();
        Assert.Equal(community.Activities.Count, builder.AddRange(community.Activities).OrThrow());
        Assert.All(again, a => Assert.Equal(Decision<bool>.Accept(false), builder.Add(a)));
        Assert.Equal(community.Activities.Count, builder.Count);
        Assert.Equal(All(community.Log), All(builder.Build()));
    }

    [Property, Trait("Law", "23")]
    public void Law23_AConflict_IsRefusedAndTheFirstStays(SmallCommunity community, int seed)
    {
        Random random = new(seed);
        Activity[] named = [.. community.Activities.Where(a => a.Id is not null)];
        Activity[] others = [.. named.Select(a => Conflicts.Of(a)[random.Next(Conflicts.Count)])];
        ActivityLogBuilder builder = new();
        builder.AddRange(community.Activities).OrThrow();
        Assert.Equal(others.Length, builder.AddRange(others).Match(_ => 0, no => no.Reasons.Count(r => r.Code == "activity.id-conflict")));
        Assert.Equal(All(community.Log), All(builder.Build()));
        Assert.Equal(others.Length == 0, ActivityLog.Of(community.Activities.Concat(others)).IsAccepted);
    }

    [Property]
    public void Of_Activities_ComeOutAsTheyWentIn(SmallCommunity community) =>
        Assert.Equal(community.Activities.GroupBy(a => a).ToDictionary(g => g.Key, g => g.Count()), All(community.Log).GroupBy(a => a).ToDictionary(g => g.Key, g => g.Count()));

    [Property]
    public void Of_Activities_LieByCommunityTimeAndId(SmallCommunity community)
    {
        var expected = community.Activities
            .OrderBy(a => a.Community.Text, Utf8Order.Instance).ThenBy(a => a.At).ThenBy(a => a.Id is null).ThenBy(a => a.Id?.Text, Utf8Order.Instance)
            .Select(a => (a.Community, a.At, a.Id));
        Assert.Equal(expected, All(community.Log).Select(a => (a.Community, a.At, a.Id)));
    }

    [Property]
    public void People_OfALog_AreNumberedBothWays(SmallCommunity community)
    {
        ActivityLog log = community.Log;
        Assert.Equal(community.Activities.SelectMany(a => a.To.Append(a.Person)).Distinct().Order(), Enumerable.Range(0, log.PersonCount).Select(log.Person).Order());
        Assert.All(Enumerable.Range(0, log.PersonCount), n => Assert.Equal(n, log.NumberOf(log.Person(n))));
        Assert.Null(log.NumberOf(new("nobody")));
        Assert.Throws<ArgumentOutOfRangeException>(() => log.Person(log.PersonCount));
        Assert.Throws<ArgumentOutOfRangeException>(() => log.Person(-1));
    }

    [Fact]
    public void Of_ManyCommunities_KeepsEachTogetherInOrder()
    {
        string[] names = [.. Enumerable.Range(0, 300).Select(i => $"c{i}"), "ﬁ", "🎈", "C", " "];
        Activity[] all = [.. Enumerable.Range(0, 2000).Select(i => Example.Did("p", Act.Post, i % 50, $"{i}") with { Community = new(names[i * 7 % names.Length]) })];
        new Random(5).Shuffle(all);
        ActivityLog log = ActivityLog.Of(all).OrThrow();
        Assert.Equal(names.Order(Utf8Order.Instance), log.Communities.Select(c => c.Text));
        int at = 0;
        foreach (CommunityId community in log.Communities)
        {
            ActivityWindow window = log.Of(community);
            Assert.Equal((at, all.Count(a => a.Community == community)), (window.Start, window.Count));
            Assert.All(Enumerable.Range(0, window.Count), i => Assert.Equal(community, window[i].Community));
            at += window.Count;
        }

        Assert.Equal(log.Count, at);
    }

    [Fact]
    public void Empty_Log_HoldsNothing()
    {
        Assert.Equal((0, 0, 0), (ActivityLog.Empty.Count, ActivityLog.Empty.PersonCount, ActivityLog.Empty.Communities.Count));
        Assert.Equal(0, ActivityLog.Of([]).OrThrow().Of(SmallCommunity.Id).Before(DateTimeOffset.MaxValue).Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => ActivityLog.Empty[0]);
    }

    [Fact]
    public void Build_ABuilder_LeavesItEmptyAndUsable()
    {
        ActivityLogBuilder builder = new();
        builder.Add(Example.Did("a", Act.Post, 1, "x"));
        ActivityLog first = builder.Build();
        Assert.Equal(0, builder.Count);
        Assert.Equal(Decision<bool>.Accept(true), builder.Add(Example.Did("b", Act.Post, 1, "x")));
        Assert.Equal(("a", "b"), (first[0].Person.Text, builder.Build()[0].Person.Text));
    }

    private static ValueList<Activity> All(ActivityLog log) => Enumerable.Range(0, log.Count).Select(i => log[i]).ToValueList();
}
