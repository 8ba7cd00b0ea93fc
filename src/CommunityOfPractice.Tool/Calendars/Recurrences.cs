using CommunityOfPractice.Core.Interchange;
using Ical.Net.CalendarComponents;

namespace CommunityOfPractice.Tool.Calendars;

/// <summary>The starts of a series.</summary>
internal static class Recurrences
{
    /// <summary>The starts that the rule gives before an instant, those that are excepted among them; of a single gathering its start.</summary>
    /// <exception cref="DataException">The rule or the time zone is none.</exception>
    public static IReadOnlyList<DateTimeOffset> Before(GatheringEntry gathering, DateTimeOffset until)
    {
        if (gathering.RRule is null)
        {
            return gathering.Start < until ? [gathering.Start] : [];
        }

        List<string> errors = [];
        CalendarEvent? series = CalendarExport.EventOf(gathering with { Except = [] }, errors);
        return series is null
            ? throw new DataException(string.Join("; ", errors))
            : [.. series.GetOccurrences(series.DtStart, null).Select(o => new DateTimeOffset(o.Period.StartTime.AsUtc, TimeSpan.Zero)).TakeWhile(at => at < until)];
    }
}
