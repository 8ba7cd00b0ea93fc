namespace CommunityOfPractice.Core.Practices;

/// <summary>For how many people something took place in their daytime: from 8 to 18 o'clock where they are.</summary>
/// <remarks>Immutable and compared by value. Counts only: the share says nothing when no zone is known.</remarks>
/// <param name="Included">For how many; at most <paramref name="Known"/>.</param>
/// <param name="Known">Of how many people the time zone is known.</param>
public sealed record TimeZoneInclusion(int Included, int Known)
{
    private const int FirstHour = 8, LastHour = 18;

    internal static TimeZoneInclusion Of(GatheringTime[] times, IEnumerable<string?> zones)
    {
        int included = 0, known = 0;
        foreach (IGrouping<string?, string?> people in zones.GroupBy(z => z))
        {
            if (TimeZones.Find(people.Key) is { } zone)
            {
                int count = people.Count();
                known += count;
                included += Array.Exists(times, time => IsInDaytime(zone, time)) ? count : 0;
            }
        }

        return new(included, known);
    }

    private static bool IsInDaytime(TimeZoneInfo zone, GatheringTime time)
    {
        DateTime start = zone.ToLocal(time.Start), end = zone.ToLocal(time.End);
        return start.Date == end.Date && start.Hour >= FirstHour && end.TimeOfDay <= TimeSpan.FromHours(LastHour);
    }
}
