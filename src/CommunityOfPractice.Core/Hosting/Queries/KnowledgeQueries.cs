using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Answers questions about knowledge and stories from the records.</summary>
/// <remarks>Safe for concurrent use; waits for the commands put to the community. Whatever is returned is immutable.</remarks>
public sealed class KnowledgeQueries : IKnowledgeQueries
{
    private static readonly Reason Unknown = new("community.unknown", "There is no such community.");
    private static readonly Reason Hidden = new("knowledge.hidden", "What this community knows is for its members.");

    private readonly CommunityRecords records;
    private readonly PolicySet policies;

    /// <summary>Creates the service.</summary>
    /// <param name="records">The records of communities.</param>
    /// <param name="policies">The policies in force.</param>
    public KnowledgeQueries(CommunityRecords records, PolicySet policies)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(policies);
        this.records = records;
        this.policies = policies;
    }

    /// <inheritdoc/>
    public ValueTask<Decision<ValueList<ArtifactView>>> ArtifactsAsync(
        CommunityId community, Actor viewer, ArtifactFilter? filter = null, ArtifactId? after = null, int take = 100, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        ArtifactFilter wanted = filter ?? new();
        return ReadAsync(
            community,
            viewer,
            record => record.Practice.Repertoire.Artifacts.Where(a => (after is not { } last || a.Id.CompareTo(last) > 0) && Matches(a, wanted, record)).Take(take).Select(a => View(record, a, viewer)).ToValueList(),
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<ArtifactView?> FindAsync(CommunityId community, ArtifactId artifact, Actor viewer, CancellationToken cancellationToken = default)
    {
        HashSet<CommunityId> seen = [];
        for (CommunityId? at = community; at is { } here && seen.Add(here);)
        {
            using RecordLease lease = await records.AcquireAsync(here, cancellationToken).ConfigureAwait(false);
            CommunityRecord record = lease.Record;
            if (!Reads(viewer, record) || record.Practice.Repertoire.Find(artifact) is not { } found)
            {
                return null;
            }

            if (found.Status != ArtifactStatus.Transferred)
            {
                return View(record, found, viewer);
            }

            at = found.MovedTo;
        }

        return null;
    }

    /// <inheritdoc/>
    public ValueTask<Decision<ValueList<ReuseCount>>> MostReusedAsync(
        CommunityId community, Actor viewer, TimeWindow? window = null, int take = 10, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        return ReadAsync(community, viewer, record => record.Practice.Repertoire.MostReused(take, window), cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<Decision<ValueList<ValueStory>>> StoriesAsync(
        CommunityId community, Actor viewer, StoryId? after = null, int take = 100, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        using RecordLease lease = await records.AcquireAsync(community, cancellationToken).ConfigureAwait(false);
        CommunityRecord record = lease.Record;
        Sight sight = Sight.Of(viewer, record, records.Now);
        bool reads = Reads(viewer, record);
        if (!reads && !(viewer.Person is { } person && record.Practice.Repertoire.HasStoryOf(person)))
        {
            return Decision<ValueList<ValueStory>>.Refuse(sight.Community ? Hidden : Unknown);
        }

        return Decision<ValueList<ValueStory>>.Accept(record.Practice.Repertoire.Stories
            .Where(s => (after is not { } last || s.Id.CompareTo(last) > 0) && s.Status != StoryStatus.Transferred && Sees(s)).Take(take).ToValueList());

        bool Sees(ValueStory story) => sight.All || (viewer.Person is { } named && story.IsNamed(named)) || (reads && story.Status == StoryStatus.Published);
    }

    /// <inheritdoc/>
    public ValueTask<Decision<ValueMatrix>> MatrixAsync(CommunityId community, Actor viewer, CancellationToken cancellationToken = default) =>
        ReadAsync(community, viewer, record => ValueMatrix.Of(record.Practice.Repertoire.Stories), cancellationToken);

    /// <summary>Content is for everybody where the community is public, else for those inside.</summary>
    private bool Reads(Actor viewer, CommunityRecord record)
    {
        if (!Sight.Of(viewer, record, records.Now).Community)
        {
            return false;
        }

        Membership? own = viewer.Person is { } person ? record.Members[person] : null;
        bool ended = record.Community.Status is CommunityStatus.Closed or CommunityStatus.Merged;
        return record.Community.Visibility == Visibility.Public || viewer.HostName is not null || own?.IsMember == true || own?.Holds(Role.Sponsor) == true
            || (ended && own?.Status == MembershipStatus.Alumni);
    }

    private async ValueTask<Decision<T>> ReadAsync<T>(CommunityId community, Actor viewer, Func<CommunityRecord, T> answer, CancellationToken cancellationToken)
    {
        using RecordLease lease = await records.AcquireAsync(community, cancellationToken).ConfigureAwait(false);
        return Reads(viewer, lease.Record) ? Decision<T>.Accept(answer(lease.Record)) : Decision<T>.Refuse(Sight.Of(viewer, lease.Record, records.Now).Community ? Hidden : Unknown);
    }

    private bool Matches(Artifact artifact, ArtifactFilter filter, CommunityRecord record) =>
        (filter.Status is not { } status || artifact.Status == status)
        && (filter.Kind is not { } kind || artifact.Kind == kind)
        && (filter.Topic is not { } topic || artifact.Topics.Contains(topic))
        && (!filter.OrphanedOnly || artifact.IsOrphaned(record.IsActive))
        && (filter.ReviewDueBy is not { } until || artifact.IsStale(until, policies.Practice));

    private ArtifactView View(CommunityRecord record, Artifact artifact, Actor viewer) => new(
        record.Id,
        Sight.Of(viewer, record, records.Now).Members ? artifact : WithoutPeople(artifact),
        artifact.ReviewDueOn(policies.Practice),
        artifact.IsStale(records.Now, policies.Practice),
        artifact.IsOrphaned(record.IsActive),
        artifact.Freshness(records.Now, policies.Practice),
        record.Practice.Repertoire.ReuseOf(artifact.Id));

    private static Artifact WithoutPeople(Artifact artifact) => artifact with
    {
        Authors = [],
        Steward = null,
        OfferedTo = null,
        Versions = artifact.Versions.Select(v => v with { By = null }).ToValueList(),
    };
}
