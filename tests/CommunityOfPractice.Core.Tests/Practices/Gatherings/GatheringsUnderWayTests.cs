using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Indicators.Life;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Practices.Gatherings;

/// <summary>An instant belongs to one gathering at most: of those that go on, the one that started last.</summary>
public sealed class GatheringsUnderWayTests
{
    [Theory]
    [InlineData(8.9, null)]
    [InlineData(9, "first")]
    [InlineData(9.9, "first")]
    [InlineData(10, "second")] // the end of one and the start of another
    [InlineData(11, "second")]
    [InlineData(11.1, null)]
    public void Gatherings_in_a_row_share_no_instant(double hour, string? expected) =>
        Assert.Equal(expected, new GatheringsUnderWay([Lasting("second", 10, 11), Lasting("first", 9, 10)]).At(At(hour))?.Id.Text);

    [Theory]
    [InlineData(9, "day")]
    [InlineData(12.5, "session")]
    [InlineData(20, "day")] // more than a session later
    [InlineData(25, null)]
    public void A_session_goes_before_the_day_that_it_is_part_of(double hour, string? expected) =>
        Assert.Equal(expected, new GatheringsUnderWay([Lasting("day", 0, 24), Lasting("session", 12, 13)]).At(At(hour))?.Id.Text);

    [Property]
    public void At_is_the_last_of_all_that_go_on((byte Start, byte Hours)[] spans, byte hour)
    {
        Gathering[] all = [.. spans.Select((s, i) => Lasting($"g{i}", s.Start % 20, (s.Start % 20) + (s.Hours % 7)))];
        Gathering? expected = all.Where(g => g.Start <= At(hour % 28) && g.End >= At(hour % 28)).OrderBy(g => g.Start).ThenBy(g => g.Id).LastOrDefault();
        Assert.Same(expected, new GatheringsUnderWay(all).At(At(hour % 28)));
    }

    private static DateTimeOffset At(double hour) => Known.Day(0).AddHours(hour);

    private static Gathering Lasting(string id, double from, double until) => Calendar.Of(
        [new(new(new(id), new("Together", GatheringKind.Talk), new(At(from).DateTime, At(until).DateTime, "UTC", At(from), At(until))), [], [], 0)], []).Recorded.Single();
}
