using CommunityOfPractice.Core.Vocabulary;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Vocabulary;

public sealed class TimeWindowTests
{
    private static readonly DateTimeOffset At = new(2024, 3, 31, 2, 30, 0, TimeSpan.FromHours(2));

    [Property]
    public void Last_AnyLength_EndsJustBeforeTheInstant(NonNegativeInt minutes)
    {
        TimeWindow window = TimeWindow.Last(TimeSpan.FromMinutes(minutes.Get), At);
        Assert.Equal((TimeSpan.FromMinutes(minutes.Get), At, TimeSpan.Zero), (window.Length, window.Until, window.Until.Offset));
        Assert.False(window.Contains(At));
        Assert.Equal(minutes.Get > 0, window.Contains(At.AddTicks(-1)));
        Assert.Equal(minutes.Get > 0, window.Contains(window.From));
        Assert.False(window.Contains(window.From.AddTicks(-1)));
    }

    [Fact]
    public void Last_LongerThanTime_IsCutAtItsBeginning()
    {
        Assert.Equal(DateTimeOffset.MinValue, TimeWindow.Last(TimeSpan.MaxValue, At).From);
        Assert.Equal(TimeSpan.Zero, TimeWindow.Last(TimeSpan.FromDays(1), DateTimeOffset.MinValue).Length);
    }

    [Fact]
    public void Constructor_EndBeforeBeginning_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimeWindow(At, At.AddTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => TimeWindow.Last(TimeSpan.FromTicks(-1), At));
        Assert.Equal(TimeSpan.Zero, new TimeWindow(At, At).Length);
    }

    [Fact]
    public void Equals_OtherOffsets_ComparesInstants() =>
        Assert.Equal(new TimeWindow(At, At.AddDays(1)), new TimeWindow(At.ToOffset(TimeSpan.FromHours(-5)), At.AddDays(1).ToUniversalTime()));
}
