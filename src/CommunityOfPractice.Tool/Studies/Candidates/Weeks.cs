using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Tool.Studies.Candidates;

/// <summary>Who contributed in which week before the as-of instant, from public parts of the evidence.</summary>
internal sealed class Weeks
{
    private const long Week = 7 * TimeSpan.TicksPerDay;

    /// <summary>Whole weeks in the window.</summary>
    public int Window { get; private init; }

    /// <summary>Whole weeks of the window since the first activity.</summary>
    public int Observed { get; private init; }

    public Dictionary<int, (int Acts, HashSet<int> Weeks)> People { get; } = [];

    public int Acts => People.Values.Sum(p => p.Acts);

    public int PersonWeeks => People.Values.Sum(p => p.Weeks.Count);

    /// <summary>Who contributed in the period of the same length before the window.</summary>
    public HashSet<int> Earlier { get; private init; } = [];

    /// <summary>Those of them who did in two weeks or more.</summary>
    public HashSet<int> EarlierRegulars { get; private init; } = [];

    /// <summary>Who contributed at any time before the window.</summary>
    public HashSet<int> Before { get; } = [];

    /// <summary>Who contributed in the last four weeks, and how many did each week of them on average.</summary>
    public HashSet<int> Month { get; } = [];

    public double MonthWeekly { get; private init; }

    /// <summary>Who began within the window and the one before it, 90 days ago or longer, and whether they were seen from day 31 to 90.</summary>
    public Dictionary<int, bool> Newcomers { get; } = [];

    /// <summary>Days between days with contributions.</summary>
    public double[] Gaps { get; private init; } = [];

    public double ShareOfWeeks(int people)
    {
        int shared = People.Values.SelectMany(p => p.Weeks).Where(w => w < Observed).GroupBy(w => w).Count(w => w.Count() >= people);
        return (double)shared / Observed;
    }

    public double? Regulars(int weeks) => People.Values.Count(p => p.Weeks.Count >= weeks);

    public static Weeks Of(HealthEvidence evidence)
    {
        ActivityWindow all = evidence.History;
        long end = evidence.AsOf.UtcTicks, from = evidence.Window.From.UtcTicks, earlier = from - evidence.Window.Length.Ticks;
        Dictionary<int, long> first = [];
        Dictionary<int, HashSet<int>> before = [];
        SortedSet<long> days = [];
        long start = long.MaxValue;
        List<(int Who, long At)> acts = [];
        for (int i = 0; i < all.Count; i++)
        {
            if (!all.IsBot(i) && all.Acts[i] == Act.Publish)
            {
                acts.Add((all.People[i], all.Times[i]));
                start = Math.Min(start, all.Times[i]);
                first.TryAdd(all.People[i], all.Times[i]);
            }
        }

        Weeks weeks = new()
        {
            Window = (int)(evidence.Window.Length.Ticks / Week),
            Observed = start == long.MaxValue ? 0 : (int)((end - Math.Max(from, start)) / Week),
            Gaps = [],
            MonthWeekly = acts.Where(a => a.At >= end - (4 * Week)).Select(a => (a.Who, (end - 1 - a.At) / Week)).Distinct().Count() / 4.0,
        };
        foreach ((int who, long at) in acts)
        {
            int week = (int)((end - 1 - at) / Week);
            if (at >= from)
            {
                (int count, HashSet<int> of) = weeks.People.GetValueOrDefault(who, (0, []));
                of.Add(week);
                weeks.People[who] = (count + 1, of);
                days.Add(at / TimeSpan.TicksPerDay);
            }
            else
            {
                weeks.Before.Add(who);
                if (at >= earlier)
                {
                    weeks.Earlier.Add(who);
                    if (!before.TryGetValue(who, out HashSet<int>? of))
                    {
                        before[who] = of = [];
                    }

                    of.Add(week);
                    if (of.Count == 2)
                    {
                        weeks.EarlierRegulars.Add(who);
                    }
                }
            }

            if (at >= end - (4 * Week))
            {
                weeks.Month.Add(who);
            }

            long began = first[who], since = (at - began) / TimeSpan.TicksPerDay;
            if (began >= end - (182 * TimeSpan.TicksPerDay) && began + (90 * TimeSpan.TicksPerDay) <= end)
            {
                weeks.Newcomers[who] = weeks.Newcomers.GetValueOrDefault(who) || since is >= 30 and < 90;
            }
        }

        long[] sorted = [.. days];
        return new(weeks) { Gaps = [.. sorted.Zip(sorted.Skip(1), (a, b) => (double)(b - a))] };
    }

    private Weeks()
    {
    }

    private Weeks(Weeks other)
    {
        (Window, Observed, MonthWeekly) = (other.Window, other.Observed, other.MonthWeekly);
        (People, Earlier, EarlierRegulars, Before, Month, Newcomers) = (other.People, other.Earlier, other.EarlierRegulars, other.Before, other.Month, other.Newcomers);
    }
}
