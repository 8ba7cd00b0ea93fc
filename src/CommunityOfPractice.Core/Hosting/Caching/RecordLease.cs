using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>The right to use a record until disposed.</summary>
internal sealed class RecordLease(RecordCache cache, RecordSlot slot) : IDisposable
{
    private (RecordMark Mark, DateTimeOffset RecordedAt)? before;
    private bool released;

    public CommunityRecord Record => slot.Record;

    /// <summary>When the latest entry was recorded.</summary>
    public DateTimeOffset RecordedAt => slot.RecordedAt;

    /// <summary>Folds in what one command is about to commit.</summary>
    public void Apply(IReadOnlyCollection<JournalEntry> entries)
    {
        before = (Record.Mark([.. entries.Select(e => e.Change)]), RecordedAt);
        foreach (JournalEntry entry in entries)
        {
            slot.Apply(entry);
        }
    }

    /// <summary>Takes back what was folded in last, when others were faster.</summary>
    public void Undo()
    {
        if (before is var (mark, recordedAt))
        {
            slot.Undo(mark, recordedAt);
            before = null;
        }
    }

    /// <summary>Starts over from the journal at the next use.</summary>
    public void Forget() => slot.Forget();

    public ValueTask CatchUpAsync(CancellationToken cancellationToken) => cache.CatchUpAsync(slot, cancellationToken);

    public void Dispose()
    {
        if (!released)
        {
            released = true;
            cache.Release(slot);
        }
    }
}
