using System.Collections.Concurrent;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Keeps the records of communities folded, so that a command reads only what was appended since the last one.</summary>
/// <remarks>
/// Each record is used by one caller at a time. What other processes append is read at every use, so a cached record is never stale.
/// At most <paramref name="capacity"/> records are kept; the least recently used idle one goes first.
/// </remarks>
internal sealed class RecordCache(IJournal journal, int capacity)
{
    private readonly ConcurrentDictionary<CommunityId, RecordSlot> slots = new();
    private long uses;

    /// <summary>Waits for its turn and brings the record up to date.</summary>
    public async ValueTask<RecordLease> AcquireAsync(CommunityId community, CancellationToken cancellationToken)
    {
        RecordSlot slot = slots.GetOrAdd(community, id => new RecordSlot(id));
        slot.LastUse = Interlocked.Increment(ref uses);
        await slot.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        RecordLease lease = new(this, slot);
        try
        {
            await CatchUpAsync(slot, cancellationToken).ConfigureAwait(false);
            return lease;
        }
        catch
        {
            slot.Forget(); // half of a tail may have been applied
            lease.Dispose();
            throw;
        }
    }

    public async ValueTask CatchUpAsync(RecordSlot slot, CancellationToken cancellationToken)
    {
        bool rewritten = false;
        bool whole = slot.Record.Version == 0;
        await foreach (JournalEntry entry in journal.ReadAsync(slot.Record.Id, slot.Record.Version, cancellationToken).ConfigureAwait(false))
        {
            rewritten |= !whole && entry.Change.Fact is MemberErased;
            slot.Record.Apply(entry);
        }

        if (rewritten)
        {
            // what was folded before still names the person who was erased
            slot.Forget();
            await CatchUpAsync(slot, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Release(RecordSlot slot)
    {
        slot.Gate.Release();
        while (slots.Count > capacity && slots.Where(s => s.Value.Gate.CurrentCount > 0).MinBy(s => s.Value.LastUse) is { Value: not null } idle)
        {
            slots.TryRemove(idle);
        }
    }
}
