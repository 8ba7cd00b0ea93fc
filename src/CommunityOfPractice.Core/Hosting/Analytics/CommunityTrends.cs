using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Loads what is known about a community and has its periods compared.</summary>
/// <remarks>Safe for concurrent use when the ports are. Reads all activities of the community: O(periods × activities).</remarks>
public sealed class CommunityTrends : ICommunityTrends
{
    private readonly CommunityRecords records;
    private readonly EvidenceSource source;
    private readonly TimeProvider clock;
    private readonly ValueList<IHealthIndicator> indicators;
    private readonly TimeSpan window;
    private readonly AlertPolicy alerts;
    private readonly SuppressionPolicy suppression;
    private readonly PublicationGrid grid;

    /// <summary>Creates the service.</summary>
    /// <param name="source">What is known, and who is counted; made over <paramref name="records"/>, or it is refused with an <see cref="ArgumentException"/>.</param>
    /// <param name="records">The records of communities.</param>
    /// <param name="clock">Tells what now is.</param>
    /// <param name="indicators">What to read; they are guarded here (<see cref="SmallGroupGuard"/>).</param>
    /// <param name="window">How long a period of trends is; positive.</param>
    /// <param name="alerts">The numbers behind alerts; null for the defaults.</param>
    /// <param name="suppression">How small a group may be; null for the defaults.</param>
    /// <param name="grid">The moments at which periods end; null for <see cref="PublicationGrid.Weekly"/>.</param>
    /// <exception cref="ArgumentException">Something is wrong with a policy.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="window"/> is not positive.</exception>
    public CommunityTrends(
        EvidenceSource source,
        CommunityRecords records,
        TimeProvider clock,
        IEnumerable<IHealthIndicator> indicators,
        TimeSpan window,
        AlertPolicy? alerts = null,
        SuppressionPolicy? suppression = null,
        PublicationGrid? grid = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(indicators);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(window, TimeSpan.Zero);
        this.records = records;
        this.clock = clock;
        this.window = window;
        this.alerts = alerts ?? AlertPolicy.Default;
        this.suppression = suppression ?? SuppressionPolicy.Default;
        this.grid = grid ?? PublicationGrid.Weekly;
        this.indicators = SmallGroupGuard.Around(indicators, this.suppression);
        this.source = source.Over(records, nameof(source));
        _ = AlertAssessor.Assess([], this.alerts, this.suppression); // what is wrong is told at once
    }

    /// <inheritdoc/>
    public async ValueTask<TrendReport> TrendsAsync(CommunityId community, int periods = 8, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(periods, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(periods, 40);
        DateTimeOffset now = grid.At(clock.GetUtcNow());
        TimeWindow[] windows = [.. Enumerable.Range(0, periods).Reverse().Select(back => TimeWindow.Last(window, now - (window * back)))];
        LoadedEvidence loaded = await source.LoadAsync(community, now, cancellationToken, windows.Select(w => w.Until)).ConfigureAwait(false);
        return TrendAssessor.Assess([.. windows.Select(loaded.In)], indicators);
    }

    /// <inheritdoc/>
    public async ValueTask<ValueList<CommunityAlert>> AlertsAsync(CommunityId community, CancellationToken cancellationToken = default)
    {
        DateTimeOffset now = grid.At(clock.GetUtcNow());
        LoadedEvidence loaded = await source.LoadAsync(community, now, cancellationToken).ConfigureAwait(false);
        int successors = await SuccessorsAsync(community, cancellationToken).ConfigureAwait(false);
        TimeWindow[] periods = [.. AlertAssessor.Periods(loaded.ActivityIn(TimeWindow.Last(alerts.Period, now)), alerts)];
        return AlertAssessor.Assess(periods.Select(p => AlertSignals.Of(loaded.In(p), p.Until == now ? successors : null)), alerts, suppression);
    }

    /// <summary>How many have agreed to succeed as of now.</summary>
    private async ValueTask<int> SuccessorsAsync(CommunityId community, CancellationToken cancellationToken)
    {
        using RecordLease lease = await records.AcquireAsync(community, cancellationToken).ConfigureAwait(false);
        Members members = lease.Record.Members;
        return members.Nominees(Role.Facilitator).Count(p => Periods.IsSuccessor(members[p]));
    }
}
