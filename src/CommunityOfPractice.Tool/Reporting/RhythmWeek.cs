using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Tool.Reporting;

/// <summary>One week of a community: what people gave, and the gatherings that were planned, held or cancelled.</summary>
/// <param name="From">The week's first instant.</param>
/// <param name="Contributions">How many contributions there were.</param>
/// <param name="Contributors">How many people made them.</param>
/// <param name="Held">Gatherings that somebody says took place, or in which people took part.</param>
/// <param name="Planned">Gatherings that were planned and are over, of which nobody says whether they took place.</param>
/// <param name="Cancelled">Gatherings that were cancelled.</param>
internal sealed record RhythmWeek(DateTimeOffset From, int Contributions, int Contributors, int Held, int Planned, int Cancelled)
{
    private const long Week = 7 * TimeSpan.TicksPerDay;

    /// <summary>The whole weeks of the window back from its end, from the first one in which anything is known.</summary>
    public static IReadOnlyList<RhythmWeek> Of(HealthEvidence evidence, IReadOnlyList<WeeklyActivity> activity)
    {
        long end = evidence.AsOf.UtcTicks;
        ILookup<int, GatheringStatus> gatherings = Gatherings(evidence).ToLookup(g => (int)((end - 1 - g.Start.UtcTicks) / Week), g => g.Status);
        int weeks = (int)(evidence.Window.Length.Ticks / Week);
        int known = Math.Max(activity.Count, gatherings.Select(g => g.Key + 1).DefaultIfEmpty().Max());
        return [.. Enumerable.Range(1, Math.Min(weeks, known)).Reverse().Select(back =>
        {
            WeeklyActivity? given = back <= activity.Count ? activity[^back] : null;
            GatheringStatus[] there = [.. gatherings[back - 1]];
            return new RhythmWeek(
                new DateTimeOffset(end - (back * Week), TimeSpan.Zero),
                given?.Contributions ?? 0,
                given?.Contributors ?? 0,
                there.Count(s => s == GatheringStatus.Held),
                there.Count(s => s == GatheringStatus.Planned),
                there.Count(s => s == GatheringStatus.Cancelled));
        })];
    }

    /// <summary>Those of the calendar, held where people hosted, attended or came, and what people hosted or attended besides; as readings count them.</summary>
    private static IEnumerable<(DateTimeOffset Start, GatheringStatus Status)> Gatherings(HealthEvidence evidence)
    {
        ValueList<Gathering> calendar = evidence.Practice?.Calendar.Between(new(DateTimeOffset.MinValue, evidence.AsOf)) ?? [];
        GatheringsUnderWay underWay = new(calendar.Where(g => g.Status != GatheringStatus.Cancelled));
        HashSet<GatheringId> told = [.. calendar.Where(g => g.Status == GatheringStatus.Held || (g.Status == GatheringStatus.Planned && g.Attendance > 0)).Select(g => g.Id)];
        List<(DateTimeOffset Start, GatheringStatus Status)> all = [];
        foreach (DateTimeOffset at in Taken(evidence.Activity).Distinct().Select(ticks => new DateTimeOffset(ticks, TimeSpan.Zero)))
        {
            if (underWay.At(at) is { } gathering)
            {
                told.Add(gathering.Id);
            }
            else
            {
                all.Add((at, GatheringStatus.Held));
            }
        }

        return all.Concat(calendar.Where(g => evidence.Window.Contains(g.Start) && (told.Contains(g.Id) || g.Status == GatheringStatus.Cancelled || g.End <= evidence.AsOf))
            .Select(g => (g.Start, told.Contains(g.Id) ? GatheringStatus.Held : g.Status)));
    }

    private static IEnumerable<long> Taken(ActivityWindow activity) =>
        from i in Enumerable.Range(0, activity.Count)
        where activity.Acts[i] is Act.Host or Act.Attend && !activity.IsBot(i)
        select activity.Times[i];
}
