using System.Diagnostics;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Benchmarks.SideBySide;

/// <summary>From file to report with the library, the way an application does it: read, build the log, assess every community.</summary>
internal static class LibraryReport
{
    /// <summary>Runs once cold and then again; prints the readings and one line of timings for each pass.</summary>
    public static async Task RunAsync(string path, DateTimeOffset asOf, TimeSpan window, int threads, int passes)
    {
        for (int pass = 0; pass < passes; pass++)
        {
            long heap = GC.GetTotalMemory(forceFullCollection: true);
            TimeSpan processor = Environment.CpuUsage.TotalTime;
            long start = Stopwatch.GetTimestamp();
            (ActivityLog log, TimeSpan read) = await ReadAsync(path);
            TimeSpan built = Stopwatch.GetElapsedTime(start);
            HealthReport[] reports = Assess(log, TimeWindow.Last(window, asOf), threads);
            TimeSpan total = Stopwatch.GetElapsedTime(start);
            processor = Environment.CpuUsage.TotalTime - processor;
            if (pass == 0)
            {
                foreach (HealthReport report in reports)
                {
                    ReadingsOf(report).Print();
                }
            }

            long peak = Process.GetCurrentProcess().PeakWorkingSet64;
            long held = log.StateBytes;
            reports = [];
            heap = GC.GetTotalMemory(forceFullCollection: true) - heap;
            CommunityReadings.PrintTimings(new
            {
                Pass = pass,
                Threads = threads,
                ReadS = read.TotalSeconds,
                BuildS = (built - read).TotalSeconds,
                AssessS = (total - built).TotalSeconds,
                TotalS = total.TotalSeconds,
                CpuS = processor.TotalSeconds,
                Events = log.Count,
                BytesPerEvent = (double)held / log.Count,
                HeapBytesPerEvent = (double)heap / log.Count,
                PeakMb = peak >> 20,
            });
            GC.KeepAlive(log);
        }
    }

    private static async Task<(ActivityLog Log, TimeSpan Read)> ReadAsync(string path)
    {
        long start = Stopwatch.GetTimestamp();
        InterchangeReader reader = new(new InterchangeReaderOptions(), problem => throw new InvalidDataException(problem.ToString()));
        await using FileStream stream = new(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0 });
        await reader.ReadAsync(stream, path);
        TimeSpan read = Stopwatch.GetElapsedTime(start);
        return (reader.Complete().OrThrow().Log, read);
    }

    private static HealthReport[] Assess(ActivityLog log, TimeWindow window, int threads)
    {
        HealthAssessor assessor = new();
        ValueList<CommunityId> communities = log.Communities;
        HealthReport[] reports = new HealthReport[communities.Count];
        Parallel.For(0, reports.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
            reports[i] = assessor.Assess(new HealthEvidence(communities[i], log, window)));
        return reports;
    }

    private static CommunityReadings ReadingsOf(HealthReport report)
    {
        Dictionary<string, IndicatorResult> results = report.Indicators.ToDictionary(i => i.Info.Id);
        return new()
        {
            Community = report.Community.Text,
            Contributors = results[Contributors.Id].Value,
            Gini = results[ContributionGini.Id].Value,
            AbsenceFactor = results[ContributorAbsenceFactor.Id].Value,
            TopTenth = results[TopContributorsShare.Id].Value,
            Answered48h = results[AnsweredInTime.Id].Value,
            MedianHours = results[FirstAnswerMedian.Id].Value,
            NewcomerReturn = results[NewcomerReturn.Id].Value,
            Slope = results[Momentum.Id].Value,
            S = results[Momentum.Id].Reading.Details.FirstOrDefault(d => d.Name == "s")?.Number,
            Reciprocity = results[TieReciprocity.Id].Value,
            Isolates = results[Isolates.Id].Value,
        };
    }
}
