using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Replays a community period by period and has its stage assessed.</summary>
/// <remarks>
/// Safe for concurrent use when the ports are. Periods are counted from the first fact of the journal on, so that the stage at a moment does not depend on
/// when it is asked for; what has begun since the last whole period counts by the status only. Reads the whole journal and all activities: O(periods × activities).
/// </remarks>
public sealed class CommunityStages : ICommunityStages
{
    private readonly CommunityRecords records;
    private readonly EvidenceSource source;
    private readonly TimeProvider clock;
    private readonly StagePolicy policy;
    private readonly PublicationGrid grid;

    /// <summary>Creates the service.</summary>
    /// <param name="source">What is known, and who is counted; made over <paramref name="records"/>, or it is refused with an <see cref="ArgumentException"/>.</param>
    /// <param name="records">The records of communities.</param>
    /// <param name="clock">Tells what now is.</param>
    /// <param name="policy">The policy about stages; null for the defaults.</param>
    /// <param name="grid">The moments up to which it is looked at what people do in a period that is not over; null for <see cref="PublicationGrid.Weekly"/>.</param>
    /// <exception cref="ArgumentException">Something is wrong with the policy.</exception>
    public CommunityStages(EvidenceSource source, CommunityRecords records, TimeProvider clock, StagePolicy? policy = null, PublicationGrid? grid = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(clock);
        this.records = records;
        this.clock = clock;
        this.grid = grid ?? PublicationGrid.Weekly;
        this.policy = policy ?? StagePolicy.Default;
        if (this.policy.Problems() is { Count: > 0 } problems)
        {
            throw new ArgumentException($"Something is wrong with the policy: {string.Join(" ", problems.Select(p => p.Text))}", nameof(policy));
        }

        this.source = source.Over(records, nameof(source));
    }

    /// <inheritdoc/>
    public ValueTask<StageAssessment?> AssessAsync(CommunityId community, CancellationToken cancellationToken = default) =>
        AssessAsync(community, clock.GetUtcNow(), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<StageAssessment?> AssessAsync(CommunityId community, DateTimeOffset asOf, CancellationToken cancellationToken = default)
    {
        List<JournalEntry> entries = [];
        await foreach (JournalEntry entry in records.Journal.ReadAsync(community, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (entry.Change.OccurredAt >= asOf)
            {
                break;
            }

            entries.Add(entry);
        }

        if (entries.Count == 0)
        {
            return null;
        }

        LoadedEvidence loaded = await source.LoadAsync(community, asOf, cancellationToken).ConfigureAwait(false);
        return StageAssessor.Assess(PeriodsOf(community, entries, loaded, asOf.ToUniversalTime()), policy);
    }

    private IEnumerable<StageSignals> PeriodsOf(CommunityId community, List<JournalEntry> entries, LoadedEvidence loaded, DateTimeOffset asOf)
    {
        CommunityRecord record = new(community);
        int next = 0;
        for (DateTimeOffset from = entries[0].Change.OccurredAt; from < asOf; from = from.After(policy.Period))
        {
            DateTimeOffset until = from.After(policy.Period) < asOf ? from.After(policy.Period) : asOf;
            bool split = false;
            for (; next < entries.Count && entries[next].Change.OccurredAt < until; next++)
            {
                split |= entries[next].Change.Fact is CommunitySplit;
                record.Apply(entries[next]);
            }

            yield return Periods.SignalsOf(record, loaded, new TimeWindow(from, until), policy, split, grid);
        }
    }
}
