using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Looks over all communities through the other services and the ports.</summary>
/// <remarks>Safe for concurrent use when the ports are.</remarks>
public sealed class Portfolio : IPortfolio
{
    private readonly CommunityRecords records;
    private readonly ICommunityQueries queries;
    private readonly ICommunityStages stages;
    private readonly EvidenceSource source;
    private readonly TimeSpan window;
    private readonly PublicationGrid grid;
    private readonly SuppressionPolicy suppression;
    private readonly PublicationGrid reports;

    /// <summary>Creates the service.</summary>
    /// <param name="source">What is known, and who is counted; made over <paramref name="records"/>, or it is refused with an <see cref="ArgumentException"/>.</param>
    /// <param name="records">The records of communities.</param>
    /// <param name="queries">Says which communities a viewer may see.</param>
    /// <param name="stages">Says how mature communities are.</param>
    /// <param name="window">How far back silo maps look; positive.</param>
    /// <param name="grid">The moments at which silo maps are made; null for <see cref="PublicationGrid.Quarterly"/>.</param>
    /// <param name="suppression">How small a group may be; null for the defaults.</param>
    /// <param name="reports">The moments as of which it is counted who belongs to two communities; null for <see cref="PublicationGrid.Weekly"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="window"/> is not positive.</exception>
    public Portfolio(
        EvidenceSource source,
        CommunityRecords records,
        ICommunityQueries queries,
        ICommunityStages stages,
        TimeSpan window,
        PublicationGrid? grid = null,
        SuppressionPolicy? suppression = null,
        PublicationGrid? reports = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(stages);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(window, TimeSpan.Zero);
        this.records = records;
        this.queries = queries;
        this.stages = stages;
        this.window = window;
        this.grid = grid ?? PublicationGrid.Quarterly;
        this.suppression = suppression ?? SuppressionPolicy.Default;
        this.reports = reports ?? PublicationGrid.Weekly;
        this.source = source.Over(records, nameof(source));
    }

    /// <inheritdoc/>
    public ValueTask<PortfolioReport> ReportAsync(Actor viewer, CancellationToken cancellationToken = default) => ReportAsync(viewer, null, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<PortfolioReport> ReportAsync(Actor viewer, PortfolioReport? previous, CancellationToken cancellationToken = default)
    {
        DateTimeOffset now = records.Now, counted = reports.At(now);
        List<PortfolioRow> rows = [];
        List<CandidateCommunity> known = [];
        foreach (CommunityListing listing in await SeenAsync(viewer, cancellationToken).ConfigureAwait(false))
        {
            CommunityStage? stage = (await stages.AssessAsync(listing.Community, now, cancellationToken).ConfigureAwait(false))?.Stage;
            using RecordLease lease = await records.AcquireAsync(listing.Community, cancellationToken).ConfigureAwait(false);
            Community community = lease.Record.Community;
            bool needs = community.IsLiving && community.Status != CommunityStatus.Proposed && lease.Record.Members.ActiveFacilitators() == 0;
            rows.Add(new(listing.Community, listing.Name, listing.Status, stage, listing.ReviewDue, community.IsReviewOverdue(now), needs));
            known.Add(new(community, Sight.Of(viewer, lease.Record, now).Members ? lease.Record.Members.MembersAt(counted).ToHashSet() : []));
        }

        return new(now, rows.ToValueList(), PortfolioOverlaps.Of(known, suppression, previous?.Overlaps)) { CountedUntil = counted };
    }

    /// <inheritdoc/>
    public async ValueTask<SiloMap?> SiloMapAsync(SiloBorder attribute, Actor viewer, SiloMap? previous = null, CancellationToken cancellationToken = default)
    {
        List<HealthEvidence> evidence = [];
        foreach (CommunityListing listing in await SeenAsync(viewer, cancellationToken).ConfigureAwait(false))
        {
            evidence.Add(await EvidenceAsync(listing.Community, cancellationToken).ConfigureAwait(false));
        }

        return evidence.Count == 0 ? null : SiloMaps.Of(evidence, attribute, suppression, previous);
    }

    /// <inheritdoc/>
    public async ValueTask<SiloMap?> SiloMapAsync(CommunityId community, SiloBorder attribute, Actor viewer, SiloMap? previous = null, CancellationToken cancellationToken = default) =>
        await queries.FindAsync(community, viewer, cancellationToken).ConfigureAwait(false) is null
            ? null
            : SiloMaps.Of([await EvidenceAsync(community, cancellationToken).ConfigureAwait(false)], attribute, suppression, previous);

    private async ValueTask<HealthEvidence> EvidenceAsync(CommunityId community, CancellationToken cancellationToken)
    {
        TimeWindow period = TimeWindow.Last(window, grid.At(records.Now));
        return (await source.LoadAsync(community, period.Until, cancellationToken).ConfigureAwait(false)).In(period);
    }

    private async ValueTask<List<CommunityListing>> SeenAsync(Actor viewer, CancellationToken cancellationToken)
    {
        List<CommunityListing> seen = [];
        await foreach (CommunityListing listing in queries.ListAsync(new() { OpenOnly = true }, viewer, take: int.MaxValue, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            seen.Add(listing);
        }

        return seen;
    }
}
