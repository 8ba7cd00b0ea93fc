using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Statistics;
using Activity = CommunityOfPractice.Core.Practices.Activity;

namespace CommunityOfPractice.Core.Benchmarks.Subject;

/// <summary>The indicators H1 to H8 of shared/bench over the library's log, statistics and networks.</summary>
/// <remarks>
/// Of the library: the log and its windows, Gini, Median, SurvivalCurve, MannKendall, DirectedGraph, Density, Reciprocity, Centralization,
/// CoreNumbers, GroupTies. Glue of this program, because the library has no public counterpart yet: counting per person, monthly actives (H3),
/// retention cohorts (H4), and the E-I index of directed ties (the library's is of undirected ones).
/// </remarks>
internal sealed class HealthSubject
{
    private const int Span = 3 * 365 * 86_400, Months = 36, Month = Span / Months, Departments = 20;
    private static readonly DateTimeOffset Begin = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Act[] Acts = [Act.Post, Act.Reply, Act.React, Act.Attend];

    private readonly Dictionary<string, List<double>> seconds = [];
    private readonly int people;
    private readonly int communities;
    private int[] departments = [];

    private HealthSubject(int people, int communities)
    {
        this.people = people;
        this.communities = communities;
    }

    public static void Run(string path, int people, int communities, int repetitions)
    {
        uint[] events = MemoryMarshal.Cast<byte, uint>(File.ReadAllBytes(path)).ToArray();
        HealthSubject subject = new(people, communities);
        object checks = subject.Pass(events); // warms up
        long begin = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begin) < TimeSpan.FromSeconds(1))
        {
            checks = subject.Pass(events);
        }

        subject.seconds.Clear();
        for (int i = 0; i < repetitions; i++)
        {
            checks = subject.Pass(events);
        }

        foreach ((string stage, List<double> times) in subject.seconds)
        {
            times.Sort();
            Console.WriteLine(JsonSerializer.Serialize(new { stage, median_s = times[times.Count / 2], ns_per_event = times[times.Count / 2] / (events.Length / 4) * 1e9 }));
        }

        Console.WriteLine(JsonSerializer.Serialize(checks));
    }

    private object Pass(uint[] events)
    {
        long start = Stopwatch.GetTimestamp();
        ActivityLog log = Time("build log", () => Build(events));
        departments = Time("departments of the log's people", () => DepartmentsOf(log));
        long built = Stopwatch.GetTimestamp();
        ActivityWindow[] windows = [.. log.Communities.Select(log.Of)];
        double[] gini = Time("H1 gini/community", () => Ginis(windows));
        double[] waits = Time("H2 median first response", () => FirstReplies(windows));
        double[][] actives = Time("H3 monthly active", () => MonthlyActives(windows));
        double[] trends = Time("H8 mann-kendall", () => Array.ConvertAll(actives, a => MannKendall.Of(a)!.Value.S / Math.Sqrt(Months * (Months - 1) * ((2 * Months) + 5) / 18.0)));
        int[,] cohorts = Time("H4 retention cohorts", () => Cohorts(windows));
        SurvivalCurve survival = Time("H5 kaplan-meier", () => Lifetimes(windows));
        (int[] from, int[] to, int[] ends) = Time("H6a edge list", () => Edges(windows));
        DirectedGraph graph = Time("H6b graph", () => DirectedGraph.FromEdges(people, from, to));
        (double density, double reciprocity, double centralization, double ei) = Time("H6c density, reciprocity, centralization, E-I", () => Measure(graph, v => departments[v]));
        UndirectedGraph ties = Time("H6d to undirected", graph.ToUndirected);
        (int core, double modularity) = Time("H6d k-core + modularity", () => (CoreNumbers.Innermost(ties).Number, GroupTies.Of(ties, departments).Modularity ?? 0));
        (double Density, double Reciprocity, double Centralization, double Ei)[] each = Time("H7 per-community graphs", () => PerCommunity(from, to, ends));
        Add("indicators without build", Stopwatch.GetElapsedTime(built));
        Add("TOTAL", Stopwatch.GetElapsedTime(start));
        return new
        {
            gini_mean = gini.Average(),
            med_mean = waits.Average(),
            mau_sum = actives.Sum(a => a.Sum()),
            mk_mean = trends.Average(),
            ret_sum = cohorts.Cast<int>().Sum(),
            km_S_end = survival.At((365 * 86_400) - 1),
            edges = graph.EdgeCount,
            density,
            recip = reciprocity,
            cen = centralization,
            ei,
            kcore = core,
            mod = modularity,
            h7_density = each.Sum(e => e.Density),
            h7_rec = each.Sum(e => e.Reciprocity),
            h7_cen = each.Sum(e => e.Centralization),
            h7_ei = each.Sum(e => e.Ei),
        };
    }

    /// <summary>Through the public door for columns: people, communities and replies by number.</summary>
    private ActivityLog Build(uint[] events)
    {
        int rows = events.Length / 4;
        int[] community = new int[rows], person = new int[rows], reply = new int[rows];
        long[] ticks = new long[rows];
        Act[] acts = new Act[rows];
        for (int i = 0, at = 0; i < rows; i++, at += 4)
        {
            ticks[i] = Begin.UtcTicks + (events[at] * TimeSpan.TicksPerSecond);
            person[i] = (int)events[at + 1];
            community[i] = (int)(events[at + 2] >> 8);
            acts[i] = Acts[events[at + 2] & 255];
            reply[i] = (int)events[at + 3] - 1;
        }

        return ActivityLog.Of(new ActivityTable
        {
            Communities = [.. Enumerable.Range(0, communities).Select(c => new CommunityId(c.ToString(CultureInfo.InvariantCulture)))],
            People = [.. Enumerable.Range(0, people).Select(p => new PersonId(p.ToString(CultureInfo.InvariantCulture)))],
            Community = community,
            Person = person,
            UtcTicks = ticks,
            Acts = acts,
            ReplyTo = reply,
        }).OrThrow();
    }

    private int[] DepartmentsOf(ActivityLog log)
    {
        int[] found = new int[people];
        for (int number = 0; number < log.PersonCount; number++)
        {
            found[number] = (int)(GraphSubject.Mix(ulong.Parse(log.Person(number).Text, CultureInfo.InvariantCulture)) % Departments);
        }

        return found;
    }

    private double[] Ginis(ActivityWindow[] windows)
    {
        int[] counts = new int[people];
        List<int> seen = [];
        return Array.ConvertAll(windows, window =>
        {
            seen.Clear();
            foreach (int person in window.People)
            {
                if (counts[person]++ == 0)
                {
                    seen.Add(person);
                }
            }

            Span<int> found = CollectionsMarshal.AsSpan(seen);
            foreach (ref int person in found)
            {
                (person, counts[person]) = (counts[person], 0);
            }

            return Gini.Of<int>(found)!.Value;
        });
    }

    private static double[] FirstReplies(ActivityWindow[] windows)
    {
        List<double> medians = [], waits = [];
        foreach (ActivityWindow window in windows)
        {
            waits.Clear();
            bool[] answered = new bool[window.Count];
            ReadOnlySpan<Act> acts = window.Acts;
            ReadOnlySpan<int> replies = window.Replies;
            ReadOnlySpan<long> times = window.Times;
            for (int i = 0; i < acts.Length; i++)
            {
                int parent = replies[i] - window.Start;
                if (acts[i] == Act.Reply && acts[parent] == Act.Post && !answered[parent])
                {
                    answered[parent] = true;
                    waits.Add((times[i] - times[parent]) / (double)TimeSpan.TicksPerSecond);
                }
            }

            if (waits.Count > 0)
            {
                medians.Add(Median.InPlace(CollectionsMarshal.AsSpan(waits))!.Value);
            }
        }

        return [.. medians];
    }

    private static int MonthOf(long ticks) => (int)((ticks - Begin.UtcTicks) / (Month * TimeSpan.TicksPerSecond));

    private double[][] MonthlyActives(ActivityWindow[] windows)
    {
        int[] last = new int[people];
        int first = 1;
        return Array.ConvertAll(windows, window =>
        {
            double[] actives = new double[Months];
            ReadOnlySpan<int> who = window.People;
            ReadOnlySpan<long> times = window.Times;
            for (int i = 0; i < who.Length; i++)
            {
                int month = MonthOf(times[i]);
                if (last[who[i]] < first + month)
                {
                    last[who[i]] = first + month;
                    actives[month]++;
                }
            }

            first += Months;
            return actives;
        });
    }

    private int[,] Cohorts(ActivityWindow[] windows)
    {
        ulong[] active = new ulong[people];
        foreach (ActivityWindow window in windows)
        {
            ReadOnlySpan<int> who = window.People;
            ReadOnlySpan<long> times = window.Times;
            for (int i = 0; i < who.Length; i++)
            {
                active[who[i]] |= 1UL << MonthOf(times[i]);
            }
        }

        int[,] cohorts = new int[Months, Months];
        foreach (ulong months in active)
        {
            int first = BitOperations.TrailingZeroCount(months);
            for (ulong left = months; left != 0; left &= left - 1)
            {
                cohorts[first, BitOperations.TrailingZeroCount(left) - first]++;
            }
        }

        return cohorts;
    }

    private SurvivalCurve Lifetimes(ActivityWindow[] windows)
    {
        long[] first = new long[people], last = new long[people];
        Array.Fill(first, long.MaxValue);
        foreach (ActivityWindow window in windows)
        {
            ReadOnlySpan<int> who = window.People;
            ReadOnlySpan<long> times = window.Times;
            for (int i = 0; i < who.Length; i++)
            {
                first[who[i]] = Math.Min(first[who[i]], times[i]);
                last[who[i]] = Math.Max(last[who[i]], times[i]);
            }
        }

        List<double> durations = [];
        List<bool> gone = [];
        long quiet = Begin.UtcTicks + ((Span - (60 * 86_400)) * TimeSpan.TicksPerSecond);
        for (int p = 0; p < people; p++)
        {
            if (last[p] > 0)
            {
                durations.Add((last[p] - first[p]) / (double)TimeSpan.TicksPerSecond);
                gone.Add(last[p] < quiet);
            }
        }

        return SurvivalCurve.KaplanMeier(CollectionsMarshal.AsSpan(durations), CollectionsMarshal.AsSpan(gone))!;
    }

    /// <summary>Who replied to whom, community after community, and where each community's edges end.</summary>
    private static (int[] From, int[] To, int[] Ends) Edges(ActivityWindow[] windows)
    {
        List<int> from = [], to = [];
        int[] ends = new int[windows.Length];
        for (int c = 0; c < windows.Length; c++)
        {
            ActivityWindow window = windows[c];
            ReadOnlySpan<Act> acts = window.Acts;
            ReadOnlySpan<int> replies = window.Replies, who = window.People;
            for (int i = 0; i < acts.Length; i++)
            {
                if (acts[i] == Act.Reply && who[i] != who[replies[i] - window.Start])
                {
                    from.Add(who[i]);
                    to.Add(who[replies[i] - window.Start]);
                }
            }

            ends[c] = from.Count;
        }

        return ([.. from], [.. to], ends);
    }

    private static (double Density, double Reciprocity, double Centralization, double Ei) Measure(DirectedGraph graph, Func<int, int> departmentOf)
    {
        int external = 0;
        for (int v = 0; v < graph.VertexCount; v++)
        {
            int own = departmentOf(v);
            foreach (int w in graph.Successors(v))
            {
                external += departmentOf(w) != own ? 1 : 0;
            }
        }

        return (
            Density.Of(graph) ?? 0,
            Reciprocity.Of(graph).Share ?? 0,
            Centralization.OfInDegree(graph) ?? 0,
            ((2.0 * external) - graph.EdgeCount) / graph.EdgeCount);
    }

    private (double Density, double Reciprocity, double Centralization, double Ei)[] PerCommunity(int[] from, int[] to, int[] ends)
    {
        int[] number = new int[people];
        Array.Fill(number, -1);
        List<int> persons = [];
        List<(double, double, double, double)> measured = [];
        int begin = 0;
        foreach (int end in ends)
        {
            if (end > begin)
            {
                persons.Clear();
                int[] starts = Array.ConvertAll(from[begin..end], NumberOf), targets = Array.ConvertAll(to[begin..end], NumberOf);
                measured.Add(Measure(DirectedGraph.FromEdges(persons.Count, starts, targets), v => departments[persons[v]]));
                persons.ForEach(p => number[p] = -1);
            }

            begin = end;
        }

        return [.. measured];

        int NumberOf(int person)
        {
            if (number[person] < 0)
            {
                number[person] = persons.Count;
                persons.Add(person);
            }

            return number[person];
        }
    }

    private T Time<T>(string stage, Func<T> step)
    {
        long start = Stopwatch.GetTimestamp();
        T result = step();
        Add(stage, Stopwatch.GetElapsedTime(start));
        return result;
    }

    private void Add(string stage, TimeSpan time)
    {
        if (!seconds.TryGetValue(stage, out List<double>? times))
        {
            seconds[stage] = times = [];
        }

        times.Add(time.TotalSeconds);
    }
}
