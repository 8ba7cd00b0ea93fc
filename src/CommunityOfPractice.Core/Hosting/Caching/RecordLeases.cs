using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>The right to use some records until disposed.</summary>
internal sealed class RecordLeases : IDisposable
{
    private readonly List<RecordLease> leases = [];

    public CommunityRecord this[CommunityId community] => Of(community).Record;

    /// <summary>The records, by id.</summary>
    public IEnumerable<CommunityRecord> Records => leases.Select(l => l.Record);

    public RecordLease Of(CommunityId community) => leases.Find(l => l.Record.Id == community)!;

    public void Add(RecordLease lease) => leases.Add(lease);

    public void Undo() => leases.ForEach(l => l.Undo());

    public void Forget() => leases.ForEach(l => l.Forget());

    public async ValueTask CatchUpAsync(CancellationToken cancellationToken)
    {
        foreach (RecordLease lease in leases)
        {
            await lease.CatchUpAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose() => leases.ForEach(l => l.Dispose());
}
