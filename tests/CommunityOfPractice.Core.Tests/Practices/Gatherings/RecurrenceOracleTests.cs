using System.Globalization;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;

namespace CommunityOfPractice.Core.Tests.Practices.Gatherings;

/// <summary>Rules, zones and windows made up, beside Ical.Net.</summary>
/// <remarks>
/// Ical.Net 5.2.4 is asked for starts only, since it cannot name an end in an hour that is repeated; UNTIL is cut off outside, since in yearly steps it loses what
/// comes before UNTIL in the last year. Rules that occur at their first start only: RFC 5545 leaves the others open.
/// </remarks>
public sealed class RecurrenceOracleTests
{
    private static readonly string[] Zones =
        ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "UTC", "Asia/Kathmandu", "America/St_Johns", "Pacific/Auckland", "America/Santiago"];

    private static int compared;

    [Property(MaxTest = 300)]
    public void Occurrences_AreThoseOfIcalNet(int seed) => Compare(seed);

    /// <summary>What starts before the stretch is jumped over: the same occurrences, with the same numbers, as by going through all from the first one on.</summary>
    [Property(MaxTest = 300)]
    public void Occurrences_JumpedTo_AreThoseThatAreWalkedTo(int seed)
    {
        Random random = new(seed);
        if (Make(random) is not var (series, window))
        {
            return;
        }

        SeriesOccurrence[] walked = [.. series.Occurrences(DateTimeOffset.MinValue, window.Until).Where(o => o.Time.Start >= window.From)];
        Assert.Equal(walked, series.Occurrences(window.From, window.Until));
        Assert.All(walked.Take(3), occurrence => Assert.Equal(occurrence, series.Find(occurrence.Original)));
        DateTimeOffset from = window.Until.AddDays(random.Next(20_000));
        Assert.Equal(
            series.Occurrences(DateTimeOffset.MinValue, from.AddDays(40)).Where(o => o.Time.Start >= from),
            series.Occurrences(from, from.AddDays(40)));
    }

    [Theory]
    [InlineData("FREQ=DAILY")]
    [InlineData("FREQ=DAILY;INTERVAL=3;BYDAY=MO,TU")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR;BYSETPOS=-1")]
    public void ALongSeries_IsJumpedOver(string rule)
    {
        GatheringSeries series = new(new("s"), new("S", GatheringKind.Talk), new(new(1975, 1, 6, 9, 0, 0), new(1975, 1, 6, 10, 0, 0), "UTC"), Recurrence.Parse(rule, null));
        DateTimeOffset from = new(2190, 3, 1, 0, 0, 0, TimeSpan.Zero);

        SeriesOccurrence found = series.Occurrences(from, DateTimeOffset.MaxValue).First();

        Assert.Equal(series.Occurrences(DateTimeOffset.MinValue, from).Count(), found.Index);
        Assert.InRange(new Core.Practices.RecurrenceDates(series.Rule, new(1975, 1, 6)).Before(new(2190, 3, 1)).Steps, 5_000, int.MaxValue);
    }

    [Fact, Trait("Category", "Slow")]
    public void Occurrences_AreThoseOfIcalNet_OfManyRules()
    {
        compared = 0;
        for (int seed = 1; seed <= 3_000; seed++)
        {
            Compare(seed);
        }

        Assert.True(compared > 1_500, $"{compared} rules were compared.");
    }

    private static void Compare(int seed)
    {
        Random random = new(seed);
        if (Make(random) is not var (series, window))
        {
            return;
        }

        compared++;
        DateTimeOffset[] ours = [.. series.Occurrences(window.From, window.Until).Select(o => o.Time.Start)];
        Assert.True(Oracle(series, window).SequenceEqual(ours), $"seed {seed}: {series.Rule} from {series.First}, except {series.Except}, {window}");
    }

    private static (GatheringSeries Series, TimeWindow Window)? Make(Random random)
    {
        DateTime anchor = new DateTime(2019, 1, 1).AddDays(random.Next(365 * 8)).AddMinutes(15 * random.Next(96));
        anchor = random.Next(2) == 0 ? anchor.Date.AddHours(2).AddMinutes(15 * random.Next(4)) : anchor;
        string zone = Zones[random.Next(Zones.Length)];
        Recurrence rule = Rule(random);
        if (rule.Problems().Count > 0 || First(new(new("s"), new("S", GatheringKind.Talk), new(anchor, anchor.AddHours(1), zone), rule)) is not { Original: { Year: < 2030 } start })
        {
            return null;
        }

        rule = random.Next(3) switch
        {
            0 => rule with { Count = 1 + random.Next(40) },
            1 => rule with { Until = new DateTimeOffset(start.AddDays(random.Next(900)).AddHours(random.Next(-14, 14)), TimeSpan.Zero) },
            _ => rule,
        };
        GatheringSeries series = new(new("s"), new("S", GatheringKind.Talk), new(start, start.AddHours(2), zone), rule);
        series = series with { Except = series.Occurrences(DateTimeOffset.MinValue, DateTimeOffset.MaxValue).Take(30).Where(_ => random.Next(6) == 0).Select(o => o.Original).ToValueList() };
        DateTimeOffset from = new DateTimeOffset(start, TimeSpan.Zero).AddDays(random.Next(-30, 700)).AddMinutes(random.Next(1440));
        return series.First.Resolve().IsAccepted ? (series, new TimeWindow(from, from.AddDays(1 + random.Next(800)))) : null;
    }

    private static SeriesOccurrence? First(GatheringSeries series) => series.Occurrences(DateTimeOffset.MinValue, DateTimeOffset.MaxValue).FirstOrDefault();

    private static Recurrence Rule(Random random)
    {
        Recurrence rule = new((RecurrenceFrequency)random.Next(4)) { Interval = random.Next(2) == 0 ? 1 : 1 + random.Next(5) };
        rule = random.Next(4) == 0 ? rule with { ByMonth = Some(random, () => 1 + random.Next(12)) } : rule;
        rule = random.Next(3) == 0 ? rule with { ByMonthDay = Some(random, () => Signed(random, 31)) } : rule;
        if (random.Next(2) == 0)
        {
            bool numbered = random.Next(2) == 0;
            int farthest = rule.Frequency == RecurrenceFrequency.Monthly || rule.ByMonth.Count > 0 ? 5 : 53;
            rule = rule with { ByDay = Some(random, () => new RecurrenceDay((DayOfWeek)random.Next(7), numbered ? Signed(random, farthest) : 0)) };
        }

        rule = random.Next(4) == 0 ? rule with { BySetPos = Some(random, () => Signed(random, 3)) } : rule;
        return random.Next(2) == 0 ? rule with { WeekStart = (DayOfWeek)random.Next(7) } : rule;
    }

    private static ValueList<T> Some<T>(Random random, Func<T> one) => Enumerable.Range(0, 1 + random.Next(3)).Select(_ => one()).ToValueList();

    private static int Signed(Random random, int most) => (1 + random.Next(most)) * (random.Next(2) == 0 ? 1 : -1);

    private static List<DateTimeOffset> Oracle(GatheringSeries series, TimeWindow window)
    {
        (string zone, string suffix) = series.First.Zone == "UTC" ? (string.Empty, "Z") : ($";TZID={series.First.Zone}", string.Empty);
        string text = string.Join("\r\n",
            ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//tests//EN", "BEGIN:VEVENT", "UID:1", "DTSTAMP:20200101T000000Z",
            $"DTSTART{zone}:{Local(series.First.Start)}{suffix}", $"DTEND{zone}:{Local(series.First.End)}{suffix}", $"RRULE:{series.Rule with { Until = null }}",
            .. series.Except.Select(e => $"EXDATE{zone}:{Local(e)}{suffix}"), "END:VEVENT", "END:VCALENDAR", string.Empty]);
        CalendarEvent gathering = Ical.Net.Calendar.Load(text)!.Events.Single();
        List<DateTimeOffset> starts = [];
        try
        {
            foreach (Occurrence occurrence in gathering.GetOccurrences())
            {
                DateTimeOffset start = new(occurrence.Period.StartTime.AsUtc, TimeSpan.Zero);
                if (start >= window.Until || start > series.Rule.Until)
                {
                    break;
                }

                if (start >= window.From)
                {
                    starts.Add(start);
                }
            }
        }
        catch (EvaluationOutOfRangeException)
        {
            // Nothing more up to the end of the calendar.
        }

        return starts;
    }

    private static string Local(DateTime time) => time.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
}
