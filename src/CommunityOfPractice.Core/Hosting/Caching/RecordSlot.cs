using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Where the record of one community is kept between uses.</summary>
internal sealed class RecordSlot
{
    public RecordSlot(CommunityId community)
    {
        Record = new(community);
        Idle = new(this);
    }

    public SemaphoreSlim Gate { get; } = new(1, 1);

    public CommunityRecord Record { get; private set; }

    /// <summary>When the latest entry was recorded; the next one is not recorded before it, whatever the clock of this machine says.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>How many callers use it or wait for it; guarded by the cache.</summary>
    public int Users { get; set; }

    /// <summary>Its place among the slots that nobody uses; guarded by the cache.</summary>
    public LinkedListNode<RecordSlot> Idle { get; }

    public void Apply(JournalEntry entry)
    {
        Record.Apply(entry);
        RecordedAt = entry.RecordedAt;
    }

    /// <summary>Takes back entries that were not committed.</summary>
    public void Undo(RecordMark mark, DateTimeOffset recordedAt)
    {
        Record.Undo(mark);
        RecordedAt = recordedAt;
    }

    public void Forget()
    {
        Record = new CommunityRecord(Record.Id);
        RecordedAt = default;
    }
}
