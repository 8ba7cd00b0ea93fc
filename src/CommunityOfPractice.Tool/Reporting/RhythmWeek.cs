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
        long[] taken = [.. Taken(evidence.Activity).Distinct().Order()];
        bool[] known = new bool[taken.Length];
        List<(DateTimeOffset Start, GatheringStatus Status)> all = [];
        foreach (Gathering gathering in evidence.Practice?.Calendar.Between(evidence.Window) ?? [])
        {
            bool told = gathering.Status == GatheringStatus.Held || (gathering.Status == GatheringStatus.Planned && gathering.Attendance > 0);
            int first = Array.BinarySearch(taken, gathering.Start.UtcTicks);
            for (int i = first < 0 ? ~first : first; gathering.Status != GatheringStatus.Cancelled && i < taken.Length && taken[i] <= gathering.End.UtcTicks; i++)
            {
                told = known[i] = true;
            }

            if (told || gathering.Status == GatheringStatus.Cancelled || gathering.End <= evidence.AsOf)
            {
                all.Add((gathering.Start, told ? GatheringStatus.Held : gathering.Status));
            }
        }

        return all.Concat(taken.Where((_, i) => !known[i]).Select(at => (new DateTimeOffset(at, TimeSpan.Zero), GatheringStatus.Held)));
    }

    private static IEnumerable<long> Taken(ActivityWindow activity) =>
        from i in Enumerable.Range(0, activity.Count)
        where activity.Acts[i] is Act.Host or Act.Attend && !activity.IsBot(i)
        select activity.Times[i];
}
