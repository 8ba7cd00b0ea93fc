using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>The right to use a record until disposed.</summary>
internal sealed class RecordLease(RecordCache cache, RecordSlot slot) : IDisposable
{
    private bool released;

    public CommunityRecord Record => slot.Record;

    /// <summary>When the latest entry was recorded.</summary>
    public DateTimeOffset RecordedAt => slot.RecordedAt;

    /// <summary>Folds an entry in that is about to be committed.</summary>
    public void Apply(JournalEntry entry) => slot.Apply(entry);

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
