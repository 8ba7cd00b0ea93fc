using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Tests.Practices.Gatherings;

public sealed class RecurrenceTests
{
    [Theory]
    [InlineData("FREQ=DAILY", "FREQ=DAILY")]
    [InlineData("rrule:freq=weekly;wkst=mo;interval=1;byday=th,tu,TU", "FREQ=WEEKLY;BYDAY=TU,TH")]
    [InlineData("BYDAY=-1FR;FREQ=MONTHLY;COUNT=10", "FREQ=MONTHLY;BYDAY=-1FR;COUNT=10")]
    [InlineData("FREQ=YEARLY;UNTIL=20301231T225959Z;BYMONTH=9,3;BYMONTHDAY=-1,15;WKST=SU", "FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=-1,15;WKST=SU;UNTIL=20301231T225959Z")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1")]
    public void Text_IsReadAndWritten(string text, string written)
    {
        Recurrence rule = Recurrence.Read(text).OrThrow();

        Assert.Equal(written, rule.ToString());
        Assert.Equal(rule, Recurrence.Parse(written, null));
    }

    [Theory]
    [InlineData("", "recurrence.part recurrence.no-frequency")]
    [InlineData("INTERVAL=2", "recurrence.no-frequency")]
    [InlineData("FREQ=HOURLY", "recurrence.value")]
    [InlineData("FREQ=DAILY;FREQ=DAILY", "recurrence.part-twice")]
    [InlineData("FREQ=DAILY;BYHOUR=9;BYEASTER=1;X", "recurrence.part recurrence.part recurrence.part")]
    [InlineData("FREQ=DAILY;INTERVAL=two;COUNT=;UNTIL=20301231;BYDAY=XX;WKST=8;BYMONTH=a", "recurrence.value recurrence.value recurrence.value recurrence.value recurrence.value recurrence.value")]
    [InlineData("FREQ=DAILY;INTERVAL=0", "recurrence.interval")]
    [InlineData("FREQ=DAILY;COUNT=0", "recurrence.count")]
    [InlineData("FREQ=DAILY;COUNT=2;UNTIL=20301231T000000Z", "recurrence.count-and-until")]
    [InlineData("FREQ=DAILY;BYMONTH=13;BYMONTHDAY=32", "recurrence.month recurrence.month-day")]
    [InlineData("FREQ=WEEKLY;BYMONTHDAY=1", "recurrence.month-day-weekly")]
    [InlineData("FREQ=YEARLY;BYMONTHDAY=1", "recurrence.month-day-yearly")]
    [InlineData("FREQ=WEEKLY;BYDAY=2TU", "recurrence.ordinal")]
    [InlineData("FREQ=MONTHLY;BYDAY=6TU", "recurrence.ordinal")]
    [InlineData("FREQ=YEARLY;BYDAY=54TU", "recurrence.ordinal")]
    [InlineData("FREQ=MONTHLY;BYDAY=1TU;BYMONTHDAY=1", "recurrence.ordinal-and-month-day")]
    [InlineData("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=0", "recurrence.set-position")]
    [InlineData("FREQ=MONTHLY;BYSETPOS=1", "recurrence.set-position-alone")]
    public void Faults_AreAllNamed(string text, string codes)
    {
        Assert.Equal(codes.Split(' '), Recurrence.Read(text).Match(_ => [], r => r.Reasons.Select(x => x.Code).ToArray()));
        Assert.False(Recurrence.TryParse(text, null, out _));
        Assert.Throws<FormatException>(() => Recurrence.Parse(text, null));
    }

    [Fact]
    public void Default_IsEveryDay()
    {
        Assert.Equal(Recurrence.Parse("FREQ=DAILY", null), default);
        Assert.Empty(default(Recurrence).Problems());
        Assert.Equal((1, DayOfWeek.Monday), (default(Recurrence).Interval, default(Recurrence).WeekStart));
    }

    /// <summary>The examples that people ask for, by hand.</summary>
    [Theory]
    [InlineData("FREQ=MONTHLY;BYDAY=2TU", "2026-01-13", "2026-01-13 2026-02-10 2026-03-10 2026-04-14")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1FR", "2026-01-30", "2026-01-30 2026-02-27 2026-03-27 2026-04-24")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=31", "2026-01-31", "2026-01-31 2026-03-31 2026-05-31 2026-07-31")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", "2026-01-05", "2026-01-05 2026-01-07 2026-01-19 2026-01-21")]
    [InlineData("FREQ=YEARLY", "2024-02-29", "2024-02-29 2028-02-29 2032-02-29 2036-02-29")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO", "1997-08-05", "1997-08-05 1997-08-10 1997-08-19 1997-08-24")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU", "1997-08-05", "1997-08-05 1997-08-17 1997-08-19 1997-08-31")]
    public void Rule_OccursOn(string rule, string first, string days)
    {
        GatheringSeries series = Series(rule, DateTime.Parse(first + "T10:00:00", System.Globalization.CultureInfo.InvariantCulture), "UTC");

        Assert.Equal(days.Split(' '), series.Occurrences(DateTimeOffset.MinValue, DateTimeOffset.MaxValue).Take(4).Select(o => o.Original.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>Where Ical.Net loses the last one; expected days by python-dateutil.</summary>
    [Fact]
    public void Until_OfAYearlyRule_LosesNothing()
    {
        GatheringSeries series = Series("FREQ=YEARLY;BYDAY=SU;BYSETPOS=-1,2;UNTIL=20290530T141500Z", new(2026, 12, 27, 15, 15, 0), "Asia/Kathmandu");

        Assert.Equal(
            [new(2026, 12, 27), new(2027, 1, 10), new(2027, 12, 26), new(2028, 1, 9), new(2028, 12, 31), new(2029, 1, 14)],
            series.Occurrences(DateTimeOffset.MinValue, DateTimeOffset.MaxValue).Select(o => DateOnly.FromDateTime(o.Original)));
    }

    [Fact]
    public void Rule_ThatNeverOccursAgain_Ends()
    {
        Assert.Empty(Series("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", new(2026, 1, 1, 10, 0, 0), "UTC").Occurrences(DateTimeOffset.MinValue, DateTimeOffset.MaxValue));
        Assert.Equal(2199, Series("FREQ=YEARLY", new(2026, 1, 1, 10, 0, 0), "UTC").Occurrences(DateTimeOffset.MinValue, DateTimeOffset.MaxValue).Last().Original.Year);
    }

    [Fact]
    public void Occurrences_KeepTheirLocalTime_AndTheirExactLength_AcrossChangesOfTheClock()
    {
        SeriesOccurrence[] all = [.. Series("FREQ=WEEKLY;COUNT=40", new(2026, 2, 2, 23, 30, 0), "Europe/Berlin", hours: 4).Occurrences(DateTimeOffset.MinValue, DateTimeOffset.MaxValue)];

        Assert.Equal(40, all.Length);
        Assert.All(all, o => Assert.Equal(TimeSpan.FromHours(4), o.Time.End - o.Time.Start));
        Assert.All(all, o => Assert.Equal(new TimeSpan(23, 30, 0), o.Original.TimeOfDay));
        Assert.Equal([21, 22], all.Select(o => o.Time.Start.Hour).Distinct().Order());
    }

    internal static GatheringSeries Series(string rule, DateTime start, string zone, int hours = 1) =>
        new(new("s"), new("S", GatheringKind.Talk), new(start, start.AddHours(hours), zone), Recurrence.Parse(rule, null));
}
