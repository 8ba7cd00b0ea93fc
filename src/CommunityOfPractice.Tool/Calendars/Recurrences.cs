using CommunityOfPractice.Core.Interchange;
using Ical.Net.CalendarComponents;
using Ical.Net.Evaluation;

namespace CommunityOfPractice.Tool.Calendars;

/// <summary>The starts of a series.</summary>
internal static class Recurrences
{
    /// <summary>Daily for a hundred years: no community gathers more often.</summary>
    private const int Most = 36_525;

    /// <summary>So many steps without a start, and there is none.</summary>
    private const int MostInVain = 10_000;

    /// <summary>The starts that the rule gives before an instant, those that are excepted among them; of a single gathering its start.</summary>
    /// <exception cref="DataException">The rule or the time zone is none, or the rule gives more starts than anybody can keep.</exception>
    public static IReadOnlyList<DateTimeOffset> Before(GatheringEntry gathering, DateTimeOffset until)
    {
        if (gathering.RRule is null)
        {
            return gathering.Start < until ? [gathering.Start] : [];
        }

        List<string> errors = [];
        CalendarEvent? series = CalendarExport.EventOf(gathering with { Except = [] }, errors);
        return series is null ? throw new DataException(string.Join("; ", errors)) : Before(series, gathering, until);
    }

    private static List<DateTimeOffset> Before(CalendarEvent series, GatheringEntry gathering, DateTimeOffset until)
    {
        string place = $"{gathering.Community}: gathering {gathering.Gathering}: rrule: '{gathering.RRule}'";
        try
        {
            List<DateTimeOffset> starts =
            [
                .. series.GetOccurrences(series.DtStart, new EvaluationOptions { MaxUnmatchedIncrementsLimit = MostInVain })
                    .Select(o => new DateTimeOffset(o.Period.StartTime.AsUtc, TimeSpan.Zero)).TakeWhile(at => at < until).Take(Most + 1),
            ];
            return starts.Count <= Most ? starts : throw new DataException($"{place} gives more than {Most} starts");
        }
        catch (Exception problem) when (problem is EvaluationLimitExceededException or EvaluationOutOfRangeException or ArgumentException)
        {
            throw new DataException($"{place} cannot be followed: {problem.Message}");
        }
    }
}
