using System.Globalization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Practices;

public sealed class ActivityTableTests
{
    private static readonly CommunityId[] Communities = [new("b"), new("a"), new("unused")];
    private static readonly PersonId[] People = [new("zoe"), new("ana"), new("bo")];

    [Property(MaxTest = 300)]
    public void ALogOfATable_IsTheLogOfItsActivities(byte[] draws, bool sorted, bool replies, bool bots)
    {
        int rows = draws.Length / 3;
        ActivityTable table = new()
        {
            Communities = Communities,
            People = People,
            Community = Column(rows, i => draws[i] % 2),
            Person = Column(rows, i => draws[rows + i] % 3),
            UtcTicks = Column(rows, i => 638_000_000_000_000_000 + (TimeSpan.TicksPerHour * (sorted ? i / 4 : draws[i] / 16))),
            Acts = Column(rows, i => (Act)(draws[(2 * rows) + i] % 5)),
            ReplyTo = replies ? Column(rows, i => (draws[(2 * rows) + i] / 8 % (rows + 1)) - 1) : default,
            Actors = bots ? Column(rows, i => (ActorKind)(draws[i] / 64 % 2)) : default,
        };
        ActivityLog log = ActivityLog.Of(table).OrThrow(), other = ActivityLog.Of(Enumerable.Range(0, rows).Select(i => Row(table, i))).OrThrow();
        Assert.Equal(All(other), All(log));
        Assert.Equal(other.Communities, log.Communities);
        Assert.Equal(other.BrokenReplies, log.BrokenReplies);
        Assert.All(other.Communities, c => Assert.Equal(Seen(other.Of(c)), Seen(log.Of(c))));
        ActivityLog taken = ActivityLog.Take(table).OrThrow();
        Assert.Equal(log.BrokenReplies, taken.BrokenReplies);
        Assert.All(other.Communities, c => Assert.True(SameColumns(log.Of(c), taken.Of(c))));
    }

