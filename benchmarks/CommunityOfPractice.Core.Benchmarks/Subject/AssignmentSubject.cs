using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using CommunityOfPractice.Core.Assignment;

namespace CommunityOfPractice.Core.Benchmarks.Subject;

/// <summary>Measures the matching verbs of shared/bench. Reading the file and making the problem are not timed, as with the rivals; making it is printed as build_s. cpu_s is processor time a repetition, for a machine that others use too.</summary>
internal static class AssignmentSubject
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.3);

    public static void Run(string verb, string path, int repetitions)
    {
        ReadOnlySpan<int> data = MemoryMarshal.Cast<byte, int>(File.ReadAllBytes(path));
        switch (verb)
        {
            case "match" or "approximate":
                Match(data, repetitions, exact: verb == "match");
                break;
            case "lap":
                Table(data, repetitions);
                break;
            case "stable":
                Stable(data, repetitions);
                break;
            default:
                Capacity(data, repetitions);
                break;
        }
    }

    private static void Match(ReadOnlySpan<int> data, int repetitions, bool exact)
    {
        int vertices = data[0], edges = data[1];
        int[] from = new int[edges], to = new int[edges];
        long[] weight = new long[edges];
        for (int e = 0; e < edges; e++)
        {
            (from[e], to[e], weight[e]) = (data[2 + (3 * e)], data[3 + (3 * e)], data[4 + (3 * e)]);
        }

        (double build, WeightedGraph graph) = Once(() => WeightedGraph.FromEdges(vertices, from, to, weight));
        (double median, double cpu, GraphMatching found) = Median(repetitions, () => exact ? MaximumWeightMatching.Of(graph) : MaximumWeightMatching.Approximate(graph));
        (double verify, Verification proof) = Once(() => exact ? MaximumWeightMatching.Verify(graph, found) : MaximumWeightMatching.VerifyBound(graph, found));
        Print(new { median_s = median, cpu_s = cpu, weight = found.TotalWeight, verified = proof.IsProven, bound = found.Certificate.Bound, pairs = found.PairCount, blossoms = found.Certificate.Blossoms.Length, build_s = build, verify_s = verify });
    }

    private static void Table(ReadOnlySpan<int> data, int repetitions)
    {
        int n = data[0];
        long[] costs = new long[n * n];
        for (int i = 0; i < costs.Length; i++)
        {
            costs[i] = data[i + 1];
        }

        (double median, double cpu, TableAssignment found) = Median(repetitions, () => BipartiteAssignment.Minimum(costs, n, n));
        Print(new { median_s = median, cpu_s = cpu, cost = found.Total, verified = BipartiteAssignment.VerifyMinimum(costs, found).IsProven });
    }

    private static void Stable(ReadOnlySpan<int> data, int repetitions)
    {
        int proposers = data[0], receivers = data[1], length = data[2 + receivers], begin = 3 + receivers;
        int[] places = data.Slice(2, receivers).ToArray(), choices = data.Slice(begin, proposers * length).ToArray();
        long[] scores = Array.ConvertAll(data.Slice(begin + (proposers * length), proposers * length).ToArray(), score => (long)(uint)score);
        int[] starts = [.. Enumerable.Range(0, proposers + 1).Select(p => p * length)];

        (double build, ChoiceMarket market) = Once(() => ChoiceMarket.Of(starts, choices, scores, places));
        (double median, double cpu, StableAssignment found) = Median(repetitions, () => DeferredAcceptance.Of(market));
        ulong hash = 0;
        for (int p = 0; p < proposers; p++)
        {
            hash += found.Ranks[p] < 0 ? 0 : ((ulong)found.ReceiverOf(market, p) * 7919) + (ulong)p;
        }

        Print(new { median_s = median, cpu_s = cpu, hash = hash % (1UL << 61), matched = found.PairCount, verified = DeferredAcceptance.Verify(market, found).IsProven, build_s = build });
    }

    /// <summary>The mentor problem of cs/Ort `cap`: a mentee's rank counts 50 a step, the mentor's score modulo 1000.</summary>
    private static void Capacity(ReadOnlySpan<int> data, int repetitions)
    {
        int rows = data[0], columns = data[1], length = data[2 + columns], begin = 3 + columns, pairs = rows * length;
        int[] capacities = data.Slice(2, columns).ToArray(), row = new int[pairs], column = data.Slice(begin, pairs).ToArray();
        long[] weight = new long[pairs];
        for (int pair = 0; pair < pairs; pair++)
        {
            row[pair] = pair / length;
            weight[pair] = ((length - (pair % length)) * 50) + ((uint)data[begin + pairs + pair] % 1000);
        }

        (double build, CapacityProblem problem) = Once(() => CapacityProblem.FromPairs([.. Enumerable.Repeat(1, rows)], capacities, row, column, weight));
        (double median, double cpu, CapacityAssignment found) = Median(repetitions, () => CapacitatedAssignment.Of(problem));
        Print(new { median_s = median, cpu_s = cpu, cost = -found.TotalWeight, verified = CapacitatedAssignment.Verify(problem, found).IsProven, build_s = build });
    }

    private static (double Seconds, T Result) Once<T>(Func<T> step)
    {
        long start = Stopwatch.GetTimestamp();
        T result = step();
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, result);
    }

    private static (double Seconds, double Processor, T Result) Median<T>(int repetitions, Func<T> step)
    {
        T result;
        long begin = Stopwatch.GetTimestamp();
        do
        {
            result = step();
        }
        while (Stopwatch.GetElapsedTime(begin) < WarmUp);

        double[] seconds = new double[repetitions];
        using Process process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        for (int i = 0; i < repetitions; i++)
        {
            (seconds[i], result) = Once(step);
        }

        process.Refresh();
        double processor = (process.TotalProcessorTime - before).TotalSeconds / repetitions;
        Array.Sort(seconds);
        return (seconds[repetitions / 2], processor, result);
    }

    private static void Print(object line) => Console.WriteLine(JsonSerializer.Serialize(line));
}
