using System.Diagnostics;
using System.Runtime.InteropServices;
using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Benchmarks.Micro;

/// <summary>What an event costs when every community's tallies are kept up with it, and what a look at them costs then (goal P3).</summary>
/// <remarks>Events as shared/bench writes them: time, person, community * 256 + act, number of the event replied to. Each tally is compared with the batch at the end.</remarks>
internal static class TallyMeasures
{
    private const int Months = 36, Month = 3 * 365 * 86_400 / Months, Departments = 20;

    public static void Run(string path, int communities, TextWriter output)
    {
        uint[] events = MemoryMarshal.Cast<byte, uint>(File.ReadAllBytes(path)).ToArray();
        int count = events.Length / 4;
        Feed(events.AsSpan(0, Math.Min(events.Length, 400_000)), Start(communities)); // warms up
        Community[] all = Start(communities);
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan before = Process.GetCurrentProcess().UserProcessorTime;
        long start = Stopwatch.GetTimestamp();
        Feed(events, all);
        double elapsed = Stopwatch.GetElapsedTime(start).TotalNanoseconds / count, processor = (Process.GetCurrentProcess().UserProcessorTime - before).TotalNanoseconds / count;
        output.WriteLine($"feed     {elapsed:0} ns an event ({processor:0} ns processor time), {(double)(GC.GetAllocatedBytesForCurrentThread() - bytes) / count:0.0} bytes an event, growing included");
        List<double> looks = [];
        double sum = 0;
        for (int round = 0; round < 5; round++)
        {
            foreach (Community community in all)
            {
                long look = Stopwatch.GetTimestamp();
                sum += community.Look();
                looks.Add(Stopwatch.GetElapsedTime(look).TotalMicroseconds);
            }
        }

        looks.Sort();
        output.WriteLine($"re-score {looks[looks.Count / 2]:0.00} us a community (median), {looks[looks.Count * 99 / 100]:0.00} us (99th of a hundred); sum {sum:R}");
        Compare(events, all);
        output.WriteLine($"equal to the batch, bit for bit: Gini, monthly actives, reciprocity and E-I of {communities} communities, {count} events");
    }

    private static Community[] Start(int communities) => [.. Enumerable.Range(0, communities).Select(_ => new Community())];

    private static void Feed(ReadOnlySpan<uint> events, Community[] all)
    {
        for (int i = 0; i < events.Length; i += 4)
        {
            Community community = all[events[i + 2] >> 8];
            int person = community.NumberOf((int)events[i + 1]);
            community.Contributions.Add(person);
            community.Presence.Add(person, (int)(events[i] / Month));
            if (events[i + 3] != 0)
            {
                community.Ties.Add(person, community.NumberOf((int)events[(((int)events[i + 3] - 1) * 4) + 1]));
            }
        }
    }

    private static void Compare(uint[] events, Community[] all)
    {
        List<int>[] people = [.. all.Select(_ => new List<int>())], from = [.. all.Select(_ => new List<int>())], to = [.. all.Select(_ => new List<int>())];
        HashSet<(int, int)>[] months = [.. all.Select(_ => new HashSet<(int, int)>())];
        for (int i = 0; i < events.Length; i += 4)
        {
            int c = (int)(events[i + 2] >> 8), person = all[c].NumberOf((int)events[i + 1]);
            people[c].Add(person);
            months[c].Add((person, (int)(events[i] / Month)));
            if (events[i + 3] != 0)
            {
                from[c].Add(person);
                to[c].Add(all[c].NumberOf((int)events[(((int)events[i + 3] - 1) * 4) + 1]));
            }
        }

        for (int c = 0; c < all.Length; c++)
        {
            int[] counts = [.. people[c].CountBy(p => p).Select(p => p.Value)];
            DirectedGraph graph = DirectedGraph.FromEdges(all[c].Groups.Count, CollectionsMarshal.AsSpan(from[c]), CollectionsMarshal.AsSpan(to[c]));
            bool same = Gini.Of<int>(counts) == all[c].Contributions.Gini()
                && Enumerable.Range(0, Months).All(m => months[c].Count(x => x.Item2 == m) == all[c].Presence.Present[m])
                && Reciprocity.Of(graph) == all[c].Ties.Reciprocity
                && GroupTies.Of(graph.ToUndirected(), CollectionsMarshal.AsSpan(all[c].Groups)) == all[c].Ties.GroupTies();
            if (!same)
            {
                throw new InvalidOperationException($"The tallies of community {c} differ from the batch.");
            }
        }
    }

    private sealed class Community
    {
        private readonly Dictionary<int, int> numbers = [];

        public CountTally Contributions { get; } = new();

        public PresenceTally Presence { get; } = new(Months);

        public TieTally Ties { get; } = new();

        public List<int> Groups { get; } = [];

        public int NumberOf(int person)
        {
            ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, person, out bool known);
            if (!known)
            {
                int group = person % Departments;
                number = Ties.AddVertex(group);
                Groups.Add(group);
            }

            return number;
        }

        public double Look() => (Contributions.Gini() ?? 0) + Presence.Present[^1] + (Ties.Reciprocity.Share ?? 0) + (Ties.GroupTies().EiIndex ?? 0);
    }
}
