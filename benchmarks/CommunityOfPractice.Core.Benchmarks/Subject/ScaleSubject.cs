using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Benchmarks.Subject;

/// <summary>How much memory a hundred million activities take, all in: columns, log, survey and graph (goal P2).</summary>
internal static class ScaleSubject
{
    private const int Span = 3 * 365 * 86_400, Buffer = 1 << 16;
    private static readonly DateTimeOffset Begin = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Run(string path, int people, int communities)
    {
        int rows = (int)(new FileInfo(path).Length / 16);
        Stopwatch clock = Stopwatch.StartNew();
        ActivityLog log = Build(path, rows, people, communities);
        Print("log", rows, clock, new { log.Count });
        ActivitySurvey survey = ActivitySurvey.Of(log, new TimeWindow(Begin, Begin.AddSeconds(Span)), 36, countOwnReplies: true);
        Print("survey", rows, clock, new { communities = survey.Communities.Length });
        Print("graph", rows, clock, new { edges = survey.ToGraph().EdgeCount });
        Print("lifetimes", rows, clock, new { observations = survey.Lifetimes(TimeSpan.FromDays(60))!.Observations, log.Count });
    }

    /// <summary>In a method of its own, so that nothing holds the table afterwards.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ActivityLog Build(string path, int rows, int people, int communities) => ActivityLog.Take(Read(path, rows, people, communities)).OrThrow();

    /// <summary>The rows of the file as columns, through a small buffer.</summary>
    private static ActivityTable Read(string path, int rows, int people, int communities)
    {
        ReadOnlySpan<Act> kinds = [Act.Post, Act.Reply, Act.React, Act.Attend];
        int[] community = new int[rows], person = new int[rows], reply = new int[rows];
        long[] ticks = new long[rows];
        Act[] acts = new Act[rows];
        uint[] buffer = new uint[4 * Buffer];
        using FileStream file = File.OpenRead(path);
        for (int row = 0; row < rows;)
        {
            int read = Math.Min(Buffer, rows - row);
            file.ReadExactly(MemoryMarshal.AsBytes(buffer.AsSpan(0, 4 * read)));
            for (int i = 0; i < read; i++, row++)
            {
                ReadOnlySpan<uint> one = buffer.AsSpan(4 * i, 4);
                (ticks[row], person[row], community[row], acts[row], reply[row]) = (Begin.UtcTicks + (one[0] * TimeSpan.TicksPerSecond), (int)one[1], (int)(one[2] >> 8), kinds[(int)(one[2] & 3)], (int)one[3] - 1);
            }
        }

        return new()
        {
            Communities = [.. Enumerable.Range(0, communities).Select(c => new CommunityId(c.ToString(CultureInfo.InvariantCulture)))],
            People = [.. Enumerable.Range(0, people).Select(p => new PersonId(p.ToString(CultureInfo.InvariantCulture)))],
            Community = community,
            Person = person,
            UtcTicks = ticks,
            Acts = acts,
            ReplyTo = reply,
        };
    }

    private static void Print(string stage, int rows, Stopwatch clock, object found)
    {
        using Process process = Process.GetCurrentProcess();
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            stage,
            since_start_s = clock.Elapsed.TotalSeconds,
            processor_s = process.TotalProcessorTime.TotalSeconds,
            peak_bytes_per_event = (double)process.PeakWorkingSet64 / rows,
            heap_bytes_per_event = (double)GC.GetTotalMemory(forceFullCollection: false) / rows,
            found,
        }));
    }
}
