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

    /// <summary>Creates the service.</summary>
    /// <param name="activities">Where activities are kept.</param>
    /// <param name="communities">Who belongs to communities, for hosts that keep memberships themselves.</param>
    /// <param name="people">What is known about people.</param>
    /// <param name="assessor">How a community is assessed.</param>
    /// <param name="clock">Tells what now is.</param>
    /// <param name="window">How far back to look when no window is given; positive.</param>
    /// <param name="records">Who belongs to communities, where the journal names anybody, and who wants not to be counted; null for a host without a journal.</param>
    /// <param name="basis">Who is counted. The default value is <see cref="AnalyticsBasis.Objection"/>; without records nobody can object or agree.</param>
    /// <param name="practice">Says how long knowledge holds; null, the default, for the default policy.</param>
    /// <param name="assessment">How communities are assessed when nothing else is said; null for <see cref="AssessmentOptions.Default"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="window"/> is not positive, or <paramref name="basis"/> is not defined.</exception>
    public CommunityHealth(
        IActivityStore activities,
        ICommunityDirectory communities,
        IPeopleDirectory people,
        HealthAssessor assessor,
        TimeProvider clock,
        TimeSpan window,
        CommunityRecords? records = null,
        AnalyticsBasis basis = AnalyticsBasis.Objection,
        PracticePolicy? practice = null,
        AssessmentOptions? assessment = null)
    {
        ArgumentNullException.ThrowIfNull(activities);
        ArgumentNullException.ThrowIfNull(communities);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(assessor);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(window, TimeSpan.Zero);
        Defined.Check(basis);
        source = new EvidenceSource(activities, communities, people, records, basis, practice);
        this.assessor = assessor;
        this.clock = clock;
        this.window = window;
        this.assessment = assessment ?? AssessmentOptions.Default;
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
        TimeWindow? earlier = Earlier.WindowOf(options.Baseline, window);
        LoadedEvidence loaded = await source.LoadAsync(community, window.Until, cancellationToken, earlier is { } then ? [window.Until, then.Until] : [window.Until]).ConfigureAwait(false);
        return assessor.Assess(loaded.In(window), options, loaded.In, cancellationToken);
    }
}
