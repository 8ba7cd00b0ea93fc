using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Benchmarks.Subject;

/// <summary>The indicators H1 to H8 of shared/bench over the library's log, survey, statistics and networks.</summary>
/// <remarks>
/// Everything is the library's, but for the E-I index of directed ties over all communities (the library's is of undirected ones). The file's rows are read into columns in the timed part; the
/// names of people and communities, which the file does not have, are made before. On one thread unless SUBJECT_THREADS says otherwise.
/// </remarks>
internal sealed class HealthSubject
{
    private const int Span = 3 * 365 * 86_400, Months = 36, Departments = 20, WarmUps = 5;
    private static readonly DateTimeOffset Begin = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeWindow Window = new(Begin, Begin.AddSeconds(Span));

    private readonly Dictionary<string, List<(double Elapsed, double Processor)>> seconds = [];
    private readonly int threads = int.Parse(Environment.GetEnvironmentVariable("SUBJECT_THREADS") ?? "1", CultureInfo.InvariantCulture);
    private readonly CommunityId[] communities;
    private readonly PersonId[] people;
    private readonly int[] departments;
    private readonly int[] community, person, reply;
    private readonly long[] ticks;
    private readonly Act[] acts;

    private HealthSubject(int people, int communities, int rows)
    {
        this.communities = [.. Enumerable.Range(0, communities).Select(c => new CommunityId(c.ToString(CultureInfo.InvariantCulture)))];
        this.people = [.. Enumerable.Range(0, people).Select(p => new PersonId(p.ToString(CultureInfo.InvariantCulture)))];
        departments = [.. Enumerable.Range(0, people).Select(p => (int)(GraphSubject.Mix((ulong)p) % Departments))];
        (community, person, reply, ticks, acts) = (new int[rows], new int[rows], new int[rows], new long[rows], new Act[rows]);
    }

    public static void Run(string path, int people, int communities, int repetitions)
    {
        byte[] events = File.ReadAllBytes(path);
        HealthSubject subject = new(people, communities, events.Length / 16);
        object checks = subject.Pass(events);
        long begin = Stopwatch.GetTimestamp();
        for (int pass = 0; pass < WarmUps || Stopwatch.GetElapsedTime(begin) < TimeSpan.FromSeconds(1); pass++)
        {
            subject.Pass(events);
        }

        subject.seconds.Clear();
        for (int i = 0; i < repetitions; i++)
        {
            checks = subject.Pass(events);
        }

        foreach ((string stage, List<(double Elapsed, double Processor)> times) in subject.seconds)
        {
            times.Sort();
            (double elapsed, double processor) = times[times.Count / 2];
            Console.WriteLine(JsonSerializer.Serialize(new { stage, median_s = elapsed, processor_s = processor, least_processor_s = times.Min(t => t.Processor), ns_per_event = elapsed / (events.Length / 16) * 1e9, subject.threads }));
        }

        Console.WriteLine(JsonSerializer.Serialize(checks));
    }

    private object Pass(byte[] file)
    {
        Moment start = Moment.Now();
        Time("columns", () => Read(MemoryMarshal.Cast<byte, Row>(file)));
        ActivityLog log = Time("build log", Build);
        Moment built = Moment.Now();
        ActivitySurvey survey = Time("H1 H2 H3 H7 survey", () => ActivitySurvey.Of(log, Window, Months, departments, countOwnReplies: true, threads: threads));
        double[] trends = [];
        int[][] cohorts = [];
        SurvivalCurve survival = null!;
        DirectedGraph graph = null!;
        Both(
            () => graph = Time("H6b graph", survey.ToGraph),
            () =>
            {
                trends = Time("H8 mann-kendall", () => Each(survey, s => s.Trend!.Value.S / Math.Sqrt(Months * (Months - 1) * ((2 * Months) + 5) / 18.0)));
                cohorts = Time("H4 retention cohorts", survey.Cohorts);
                survival = Time("H5 kaplan-meier", () => survey.Lifetimes(TimeSpan.FromDays(60)))!;
            });
        (double Density, double Reciprocity, double Centralization, double Ei) whole = default;
        UndirectedGraph ties = null!;
        Both(
            () => ties = Time("H6d to undirected", graph.ToUndirected),
            () => whole = Time("H6c density, reciprocity, centralization, E-I", () => Measure(graph)));
        int core = 0;
        double modularity = 0;
        Both(
            () => core = Time("H6d k-core", () => CoreNumbers.Innermost(ties).Number),
            () => modularity = Time("H6d modularity", () => GroupTies.Of(ties, departments).Modularity ?? 0));
        Add("indicators without build", built);
        Add("TOTAL", start);
        return new
        {
            gini_mean = Each(survey, s => s.Inequality!.Value).Average(),
            med_mean = Each(survey, s => s.MedianFirstReply ?? double.NaN).Where(double.IsFinite).Average(),
            mau_sum = Each(survey, s => Sum(s.Active)).Sum(),
            mk_mean = trends.Average(),
            ret_sum = cohorts.Sum(row => row.Sum()),
            km_S_end = survival.At((365 * 86_400) - 1),
            edges = graph.EdgeCount,
            density = whole.Density,
            recip = whole.Reciprocity,
            cen = whole.Centralization,
            ei = whole.Ei,
            kcore = core,
            mod = modularity,
            h7_density = Each(survey, s => s.Density ?? 0).Sum(),
            h7_rec = Each(survey, s => s.Reciprocity.Share ?? 0).Sum(),
            h7_cen = Each(survey, s => s.Centralization ?? 0).Sum(),
            h7_ei = Each(survey, s => s.EiIndex ?? 0).Sum(),
        };
    }

