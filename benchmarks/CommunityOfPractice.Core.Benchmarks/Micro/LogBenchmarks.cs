using BenchmarkDotNet.Attributes;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Benchmarks.Micro;

/// <summary>Building a log of Activity objects that are there already.</summary>
[Config(typeof(QuickConfig))]
public class LogBuild
{
    private Activity[] activities = [];

    [Params(10_000, 100_000, 1_000_000)]
    public int N { get; set; }

    [Params("sorted", "shuffled")]
    public string Order { get; set; } = string.Empty;

    [Params(true, false)]
    public bool Ids { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        Activity[] sorted = Samples.Activities(N, Math.Max(100, N / 50), 200, Ids);
        activities = Order == "sorted" ? sorted : Samples.Shuffled(sorted);
    }

    [Benchmark]
    public int Build() => ActivityLog.Of(activities).OrThrow().Count;
}

/// <summary>Narrowing a community's log to a window of time.</summary>
[Config(typeof(QuickConfig))]
public class WindowView
{
    private readonly TimeWindow window = TimeWindow.Last(TimeSpan.FromDays(182), Samples.End);
    private readonly CommunityId community = new("practice-0");
    private ActivityLog log = ActivityLog.Empty;

    [Params(10_000, 100_000, 1_000_000)]
    public int N { get; set; }

    [GlobalSetup]
    public void Setup() => log = ActivityLog.Of(Samples.Activities(N, Math.Max(100, N / 50), 200, ids: false)).OrThrow();

    [Benchmark]
    public int View() => log.Of(community).Between(window).Count;
}
