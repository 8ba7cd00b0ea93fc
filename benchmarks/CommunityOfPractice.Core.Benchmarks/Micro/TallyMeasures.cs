using System.Diagnostics;
using System.Runtime.InteropServices;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Benchmarks.Micro;

/// <summary>What an event costs when every community's tallies are kept up with it, and what a look at them costs then (goal P3).</summary>
/// <remarks>
/// Events as shared/bench writes them: time, person, community * 256 + act, number of the event replied to. They come in batches, as a stream does; finding the author replied to is in the time.
/// The tallies are compared with the batch at the end.
/// </remarks>
internal static class TallyMeasures
{
    private const int Months = 36, Month = 3 * 365 * 86_400 / Months, Departments = 20, Batch = 1024;

    public static void Run(string path, int communities, TextWriter output)
    {
        uint[] events = MemoryMarshal.Cast<byte, uint>(File.ReadAllBytes(path)).ToArray();
        int count = events.Length / 4, people = 0;
        for (int i = 0; i < events.Length; i += 4)
        {
            people = Math.Max(people, (int)events[i + 1] + 1);
        }

        int[] groups = [.. Enumerable.Range(0, people).Select(person => person % Departments)];
        Feed(events.AsSpan(0, Math.Min(events.Length, 400_000)), new(Months, groups)); // warms up
        foreach (int round in (int[])[1, 2, 3])
        {
            CommunityTallies all = new(Months, groups);
            long bytes = GC.GetAllocatedBytesForCurrentThread();
            TimeSpan before = Environment.CpuUsage.TotalTime;
            long start = Stopwatch.GetTimestamp();
            Feed(events, all);
            double elapsed = Stopwatch.GetElapsedTime(start).TotalNanoseconds / count, processor = (Environment.CpuUsage.TotalTime - before).TotalNanoseconds / count;
            output.WriteLine($"feed     {elapsed:0} ns an event ({processor:0} ns processor time), {(double)(GC.GetAllocatedBytesForCurrentThread() - bytes) / count:0.0} bytes an event, growing included");
            if (round == 3)
            {
                Look(all, output);
                Compare(events, all, groups, communities);
                output.WriteLine($"equal to the batch, bit for bit: Gini, monthly actives, reciprocity and E-I of {communities} communities, {count} events");
            }
        }
    }

    private static void Feed(ReadOnlySpan<uint> events, CommunityTallies all)
    {
        Span<TalliedActivity> batch = new TalliedActivity[Batch];
        for (int from = 0; from < events.Length; from += 4 * Batch)
        {
            int length = Math.Min(Batch, (events.Length - from) / 4);
            for (int k = 0; k < length; k++)
            {
                ReadOnlySpan<uint> row = events.Slice(from + (4 * k), 4);
                batch[k] = new((int)(row[2] >> 8), (int)row[1], (int)(row[0] / Month), row[3] == 0 ? -1 : (int)events[(((int)row[3] - 1) * 4) + 1]);
            }

            all.Add(batch[..length]);
        }
    }

    private static void Look(CommunityTallies all, TextWriter output)
    {
        List<double> looks = [];
        double sum = 0;
        for (int round = 0; round < 5; round++)
        {
            for (int c = 0; c < all.Communities; c++)
            {
                long look = Stopwatch.GetTimestamp();
                TalliedCommunity community = all[c];
                sum += (community.Gini() ?? 0) + community.Present[^1] + (community.Reciprocity.Share ?? 0) + (community.GroupTies().EiIndex ?? 0);
                looks.Add(Stopwatch.GetElapsedTime(look).TotalMicroseconds);
            }
        }

        looks.Sort();
        output.WriteLine($"re-score {looks[looks.Count / 2]:0.00} us a community (median), {looks[looks.Count * 99 / 100]:0.00} us (99th of a hundred); sum {sum:R}");
    }

    private static void Compare(uint[] events, CommunityTallies all, int[] groups, int communities)
    {
        List<int>[] people = [.. Enumerable.Range(0, communities).Select(_ => new List<int>())], from = [.. people.Select(_ => new List<int>())], to = [.. people.Select(_ => new List<int>())];
        HashSet<(int, int)>[] months = [.. people.Select(_ => new HashSet<(int, int)>())];
        for (int i = 0; i < events.Length; i += 4)
        {
            int c = (int)(events[i + 2] >> 8), person = (int)events[i + 1];
            people[c].Add(person);
            months[c].Add((person, (int)(events[i] / Month)));
            if (events[i + 3] != 0)
            {
                from[c].Add(person);
                to[c].Add((int)events[(((int)events[i + 3] - 1) * 4) + 1]);
            }
        }

        for (int c = 0; c < communities; c++)
        {
            int[] counts = [.. people[c].CountBy(p => p).Select(p => p.Value)], vertices = [.. people[c].Concat(to[c]).Distinct().Order()];
            DirectedGraph graph = DirectedGraph.FromEdges(
                vertices.Length, [.. from[c].Select(p => Array.BinarySearch(vertices, p))], [.. to[c].Select(p => Array.BinarySearch(vertices, p))]);
            int[] present = new int[Months];
            foreach ((_, int month) in months[c])
            {
                present[month]++;
            }

            bool same = Gini.Of<int>(counts) == all[c].Gini()
                && all[c].Present.SequenceEqual(present)
                && Reciprocity.Of(graph) == all[c].Reciprocity
                && GroupTies.Of(graph.ToUndirected(), [.. vertices.Select(v => groups[v])]) == all[c].GroupTies();
            if (!same)
            {
                throw new InvalidOperationException($"The tallies of community {c} differ from the batch.");
            }
        }
    }
}
