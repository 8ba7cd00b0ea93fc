using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Indicators;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Practices;

[Properties(Arbitrary = [typeof(SmallCommunities)])]
public sealed class RepliesTests
{
    [Property]
    public void Replies_AnyLog_LeadWhereADictionaryLeads(SmallCommunity community)
    {
        ActivityLog log = community.Log;
        Activity[] all = [.. Enumerable.Range(0, log.Count).Select(i => log[i])];
        Truth truth = new(community with { Activities = [.. all] });
        foreach (var window in log.Communities.Select(log.Of))
        {
            Assert.True(window.Replies.Length == window.Count || (window.Replies.IsEmpty && all.All(a => a.InReplyTo is null)));
            for (int i = 0; i < window.Replies.Length; i++)
            {
                Activity activity = all[window.Start + i];
                int reply = window.Replies[i];
                Assert.Equal(truth.ParentAnywhere(activity) is { } parent ? Array.FindIndex(all, a => ReferenceEquals(a, parent)) : activity.InReplyTo is null ? -1 : Math.Min(reply, -2), reply);
            }
        }
    }

    [Property]
    public void BrokenReplies_AnyLog_AreThoseThatCannotBe(SmallCommunity community)
    {
        ActivityLog log = community.Log;
        Activity[] all = [.. Enumerable.Range(0, log.Count).Select(i => log[i])];
        Truth truth = new(community with { Activities = [.. all] });
        Dictionary<ActivityId, Activity> byId = all.Where(a => a.Id is not null).ToDictionary(a => a.Id!.Value);
        var expected = all
            .Select((a, i) => (Activity: a, Position: i))
            .Where(x => x.Activity.InReplyTo is { } id && byId.ContainsKey(id) && truth.ParentAnywhere(x.Activity) is null)
            .Select(x => new BrokenReply(x.Position, byId[x.Activity.InReplyTo!.Value] switch
            {
                var p when ReferenceEquals(p, x.Activity) => "reply.itself",
                var p when p.At > x.Activity.At => "reply.before-parent",
                _ => "reply.cycle",
            }));
        Assert.Equal(expected, log.BrokenReplies.OrderBy(b => b.Position));
    }

    [Fact]
    public void BrokenReplies_OfEachKind_AreReportedAndNotFollowed()
    {
        Activity[] all =
        [
            Example.Did("p", Act.Post, 0, "self", "self"),
            Example.Did("p", Act.Post, 1, "early", "late"),
            Example.Did("p", Act.Post, 2, "late", "nowhere"),
            Example.Did("p", Act.Post, 3, "x", "z"),
            Example.Did("p", Act.Post, 3, "y", "x"),
            Example.Did("p", Act.Post, 3, "z", "y"),
            Example.Did("p", Act.Post, 3, "zz", "z"),
            Example.Did("p", Act.Post, 4, null, "late"),
        ];
        ActivityLog log = ActivityLog.Of(all).OrThrow();
        Assert.Equal(
            [new(0, "reply.itself"), new(1, "reply.before-parent"), new(3, "reply.cycle"), new(4, "reply.cycle"), new(5, "reply.cycle")],
            log.BrokenReplies.OrderBy(b => b.Position));
        int[] replies = log.Of(SmallCommunity.Id).Replies.ToArray();
        Assert.Equal([-2, -2, -2, -2, -2, -2, 5, 2], replies.Select(r => Math.Max(r, -2)));
        Assert.Equal(all, Enumerable.Range(0, log.Count).Select(i => log[i]));
    }

    [Fact, Trait("Law", "30")]
    public void Law30_ACircleThroughTwoCommunities_BreaksOnlyBetweenThem()
    {
        ActivityLog log = ActivityLog.Of(
        [
            Example.Did("p", Act.Post, 1, "x", "y"),
            Example.Did("q", Act.Post, 1, "y", "z"),
            Example.Did("r", Act.Post, 1, "z", "x") with { Community = SmallCommunity.Neighbour },
        ]).OrThrow();
        Assert.Equal([1, -2], log.Of(SmallCommunity.Id).Replies.ToArray().Select(r => Math.Max(-2, r)));
        Assert.Equal([new(1, "reply.cycle"), new(2, "reply.cycle")], log.BrokenReplies.OrderBy(b => b.Position));
    }

    /// <summary>A long chain and a long circle of one instant, forwards and backwards: no quadratic time, no deep recursion.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Replies_FiftyThousandAtOneInstant_AreResolved(int direction)
    {
        const int Length = 50_000;
        Activity Link(string kind, int i, bool closed) => Example.Did("p", Act.Post, 0, $"{kind}{i:00000}", closed || (i + direction is >= 0 and < Length) ? $"{kind}{(i + direction + Length) % Length:00000}" : null);
        ActivityLog log = ActivityLog.Of([.. Enumerable.Range(0, Length).Select(i => Link("chain", i, false)), .. Enumerable.Range(0, Length).Select(i => Link("ring", i, true))]).OrThrow();
        Assert.Equal(Enumerable.Range(Length, Length), log.BrokenReplies.Select(b => b.Position).Order());
        int[] replies = log.Of(SmallCommunity.Id).Replies[..Length].ToArray();
        Assert.Equal(Enumerable.Range(0, Length).Select(i => i + direction is >= 0 and < Length ? i + direction : -1), replies);
    }
}
