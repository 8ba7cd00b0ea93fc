using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Tests.Practices;

/// <summary>So many rows that replies are resolved in parts, on several threads.</summary>
public sealed class ReplyResolutionScaleTests
{
    private const int Count = 300_000;

    [Fact]
    public void Replies_OfALogOfManyParts_AreResolvedAsOneByOne()
    {
        ActivityLogBuilder builder = new();
        for (int i = 0; i < Count; i++)
        {
            builder.Add(new Activity(new("c"), new($"p{i % 99}"), At(i), Act.Reply) { Id = new($"m{i:D6}"), InReplyTo = new($"m{ParentOf(i):D6}") }).OrThrow();
        }

        ActivityLog log = builder.Build();

        Assert.Equal(
            from circles in (bool[])[false, true]
            from i in Enumerable.Range(0, Count)
            where circles ? i % 1000 is 3 or 4 : i % 1000 is 1 or 2
            select new BrokenReply(i, (i % 1000) switch { 1 => "reply.before-parent", 2 => "reply.itself", _ => "reply.cycle" }),
            log.BrokenReplies);
        Assert.All(Enumerable.Range(0, Count).Where(i => i % 97 == 0), i => Assert.Equal($"m{ParentOf(i):D6}", log[i].InReplyTo?.Text));
        Assert.Equal(
            Enumerable.Range(0, Count).Select(i => i % 1000 is >= 1 and <= 4 || i == 0 ? ActivityColumns.None : ParentOf(i)),
            log.Columns.Reply!.Select(parent => Math.Max(ActivityColumns.None, parent)));
    }

    /// <summary>Mostly far back; now and then later, itself, or two of an instant that reply to each other.</summary>
    private static int ParentOf(int i) => (i % 1000) switch { 1 => i + 2, 2 => i, 3 => i + 1, 4 => i - 1, _ => i == 0 ? Count : i * 2 / 3 };

    private static DateTimeOffset At(int i) => DateTimeOffset.UnixEpoch.AddDays(1).AddSeconds(i % 1000 == 4 ? i - 1 : i);
}
