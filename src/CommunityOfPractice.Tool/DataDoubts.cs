using System.Globalization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Tool.Reporting;

namespace CommunityOfPractice.Tool;

/// <summary>What the format allows and is most likely a mistake: no errors, and nothing is left out for them.</summary>
internal static class DataDoubts
{
    private const int Named = 5;

    /// <summary>The doubts, in words, each with its code.</summary>
    public static IEnumerable<string> Of(InterchangeData data) => [.. Zones(data), .. Managers(data.Unified().People), .. Attendances(data), .. Times(data)];

    private static IEnumerable<string> Zones(InterchangeData data) =>
        from use in data.People.Select(p => (Zone: p.TimeZone, Of: p.Person.Text)).Concat(data.Gatherings.Select(g => (Zone: g.TimeZone, Of: $"the gathering {g.Gathering}")))
        where use.Zone is not null
        group use.Of by use.Zone into uses
        where !TimeZoneInfo.TryFindSystemTimeZoneById(uses.Key, out _)
        orderby uses.Key
        select $"timezone: no time zone database knows '{uses.Key}', of {Words.Some([.. uses.Distinct()], Named)} [timezone.unknown]";

    private static IEnumerable<string> Managers(IReadOnlyCollection<PersonEntry> people)
    {
        string[] own = [.. people.Where(p => p.Manager == p.Person).Select(p => p.Person.Text).Distinct()];
        if (own.Length > 0)
        {
            yield return $"manager: named as their own manager: {Words.Some(own, Named)} [manager.itself]";
        }

        Dictionary<PersonId, PersonId> managers = [];
        foreach (PersonEntry last in people.OrderBy(p => p.From ?? DateTimeOffset.MinValue).GroupBy(p => p.Person).Select(rows => rows.Last()))
        {
            if (last.Manager is { } manager && manager != last.Person)
            {
                managers[last.Person] = manager;
            }
        }

        HashSet<PersonId> seen = [];
        foreach (PersonId start in managers.Keys.Order())
        {
            List<PersonId> way = [];
            PersonId at = start;
            while (seen.Add(at) && managers.TryGetValue(at, out PersonId next))
            {
                way.Add(at);
                at = next;
            }

            if (way.IndexOf(at) is >= 0 and int begin)
            {
                yield return $"manager: managers go round in a circle: {Words.Some([.. way.Skip(begin).Select(p => p.Text)], Named)} [manager.circle]";
            }
        }
    }

    /// <summary>Who came to what did not take place.</summary>
    private static IEnumerable<string> Attendances(InterchangeData data)
    {
        HashSet<(CommunityId, string)> cancelled = [.. data.Gatherings.Where(g => g.Status == GatheringEntryStatus.Cancelled).Select(g => (g.Community, g.Gathering))];
        string[] attended = [.. data.Attendances.Where(a => a.Attended == true && cancelled.Contains((a.Community, a.Gathering))).Select(a => a.Gathering).Distinct()];
        if (attended.Length > 0)
        {
            yield return $"attended: yes, to what was cancelled: {Words.Some(attended, Named)} [attendance.cancelled]";
        }
    }

    /// <summary>A year or a day that was written as a number is read as unix seconds, early in 1970.</summary>
    private static IEnumerable<string> Times(InterchangeData data)
    {
        (long Seconds, string Meant)[] odd = [.. data.Log.Communities.SelectMany(c => Odd(data.Log.Of(c).Times)).Order()];
        if (odd.Length > 0)
        {
            yield return $"at: {Words.Count(odd.Length, "activity has a time that looks", "activities have times that look")} like a date written as a number: {odd[0].Seconds} is read as unix seconds, {Words.Day(DateTimeOffset.FromUnixTimeSeconds(odd[0].Seconds))}; "
                + $"a date is written {odd[0].Meant} [time.looks-like-date]";
        }
    }

    private static List<(long Seconds, string Meant)> Odd(ReadOnlySpan<long> times)
    {
        List<(long, string)> odd = [];
        foreach (long ticks in times)
        {
            if (Meant(ticks) is { } found)
            {
                odd.Add(found);
            }
        }

        return odd;
    }

    private static (long Seconds, string Meant)? Meant(long ticks)
    {
        long since = ticks - DateTimeOffset.UnixEpoch.UtcTicks, seconds = since / TimeSpan.TicksPerSecond;
        return seconds >= 2100_01_01 || since % TimeSpan.TicksPerSecond != 0 ? null
            : seconds is >= 1990 and < 2100 ? (seconds, $"{seconds}-01-01")
            : seconds is >= 1990_01_01 and < 2100_01_01 && DateOnly.TryParseExact(seconds.ToString(CultureInfo.InvariantCulture), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
                ? (seconds, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
                : null;
    }
}
