using System.Diagnostics;
using System.Text.Json;

namespace CommunityOfPractice.Core.Benchmarks.Subject;

/// <summary>One measured step of a subject, printed as a line of JSON.</summary>
internal static class Stage
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.3);

    /// <summary>Warms a step up, runs it the given number of times, and prints the median time and the value of the last result.</summary>
    public static T Measure<T>(string stage, int repetitions, Func<T> step, Func<T, double?> value)
    {
        T result;
        long begin = Stopwatch.GetTimestamp();
        do
        {
            result = step();
        }
        while (Stopwatch.GetElapsedTime(begin) < WarmUp);

        double[] seconds = new double[repetitions];
        for (int i = 0; i < repetitions; i++)
        {
            long start = Stopwatch.GetTimestamp();
            result = step();
            seconds[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        Array.Sort(seconds);
        Console.WriteLine(JsonSerializer.Serialize(new { stage, median_s = seconds[repetitions / 2], value = value(result) }));
        return result;
    }
}
