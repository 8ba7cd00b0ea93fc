using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Keeps the records of communities folded, so that a command reads only what was appended since the last one.</summary>
/// <remarks>
/// Each record is used by one caller at a time. What other processes append is read at every use, so a cached record is never stale.
/// At most <paramref name="capacity"/> records that nobody uses are kept; the one unused for longest goes first.
/// </remarks>
internal sealed class RecordCache(IJournal journal, int capacity)
{
    private readonly Lock gate = new();
    private readonly Dictionary<CommunityId, RecordSlot> slots = [];
    private readonly LinkedList<RecordSlot> idle = [];

    /// <summary>How many records are in memory.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return slots.Count;
            }
        }
    }

    /// <summary>Waits for its turn and brings the record up to date.</summary>
    public async ValueTask<RecordLease> AcquireAsync(CommunityId community, CancellationToken cancellationToken)
    {
        RecordSlot slot = Enter(community);
        try
        {
            await slot.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Leave(slot);
            throw;
        }

        RecordLease lease = new(this, slot);
        try
        {
            await CatchUpAsync(slot, cancellationToken).ConfigureAwait(false);
            return lease;
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }

    public async ValueTask CatchUpAsync(RecordSlot slot, CancellationToken cancellationToken)
    {
        try
        {
            if (await FoldAsync(slot, cancellationToken).ConfigureAwait(false))
            {
                // what was folded before still names the person who was erased
                slot.Forget();
                await FoldAsync(slot, cancellationToken).ConfigureAwait(false);
            }
        }
        catch
        {
            slot.Forget(); // an erasure may have been read and not been heeded
            throw;
        }
    }

    public void Release(RecordSlot slot)
    {
        slot.Gate.Release();
        Leave(slot);
    }

    /// <summary>Folds what is new.</summary>
    /// <returns>Whether entries that were folded before were rewritten.</returns>
    private async ValueTask<bool> FoldAsync(RecordSlot slot, CancellationToken cancellationToken)
    {
        bool whole = slot.Record.Version == 0, rewritten = false;
        await foreach (JournalEntry entry in journal.ReadAsync(slot.Record.Id, slot.Record.Version, cancellationToken).ConfigureAwait(false))
        {
            rewritten |= !whole && entry.Change.Fact is MemberErased;
            slot.Apply(entry);
        }

        return rewritten;
    }

    private RecordSlot Enter(CommunityId community)
    {
        lock (gate)
        {
            if (!slots.TryGetValue(community, out RecordSlot? slot))
            {
                slots.Add(community, slot = new(community));
            }
            else if (slot.Users == 0)
            {
                idle.Remove(slot.Idle);
            }

            slot.Users++;
            return slot;
        }
    }

    private void Leave(RecordSlot slot)
    {
        lock (gate)
        {
            if (--slot.Users > 0)
            {
                return;
            }

            if (slot.Record.Version == 0)
            {
                slots.Remove(slot.Record.Id); // asking for what does not exist pushes nothing out
                return;
            }

            idle.AddLast(slot.Idle);
            while (idle.Count > capacity && idle.First is { } longest)
            {
                idle.RemoveFirst();
                slots.Remove(longest.Value.Record.Id);
            }
        }
    }
}
