using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Where the record of one community is kept between uses.</summary>
internal sealed class RecordSlot(CommunityId community)
{
    public SemaphoreSlim Gate { get; } = new(1, 1);

    public CommunityRecord Record { get; private set; } = new(community);

    public long LastUse { get; set; }

    public void Forget() => Record = new CommunityRecord(Record.Id);
}
