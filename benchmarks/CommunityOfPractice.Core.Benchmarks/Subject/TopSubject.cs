using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using CommunityOfPractice.Core.Assignment;

namespace CommunityOfPractice.Core.Benchmarks.Subject;

/// <summary>Measures the verb topk of shared/bench: the ten communities nearest in topics, for each person. Reading the files and making the index are not timed, as with the rivals; making it is printed as build_s.</summary>
internal static class TopSubject
{
    private const int Top = 10;

    public static void Run(string people, string communities, int repetitions)
    {
        (int columns, int[] starts, int[] topics, double[] weights) = Load(communities);
        Table asked = new(Load(people));
        long begin = Stopwatch.GetTimestamp();
        CosineIndex index = CosineIndex.Of(columns, starts, topics, weights);
        double build = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        CosineSearch search = index.NewSearch();
        double[] seconds = new double[repetitions];
        double sum = Pass(search, asked);
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        for (int i = 0; i < repetitions; i++)
        {
            begin = Stopwatch.GetTimestamp();
            sum = Pass(search, asked);
            seconds[i] = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        }

        double cpu = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds / repetitions;
        Array.Sort(seconds);
        Console.WriteLine(JsonSerializer.Serialize(new { median_s = seconds[repetitions / 2], cpu_s = cpu, P = asked.Starts.Length - 1, sum_top = sum, build_s = build }));
    }

    private static double Pass(CosineSearch search, Table asked)
    {
        Span<int> rows = stackalloc int[Top];
        Span<float> cosines = stackalloc float[Top];
        double sum = 0;
        for (int person = 0; person < asked.Starts.Length - 1; person++)
        {
            Range own = asked.Starts[person]..asked.Starts[person + 1];
            int found = search.Top(asked.Topics.AsSpan(own), asked.Weights.AsSpan(own), rows, cosines);
            for (int i = 0; i < found; i++)
            {
                sum += cosines[i];
            }
        }

        return sum;
    }

    private static (int Columns, int[] Starts, int[] Topics, double[] Weights) Load(string path)
    {
        ReadOnlySpan<byte> data = File.ReadAllBytes(path);
        ReadOnlySpan<int> size = MemoryMarshal.Cast<byte, int>(data[..8]);
        int[] starts = Array.ConvertAll(MemoryMarshal.Cast<byte, long>(data.Slice(8, 8 * (size[0] + 1))).ToArray(), start => checked((int)start));
        int begin = 8 + (8 * (size[0] + 1)), weights = starts[^1];
        return (size[1], starts, MemoryMarshal.Cast<byte, int>(data.Slice(begin, 4 * weights)).ToArray(), Array.ConvertAll(MemoryMarshal.Cast<byte, int>(data.Slice(begin + (4 * weights), 4 * weights)).ToArray(), w => (double)w));
    }

    private sealed record Table(int[] Starts, int[] Topics, double[] Weights)
    {
        public Table((int Columns, int[] Starts, int[] Topics, double[] Weights) loaded)
            : this(loaded.Starts, loaded.Topics, loaded.Weights)
        {
        }
    }
}
