using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Practices;

public sealed class ActivityLogBuilderTests
{
    private static readonly Activity Full = Example.Did("a", Act.Ask, 1, "id", "re") with
    {
        To = [new("b"), new("c")],
        Thread = new ThreadId("t"),
        Topics = [new("x")],
        Accepted = new ActivityId("acc"),
        Formality = Formality.Informal,
    };

    public static TheoryData<int> Differences => [.. Enumerable.Range(0, Conflicts.Count)];

    [Theory, Trait("Law", "23")]
    [MemberData(nameof(Differences))]
    public void Law23_AnyDifferenceUnderOneId_IsAConflict(int difference)
    {
        Activity other = Conflicts.Of(Full)[difference];
        ActivityLogBuilder builder = new();
        Assert.Equal(Decision<bool>.Accept(true), builder.Add(Full));
        Assert.Equal("activity.id-conflict", Assert.IsType<Decision<bool>.Refused>(builder.Add(other)).Refusal.Code);
        Assert.Equal(Decision<bool>.Accept(false), builder.Add(Full));
        ActivityLog log = builder.Build();
        Assert.Equal((1, Full), (log.Count, log[0]));
    }

    [Theory]
    [MemberData(nameof(Differences))]
    public void Add_AlikeWithoutId_KeepsBothInAnOrderOfTheirOwn(int difference)
    {
        Activity one = Full with { Id = null }, other = Conflicts.Of(one)[difference];
        ActivityLog log = ActivityLog.Of([one, other, one]).OrThrow(), mirrored = ActivityLog.Of([other, one, one]).OrThrow();
        Assert.Equal([log[0], log[1], log[2]], [mirrored[0], mirrored[1], mirrored[2]]);
        Assert.Equal(2, new[] { log[0], log[1], log[2] }.Count(a => a == one));
    }

    [Fact]
    public void AddRange_WithConflicts_NamesEachAndKeepsTheRest()
    {
        ActivityLogBuilder builder = new();
        Activity[] all = [Full, Full with { Person = new("z") }, Full with { Id = new ActivityId("second") }, Full with { Act = Act.Post }];
        Assert.Equal(2, Assert.IsType<Decision<int>.Refused>(builder.AddRange(all)).Refusal.Reasons.Count);
        Assert.Equal(2, builder.Count);
    }

    [Fact]
    public void Add_InstantOfAnotherOffset_IsTheSameInUtc() =>
        Assert.Equal(Decision<int>.Accept(1), new ActivityLogBuilder().AddRange([Full, Full with { At = Full.At.ToOffset(TimeSpan.FromHours(-9)) }]));

    [Fact]
    public void Add_UndefinedActOrSettingOrActor_Throws()
    {
        Activity[] wrong = [Full with { Act = (Act)15 }, Full with { Formality = (Formality)16 }, Full with { Actor = (ActorKind)2 }];
        Assert.All(wrong, a => Assert.Throws<ArgumentOutOfRangeException>(() => new ActivityLogBuilder().Add(a)));
    }

    [Fact]
    public void Add_AnIdThatNamesNothing_ThrowsAndAddsNothing()
    {
        Activity[] wrong =
        [
            Full with { Community = default }, Full with { Person = default }, Full with { Id = default(ActivityId) }, Full with { InReplyTo = default(ActivityId) },
            Full with { To = [default] }, Full with { Topics = [default] }, Full with { Thread = default(ThreadId) }, Full with { Accepted = default(ActivityId) },
        ];
        ActivityLogBuilder builder = new();
        Assert.All(wrong, a => Assert.Throws<ArgumentException>(() => builder.Add(a)));
        Assert.Equal(0, builder.Build().Count);
    }
}
