using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>The right to use a record until disposed.</summary>
internal sealed class RecordLease(RecordCache cache, RecordSlot slot) : IDisposable
{
    private bool released;

    public CommunityRecord Record => slot.Record;

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
