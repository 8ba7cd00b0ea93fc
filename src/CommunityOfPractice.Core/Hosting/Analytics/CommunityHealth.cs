using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Loads what is known about a community through the ports and has it assessed.</summary>
/// <remarks>
/// Safe for concurrent use when the ports are. Reads the journal and all activities of the community before the end of the window, also those that facts
/// about its practice tell of (<see cref="PracticeActivities"/>): O(n log n), and more with uncertainty (<see cref="HealthAssessor.Assess(Indicators.HealthEvidence, AssessmentOptions, CancellationToken)"/>), on the caller's thread.
/// </remarks>
public sealed class CommunityHealth : ICommunityHealth
{
    private readonly EvidenceSource source;
    private readonly HealthAssessor assessor;
    private readonly TimeProvider clock;
    private readonly TimeSpan window;
    private readonly AssessmentOptions assessment;
    private readonly PublicationGrid grid;

    /// <summary>Creates the service.</summary>
    /// <param name="source">What is known, and who is counted.</param>
    /// <param name="assessor">How a community is assessed.</param>
    /// <param name="clock">Tells what now is.</param>
    /// <param name="window">How far back to look when no window is given; positive.</param>
    /// <param name="assessment">How communities are assessed when nothing else is said; null for <see cref="AssessmentOptions.Default"/>.</param>
    /// <param name="grid">The moments at which reports end; null for <see cref="PublicationGrid.Weekly"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="window"/> is not positive.</exception>
    public CommunityHealth(EvidenceSource source, HealthAssessor assessor, TimeProvider clock, TimeSpan window, AssessmentOptions? assessment = null, PublicationGrid? grid = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(assessor);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(window, TimeSpan.Zero);
        this.source = source;
        this.assessor = assessor;
        this.clock = clock;
        this.window = window;
        this.assessment = assessment ?? AssessmentOptions.Default;
        this.grid = grid ?? PublicationGrid.Weekly;
    }

    /// <inheritdoc/>
    public ValueTask<HealthReport> AssessAsync(CommunityId community, CancellationToken cancellationToken = default) =>
        AssessAsync(community, TimeWindow.Last(window, clock.GetUtcNow()), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<HealthReport> AssessAsync(CommunityId community, TimeWindow window, CancellationToken cancellationToken = default) =>
        AssessAsync(community, window, assessment, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<HealthReport> AssessAsync(CommunityId community, TimeWindow window, AssessmentOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        window = grid.WindowOf(window);
        TimeWindow? earlier = Earlier.WindowOf(options.Baseline, window);
        LoadedEvidence loaded = await source.LoadAsync(community, window.Until, cancellationToken, earlier is { } then ? [window.Until, then.Until] : [window.Until]).ConfigureAwait(false);
        return assessor.Assess(loaded.In(window), options, loaded.In, cancellationToken);
    }
}
