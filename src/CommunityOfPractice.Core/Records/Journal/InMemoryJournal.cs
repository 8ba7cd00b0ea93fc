using System.Runtime.CompilerServices;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>A journal that lives in memory: the default, for tests and small hosts.</summary>
/// <remarks>
/// Safe for concurrent use. Appending is O(1) an entry; a reading or listing takes a copy of the references that it gives.
/// </remarks>
public sealed class InMemoryJournal : IJournal
{
    private readonly Lock gate = new();
    private readonly Dictionary<CommunityId, List<JournalEntry>> journals = [];
    private readonly InMemoryCommunityDirectory? directory;

    /// <summary>Creates an empty journal.</summary>
    /// <param name="directory">The directory that is kept in step with it; null for none.</param>
    public InMemoryJournal(InMemoryCommunityDirectory? directory = null) => this.directory = directory;

    /// <inheritdoc/>
    public ValueTask<AppendOutcome> AppendAsync(ValueList<JournalBatch> batches, CancellationToken cancellationToken = default)
    {
        Journals.Check(batches);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return new((AppendOutcome?)ConflictIn(batches) ?? Keep(batches));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalEntry> ReadAsync(CommunityId community, long after = 0, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        cancellationToken.ThrowIfCancellationRequested();
        JournalEntry[] read;
        lock (gate)
        {
            List<JournalEntry> all = journals.GetValueOrDefault(community) ?? [];
            read = after >= all.Count ? [] : [.. all[(int)after..]];
        }

        await Task.CompletedTask.ConfigureAwait(false);
        foreach (JournalEntry entry in read)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<CommunityId> CommunitiesAsync(CommunityId? after = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        CommunityId[] ids;
        lock (gate)
        {
            ids = [.. journals.Keys.Where(id => after is null || id.CompareTo(after.Value) > 0)];
        }

        Array.Sort(ids);
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (CommunityId id in ids)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return id;
        }
    }

    /// <inheritdoc/>
    public ValueTask<AppendOutcome> RedactAsync(JournalBatch erasure, ValueList<JournalEntry> redacted, CancellationToken cancellationToken = default)
    {
        Journals.Check(erasure, redacted);
        cancellationToken.ThrowIfCancellationRequested();
        ValueList<JournalBatch> batches = [erasure];
        lock (gate)
        {
            if (ConflictIn(batches) is { } conflict)
            {
                return new(conflict);
            }

            Journals.Check(journals.GetValueOrDefault(erasure.Community) ?? [], erasure, redacted);
            foreach (JournalEntry entry in redacted)
            {
                journals[entry.Community][(int)entry.Version - 1] = entry;
            }

            return new(Keep(batches));
        }
    }

    private AppendOutcome.Conflict? ConflictIn(ValueList<JournalBatch> batches)
    {
        foreach (JournalBatch batch in batches)
        {
            long actual = journals.GetValueOrDefault(batch.Community)?.Count ?? 0;
            if (actual != batch.ExpectedVersion)
            {
                return new(batch.Community, actual);
            }
        }

        return null;
    }

    private AppendOutcome.Appended Keep(ValueList<JournalBatch> batches)
    {
        foreach (JournalBatch batch in batches)
        {
            if (batch.Entries.Count == 0)
            {
                continue;
            }

            if (!journals.TryGetValue(batch.Community, out List<JournalEntry>? all))
            {
                journals.Add(batch.Community, all = []);
            }

            all.AddRange(batch.Entries);
        }

        foreach (DirectoryUpdate update in batches.Select(b => b.Directory).OfType<DirectoryUpdate>())
        {
            directory?.Put(update);
        }

        return new();
    }
}
