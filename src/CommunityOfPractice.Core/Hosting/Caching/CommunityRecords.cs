using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>The records of communities over a journal: what every service of the host shares.</summary>
/// <remarks>
/// Keeps records folded in memory, so that a command costs what was appended since the last one and not the whole journal. What other
/// processes append is read at every use. Safe for concurrent use; inside a process, uses of one community wait for each other.
/// </remarks>
public sealed class CommunityRecords
{
    private readonly RecordCache cache;
    private readonly IJournal journal;
    private readonly ISaltSource salts;
    private readonly TimeProvider clock;
    private readonly AsyncLocal<bool> answering = new();

    /// <summary>Creates the records.</summary>
    /// <param name="journal">Where journals are kept.</param>
    /// <param name="salts">What makes personal data in seals impossible to guess.</param>
    /// <param name="clock">Tells when something is recorded.</param>
    /// <param name="capacity">How many communities that nobody uses at the moment are kept in memory; positive. The default value is 1,000.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is not positive.</exception>
    public CommunityRecords(IJournal journal, ISaltSource salts, TimeProvider clock, int capacity = 1000)
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(salts);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        this.journal = journal;
        this.salts = salts;
        this.clock = clock;
        cache = new RecordCache(journal, capacity);
    }

    internal IJournal Journal => journal;

    internal DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>How many records are in memory.</summary>
    internal int Kept => cache.Count;

    internal ValueTask<RecordLease> AcquireAsync(CommunityId community, CancellationToken cancellationToken)
    {
        IdText.Check(community.Text, nameof(community));
        return answering.Value
            ? throw new InvalidOperationException("IPermissions answers from the question; it puts no commands and no queries, which would wait for the command that waits for it.")
            : cache.AcquireAsync(community, cancellationToken);
    }

    /// <summary>Asks for permission while the records are held.</summary>
    internal async ValueTask<bool> AllowsAsync(IPermissions permissions, PermissionQuestion question, CancellationToken cancellationToken)
    {
        answering.Value = true; // seen by what is called from here only
        return await permissions.AllowsAsync(question, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The journal before an instant; nothing is read when there is none.</summary>
    internal async ValueTask<IReadOnlyList<JournalEntry>> EntriesAsync(CommunityId community, DateTimeOffset before, CancellationToken cancellationToken)
    {
        using (RecordLease lease = await AcquireAsync(community, cancellationToken).ConfigureAwait(false))
        {
            if (lease.Record.Version == 0)
            {
                return [];
            }
        }

        List<JournalEntry> entries = [];
        await foreach (JournalEntry entry in journal.ReadAsync(community, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (entry.Change.OccurredAt >= before)
            {
                break;
            }

            entries.Add(entry);
        }

        return entries;
    }

    /// <summary>Uses records together; acquired in the order of their ids, so that two callers never wait for each other.</summary>
    internal async ValueTask<RecordLeases> AcquireAsync(IEnumerable<CommunityId> communities, CancellationToken cancellationToken)
    {
        RecordLeases leases = new();
        try
        {
            foreach (CommunityId community in communities.Distinct().Order())
            {
                leases.Add(await AcquireAsync(community, cancellationToken).ConfigureAwait(false));
            }

            return leases;
        }
        catch
        {
            leases.Dispose();
            throw;
        }
    }

    /// <summary>Seals changes, appends them to all journals or to none, and folds them in.</summary>
    /// <returns>The entries; null when a journal has moved on, then nothing was appended and the records are as before.</returns>
    internal async ValueTask<ValueList<JournalEntry>?> CommitAsync(Plan plan, RecordLeases leases, CancellationToken cancellationToken)
    {
        // folded in first, so that the directory learns what will be; taken back when others were faster, forgotten when nobody knows what came of it
        bool known = false;
        try
        {
            List<JournalBatch> batches = [];
            foreach (CommunityChanges part in plan.Parts.OrderBy(p => p.Community))
            {
                RecordLease lease = leases.Of(part.Community);
                long version = lease.Record.Version;
                ValueList<JournalEntry> entries = Seal(lease, part.Changes);
                lease.Apply(entries);
                batches.Add(new JournalBatch(part.Community, version, entries) { Directory = Listings.After(lease.Record, part.Changes) });
            }

            batches.AddRange(plan.Claims.Select(c => new JournalBatch(c.Community, c.Version, [])));
            bool committed = await journal.AppendAsync(batches.ToValueList(), cancellationToken).ConfigureAwait(false) is AppendOutcome.Appended;
            if (!committed)
            {
                leases.Undo();
            }

            known = true;
            return committed ? batches.SelectMany(b => b.Entries).ToValueList() : null;
        }
        finally
        {
            if (!known)
            {
                leases.Forget();
            }
        }
    }

    private ValueList<JournalEntry> Seal(RecordLease lease, ValueList<Change> changes)
    {
        List<JournalEntry> entries = [];
        CommunityRecord record = lease.Record;
        string? previous = record.Head;
        DateTimeOffset recorded = Now;
        recorded = recorded < lease.RecordedAt ? lease.RecordedAt : recorded; // the clock of another machine may be ahead
        foreach (Change change in changes)
        {
            recorded = recorded < change.OccurredAt ? change.OccurredAt : recorded;
            entries.Add(Sealing.Seal(record.Id, record.Version + entries.Count + 1, previous, recorded, change, salts.Next()));
            previous = entries[^1].Seal.Hash;
        }

        return entries.ToValueList();
    }
}