    private bool Read(ReadOnlySpan<Row> rows)
    {
        ReadOnlySpan<Act> acts = [Act.Post, Act.Reply, Act.React, Act.Attend];
        Span<int> communities = community, people = person, replies = reply;
        Span<long> times = ticks;
        Span<Act> done = this.acts;
        for (int i = 0; i < rows.Length; i++)
        {
            Row row = rows[i];
            times[i] = Begin.UtcTicks + (row.When * TimeSpan.TicksPerSecond);
            people[i] = (int)row.Who;
            communities[i] = (int)(row.CommunityAndKind >> 8);
            done[i] = acts[(int)(row.CommunityAndKind & 3)];
            replies[i] = (int)row.ReplyTo - 1;
        }

        return true;
    }

    /// <summary>Through the public door for columns that nobody needs any more: people, communities and replies by number.</summary>
    private ActivityLog Build()
    {
        ActivityTable table = new() { Communities = communities, People = people, Community = community, Person = person, UtcTicks = ticks, Acts = acts, ReplyTo = reply };
        return ActivityLog.Take(table, threads).OrThrow();
    }

    private (double Density, double Reciprocity, double Centralization, double Ei) Measure(DirectedGraph graph)
    {
        int external = 0;
        for (int v = 0; v < graph.VertexCount; v++)
        {
            int own = departments[v];
            foreach (int w in graph.Successors(v))
            {
                external += departments[w] != own ? 1 : 0;
            }
        }

        return (
            Density.Of(graph) ?? 0,
            Reciprocity.Of(graph).Share ?? 0,
            Centralization.OfInDegree(graph) ?? 0,
            ((2.0 * external) - graph.EdgeCount) / graph.EdgeCount);
    }

    private static double[] Each(ActivitySurvey survey, Func<CommunitySurvey, double> number)
    {
        double[] numbers = new double[survey.Communities.Length];
        for (int c = 0; c < numbers.Length; c++)
        {
            numbers[c] = number(survey.Communities[c]);
        }

        return numbers;
    }

    private static double Sum(ReadOnlySpan<int> numbers)
    {
        long sum = 0;
        foreach (int number in numbers)
        {
            sum += number;
        }

        return sum;
    }

    private void Both(Action one, Action other)
    {
        if (threads == 1)
        {
            one();
            other();
        }
        else
        {
            Parallel.Invoke(one, other);
        }
    }

    private T Time<T>(string stage, Func<T> step)
    {
        Moment start = Moment.Now();
        T result = step();
        Add(stage, start);
        return result;
    }

    private void Add(string stage, Moment start)
    {
        (double Elapsed, double Processor) time = start.Since();
        lock (seconds)
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(seconds, stage, out _) ??= []).Add(time);
        }
    }

    /// <summary>A row of the file.</summary>
    private readonly record struct Row(uint When, uint Who, uint CommunityAndKind, uint ReplyTo);

    /// <summary>A moment by the clock and by the processor time of all threads.</summary>
    private readonly record struct Moment(long Clock, TimeSpan Processor)
    {
        public static Moment Now() => new(Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);

        public (double Elapsed, double Processor) Since() => (Stopwatch.GetElapsedTime(Clock).TotalSeconds, (Environment.CpuUsage.TotalTime - Processor).TotalSeconds);
    }
}