    /// <summary>Rows enough for several parts; ties, and with <paramref name="ahead"/> replies that cannot be.</summary>
    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, true)]
    public void ALogOfManyRows_IsTheSameOnAnyNumberOfThreads(bool sorted, bool ahead)
    {
        const int Rows = 300_000;
        SplitMix64 random = SplitMix64.FromText("many rows");
        ActivityTable table = new()
        {
            Communities = Communities,
            People = People,
            Community = Column(Rows, i => random.Below(i, 2)),
            Person = Column(Rows, i => random.Below(Rows + i, 3)),
            UtcTicks = Column(Rows, i => TimeSpan.TicksPerSecond * (sorted ? i / 4 : random.Below((2 * Rows) + i, Rows))),
            Acts = Column(Rows, i => (Act)random.Below((3 * Rows) + i, 5)),
            ReplyTo = Column(Rows, i => random.Below((4 * Rows) + i, ahead ? Rows : i + 1) - 1),
        };
        ActivityLog one = ActivityLog.Of(table).OrThrow();
        Assert.Equal(Rows, one.Count);
        Assert.Equal(ahead, one.BrokenReplies.Count > 0);
        foreach (int threads in new[] { 2, 3, 16 })
        {
            ActivityLog other = ActivityLog.Of(table, threads).OrThrow();
            Assert.Equal(one.BrokenReplies, other.BrokenReplies);
            Assert.All(Communities, c => Assert.True(SameColumns(one.Of(c), other.Of(c))));
        }

        ActivityLog taken = ActivityLog.Take(table with { Community = table.Community.ToArray(), Person = table.Person.ToArray() }, 2).OrThrow();
        Assert.All(Communities, c => Assert.True(SameColumns(one.Of(c), taken.Of(c))));
        ActivityLog slow = ActivityLog.Of(Enumerable.Range(0, Rows).Select(i => Row(table, i))).OrThrow();
        Assert.All(Communities, c => Assert.True(slow.Of(c).Times.SequenceEqual(one.Of(c).Times) && slow.Of(c).Acts.SequenceEqual(one.Of(c).Acts) && Seen(slow.Of(c)).SequenceEqual(Seen(one.Of(c)))));
        Assert.Throws<ArgumentOutOfRangeException>(() => ActivityLog.Of(table, 0));
    }

    [Fact]
    public void EveryFault_IsNamedWithItsRow()
    {
        ActivityTable table = new()
        {
            Communities = [new("a"), default],
            People = [new("ana"), new("bo"), new("ana")],
            Community = new[] { 0, 2, 0, 0, -1 },
            Person = new[] { 0, 1, 3, 0, 0 },
            UtcTicks = new[] { 0L, 1, 2, -1, long.MaxValue },
            Acts = new[] { Act.Post, Act.Post, (Act)15, Act.Post, Act.Post },
            ReplyTo = new[] { -1, 5, -2, 0, 0 },
            Actors = new[] { (ActorKind)2, ActorKind.Bot, ActorKind.Human, ActorKind.Human, ActorKind.Human },
        };
        Refusal refusal = Assert.IsType<Decision<ActivityLog>.Refused>(ActivityLog.Of(table)).Refusal;
        Assert.Equal(
            ["table.community-unnamed", "table.person-twice", "table.actor", "table.community", "table.reply", "table.person", "table.act", "table.reply", "table.time", "table.community", "table.time"],
            refusal.Reasons.Select(r => r.Code));
        Assert.Equal(["Row 1 has no sound community.", "Row 1 has no sound reply."], refusal.Reasons.Where(r => r.Text.StartsWith("Row 1 ", StringComparison.Ordinal)).Select(r => r.Text));
    }

    [Fact]
    public void ManyFaults_EndAtAHundred()
    {
        ActivityTable table = new() { Communities = [], People = [], Community = new int[500], Person = new int[500], UtcTicks = new long[500], Acts = new Act[500] };
        Assert.InRange(Assert.IsType<Decision<ActivityLog>.Refused>(ActivityLog.Of(table)).Refusal.Reasons.Count, 100, 102);
    }

    [Fact]
    public void ColumnsOfDifferentLength_AreMisuse()
    {
        ActivityTable table = new() { Communities = Communities, People = People, Community = new int[2], Person = new int[2], UtcTicks = new long[2], Acts = new Act[2] };
        Assert.Equal(2, ActivityLog.Of(table).OrThrow().Count);
        ActivityTable[] wrong =
        [
            table with { Community = new int[1] }, table with { Person = new int[3] }, table with { Acts = new Act[3] }, table with { ReplyTo = new int[1] }, table with { Actors = new ActorKind[3] },
            table with { UtcTicks = new long[3] },
        ];
        Assert.All(wrong, t => Assert.Throws<ArgumentException>(() => ActivityLog.Of(t)));
        Assert.Throws<ArgumentNullException>(() => ActivityLog.Of((ActivityTable)null!));
    }

    [Fact]
    public void ColumnsThatAreOverwritten_HaveMemoryOfTheirOwn()
    {
        int[] shared = [0, 1, 0, 1], wide = [0, 1, 0, 1, 0];
        ActivityTable table = new() { Communities = Communities, People = People, Community = new int[4], Person = new int[4], UtcTicks = new long[4], Acts = new Act[4] };
        ActivityTable[] overlapping =
        [
            table with { Community = shared, Person = shared }, table with { Community = shared, ReplyTo = shared }, table with { Person = shared, ReplyTo = shared },
            table with { Community = wide.AsMemory(0, 4), Person = wide.AsMemory(1, 4) },
        ];
        Assert.All(overlapping, t => Assert.Throws<ArgumentException>(() => ActivityLog.Take(t)));
        Assert.Equal([0, 1, 0, 1], shared);
        Assert.All(overlapping, t => Assert.Equal(4, ActivityLog.Of(t).OrThrow().Count));
    }

    private static ReadOnlyMemory<T> Column<T>(int rows, Func<int, T> value) => Enumerable.Range(0, rows).Select(value).ToArray();

    private static Activity Row(ActivityTable table, int i) =>
        new(Communities[table.Community.Span[i]], People[table.Person.Span[i]], new DateTimeOffset(table.UtcTicks.Span[i], TimeSpan.Zero), table.Acts.Span[i])
        {
            Id = new ActivityId(i.ToString(CultureInfo.InvariantCulture)),
            InReplyTo = table.ReplyTo.IsEmpty || table.ReplyTo.Span[i] < 0 ? null : new ActivityId(table.ReplyTo.Span[i].ToString(CultureInfo.InvariantCulture)),
            Actor = table.Actors.IsEmpty ? ActorKind.Human : table.Actors.Span[i],
        };

    private static bool SameColumns(ActivityWindow one, ActivityWindow other) =>
        one.Times.SequenceEqual(other.Times) && one.People.SequenceEqual(other.People) && one.Acts.SequenceEqual(other.Acts) && one.Replies.SequenceEqual(other.Replies)
        && Enumerable.Range(0, one.Count).All(i => one[i].Id == other[i].Id);

    private static int[] Seen(ActivityWindow window) => [.. window.Replies.ToArray().Select(r => Math.Max(r, -2))]; // below -1 stands the number of a text, which is nobody else's business

    private static Activity[] All(ActivityLog log) => [.. Enumerable.Range(0, log.Count).Select(i => log[i])];
}
