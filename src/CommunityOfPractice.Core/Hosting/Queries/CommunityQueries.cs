using System.Runtime.CompilerServices;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Answers questions from the records and the directory.</summary>
/// <remarks>
/// Safe for concurrent use. Questions about one community wait for the commands put to it; lists are read from the directory. Whatever
/// is returned is immutable: what happens later does not change it.
/// </remarks>
public sealed partial class CommunityQueries : ICommunityQueries
{
    private static readonly Reason Unknown = new("community.unknown", "There is no such community.");

    private readonly CommunityRecords records;
    private readonly ICommunityDirectory directory;
    private readonly PolicySet policies;

    /// <summary>Creates the service.</summary>
    /// <param name="records">The records of communities.</param>
    /// <param name="directory">What is listed across communities.</param>
    /// <param name="policies">The policies in force.</param>
    public CommunityQueries(CommunityRecords records, ICommunityDirectory directory, PolicySet policies)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(policies);
        this.records = records;
        this.directory = directory;
        this.policies = policies;
    }

    /// <inheritdoc/>
    public async ValueTask<CommunityView?> FindAsync(CommunityId community, Actor viewer, CancellationToken cancellationToken = default)
    {
        using RecordLease lease = await records.AcquireAsync(community, cancellationToken).ConfigureAwait(false);
        Sight sight = Sight.Of(viewer, lease.Record, records.Now);
        return sight.Community ? Views.Of(lease.Record, sight) : null;
    }

    /// <inheritdoc/>
    public async ValueTask<CommunityView?> FindAsOfAsync(CommunityId community, DateTimeOffset asOf, Actor viewer, CancellationToken cancellationToken = default)
    {
        Sight sight = await SightAsync(community, viewer, cancellationToken).ConfigureAwait(false);
        if (!sight.Community)
        {
            return null;
        }

        CommunityRecord then = new(community);
        await foreach (JournalEntry entry in records.Journal.ReadAsync(community, after: 0, cancellationToken).ConfigureAwait(false))
        {
            if (entry.Change.OccurredAt >= asOf)
            {
                break;
            }

            then.Apply(entry);
        }

        return then.Community.Status == CommunityStatus.None ? null : Views.Of(then, sight);
    }

    /// <inheritdoc/>
    public async ValueTask<CommunityId?> ResolveAsync(CommunityId community, Actor viewer, CancellationToken cancellationToken = default)
    {
        Insight insight = await InsightAsync(viewer, cancellationToken).ConfigureAwait(false);
        CommunityListing? at = await directory.FindAsync(community, cancellationToken).ConfigureAwait(false);
        if (at is null || !(await SightAsync(insight, at, cancellationToken).ConfigureAwait(false)).Community)
        {
            return null;
        }

        HashSet<CommunityId> seen = [];
        while (at is { MergedInto: { } next })
        {
            at = seen.Add(at.Community) ? await directory.FindAsync(next, cancellationToken).ConfigureAwait(false) : null;
        }

        return at is not null && (await SightAsync(insight, at, cancellationToken).ConfigureAwait(false)).Community ? at.Community : null;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<CommunityListing> ListAsync(
        CommunityFilter filter, Actor viewer, CommunityId? after = null, int take = 100, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        return SeenAsync(filter, viewer, after, take, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<CommunityListing> OverdueReviewsAsync(Actor viewer, CancellationToken cancellationToken = default) =>
        SeenAsync(new() { ReviewDueBefore = records.Now.AddTicks(1) }, viewer, after: null, int.MaxValue, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<Decision<ValueList<JournalEntry>>> HistoryAsync(
        CommunityId community, Actor viewer, long after = 0, int take = 100, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        Sight sight = await SightAsync(community, viewer, cancellationToken).ConfigureAwait(false);
        if (!sight.All)
        {
            return Decision<ValueList<JournalEntry>>.Refuse(sight.Community ? Hidden("history.hidden", "The history is for facilitators.") : Unknown);
        }

        List<JournalEntry> page = [];
        await foreach (JournalEntry entry in records.Journal.ReadAsync(community, after, cancellationToken).ConfigureAwait(false))
        {
            if (viewer.HostName is null && OwnMatter(entry.Change.Fact) is { } person && !viewer.Is(person))
            {
                continue; // how much somebody takes part, and what they used, is shown to them alone
            }

            page.Add(entry);
            if (page.Count == take)
            {
                break;
            }
        }

        return Decision<ValueList<JournalEntry>>.Accept(page.ToValueList());
    }

    /// <inheritdoc/>
    public async ValueTask<ValueList<SimilarCommunity>> SimilarAsync(CommunityDraft draft, Actor viewer, int population = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentOutOfRangeException.ThrowIfNegative(population);
        HashSet<CommunityId> shared = [];
        foreach (PersonId person in draft.Interested.Distinct())
        {
            await foreach (MemberListing membership in directory.MembershipsOfAsync(person, cancellationToken).ConfigureAwait(false))
            {
                shared.Add(membership.Community);
            }
        }

        string name = SimilarCommunities.Letters(draft.Name);
        List<CandidateCommunity> candidates = [];
        CommunityFilter visible = new() { AtLeast = Visibility.Listed };
        await foreach (CommunityListing listing in Paging.ReadAsync(
            (from, size) => directory.ListAsync(visible, from, size, cancellationToken), c => c.Community, default(CommunityId?), int.MaxValue, cancellationToken).ConfigureAwait(false))
        {
            // without one of these nothing is similar; folding every community would cost too much
            if (shared.Contains(listing.Community) || SimilarCommunities.Letters(listing.Name) == name || draft.Topics.Any(t => listing.Topics.Contains(t.Topic)))
            {
                candidates.Add(await CandidateAsync(listing.Community, viewer, cancellationToken).ConfigureAwait(false));
            }
        }

        return SimilarCommunities.Find(draft, candidates, population);
    }

    private static Reason Hidden(string code, string text) => new(code, text);

    /// <summary>Whom alone a fact is shown to; null for those in charge as well.</summary>
    private static PersonId? OwnMatter(Fact fact) => fact switch
    {
        ParticipationAssessed assessed => assessed.Person,
        ArtifactUsed used => used.Use.Person,
        ArtifactUseReceived received => received.Use.Person,
        _ => null,
    };

    /// <summary>A community to compare with; people count only where the viewer may know who belongs, or a draft would tell.</summary>
    private async ValueTask<CandidateCommunity> CandidateAsync(CommunityId community, Actor viewer, CancellationToken cancellationToken)
    {
        using RecordLease lease = await records.AcquireAsync(community, cancellationToken).ConfigureAwait(false);
        CommunityRecord record = lease.Record;
        DateTimeOffset at = record.Community is { Status: CommunityStatus.Closed, StatusSince: { } closed } ? closed.AddTicks(-1) : DateTimeOffset.MaxValue;
        return new(record.Community, Sight.Of(viewer, record, records.Now).Members ? record.Members.MembersAt(at).ToHashSet() : []);
    }

    private async IAsyncEnumerable<CommunityListing> SeenAsync(
        CommunityFilter filter, Actor viewer, CommunityId? after, int take, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Insight insight = await InsightAsync(viewer, cancellationToken).ConfigureAwait(false);
        int left = take;
        await foreach (CommunityListing listing in Paging.ReadAsync(
            (from, size) => directory.ListAsync(filter, from, size, cancellationToken), c => c.Community, after, take, cancellationToken).ConfigureAwait(false))
        {
            if (!(await SightAsync(insight, listing, cancellationToken).ConfigureAwait(false)).Community)
            {
                continue;
            }

            yield return listing;
            if (--left == 0)
            {
                yield break;
            }
        }
    }

    private async ValueTask<Sight> SightAsync(CommunityId community, Actor viewer, CancellationToken cancellationToken)
    {
        using RecordLease lease = await records.AcquireAsync(community, cancellationToken).ConfigureAwait(false);
        return Sight.Of(viewer, lease.Record, records.Now);
    }

    private async ValueTask<Insight> InsightAsync(Actor viewer, CancellationToken cancellationToken)
    {
        Dictionary<CommunityId, MemberListing> own = [];
        if (viewer.Checked(nameof(viewer)).Person is { } person)
        {
            await foreach (MemberListing membership in directory.MembershipsOfAsync(person, cancellationToken).ConfigureAwait(false))
            {
                own[membership.Community] = membership;
            }
        }

        return new(viewer, own);
    }

    /// <summary>As the directory tells it; who is interested in a private proposal only the record knows.</summary>
    private ValueTask<Sight> SightAsync(Insight insight, CommunityListing listing, CancellationToken cancellationToken)
    {
        Sight sight = Sight.Of(insight.Viewer, listing, insight.Own.GetValueOrDefault(listing.Community), records.Now);
        return !sight.Community && insight.Viewer.Person is not null && listing.Status is CommunityStatus.Proposed or CommunityStatus.Rejected
            ? SightAsync(listing.Community, insight.Viewer, cancellationToken)
            : new(sight);
    }

    /// <summary>Who asks, and how they stand to which community.</summary>
    private sealed record Insight(Actor Viewer, Dictionary<CommunityId, MemberListing> Own);
}
