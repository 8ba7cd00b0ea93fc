using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace YearOfACommunity;

/// <summary>A year on one page: a row of days for each month, and below it what there was.</summary>
internal static class CalendarPage
{
    public static void Write(TextWriter output, ValueList<Gathering> gatherings)
    {
        output.WriteLine("o informal, # formal, x cancelled");
        foreach (IGrouping<int, Gathering> month in gatherings.GroupBy(g => g.Info.Time.LocalStart.Month))
        {
            DateTime first = month.First().Info.Time.LocalStart;
            char[] days = [.. Enumerable.Repeat('.', DateTime.DaysInMonth(first.Year, first.Month))];
            foreach (Gathering gathering in month)
            {
                days[gathering.Info.Time.LocalStart.Day - 1] = SignOf(gathering);
            }

            output.WriteLine($"{first:MMM} {new string(days)}");
            foreach (Gathering gathering in month)
            {
                output.WriteLine($"      {gathering.Info.Time.LocalStart:ddd dd HH:mm}  {gathering.Info.Details.Title}, with {string.Join(" and ", gathering.Info.Hosts)}{Outcome(gathering)}");
            }
        }

        output.WriteLine();
    }

    private static char SignOf(Gathering gathering) =>
        gathering.Status == GatheringStatus.Cancelled ? 'x' : gathering.Info.Details.Kind.ToFormality() == Formality.Formal ? '#' : 'o';

    private static string Outcome(Gathering gathering) => gathering.Status switch
    {
        GatheringStatus.Cancelled => $": cancelled ({gathering.Info.CancelReason})",
        GatheringStatus.Held => $": {gathering.Attendance} came{(gathering.KeptPromises is (var came, > 0 and var going) ? $", {came} of {going} who had a place" : string.Empty)}",
        _ => string.Empty,
    };
}
