using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Health assessments under measurement.</summary>
internal sealed class ObservedHealth(ICommunityHealth health, CommunityDiagnostics diagnostics) : ICommunityHealth
{
    public ValueTask<HealthReport> AssessAsync(CommunityId community, CancellationToken cancellationToken = default) =>
        MeasureAsync(() => health.AssessAsync(community, cancellationToken));

    public ValueTask<HealthReport> AssessAsync(CommunityId community, TimeWindow window, CancellationToken cancellationToken = default) =>
        MeasureAsync(() => health.AssessAsync(community, window, cancellationToken));

    public ValueTask<HealthReport> AssessAsync(CommunityId community, TimeWindow window, AssessmentOptions options, CancellationToken cancellationToken = default) =>
        MeasureAsync(() => health.AssessAsync(community, window, options, cancellationToken));

    private ValueTask<HealthReport> MeasureAsync(Func<ValueTask<HealthReport>> work) =>
        diagnostics.MeasureAsync(CommunityDiagnostics.HealthDuration, "Assess", work, report => (Outcome(report.Verdict), null));

    private static string Outcome(HealthVerdict verdict) => verdict switch
    {
        HealthVerdict.Scored => "scored",
        HealthVerdict.TooEarlyToTell => "too-early",
        _ => "insufficient",
    };
}
