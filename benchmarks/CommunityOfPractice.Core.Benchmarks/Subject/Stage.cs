using System.Diagnostics;
using System.Text.Json;

namespace CommunityOfPractice.Core.Benchmarks.Subject;

/// <summary>One measured step of a subject, printed as a line of JSON.</summary>
internal static class Stage
{
    /// <summary>Runs a step once to warm up and then the given number of times; prints the median time and the value of the last result.</summary>
    public static T Measure<T>(string stage, int repetitions, Func<T> step, Func<T, double?> value)
    {
        T result = step();
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
