using BenchmarkDotNet.Attributes;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Benchmarks.Micro;

/// <summary>The whole report about one community: every indicator, score and explanation.</summary>
[Config(typeof(QuickConfig))]
public class AssessCommunity
{
    private readonly HealthAssessor assessor = new();
    private readonly TimeWindow window = TimeWindow.Last(TimeSpan.FromDays(182), Samples.End);
    private ActivityLog log = ActivityLog.Empty;

    [Params(1_000, 10_000, 100_000)]
    public int N { get; set; }

    [GlobalSetup]
    public void Setup() => log = ActivityLog.Of(Samples.Activities(N, Math.Max(50, N / 50), 1, ids: true)).OrThrow();

    [Benchmark]
    public double? Assess() => assessor.Assess(new HealthEvidence(new CommunityId("practice-0"), log, window)).Score;
}
