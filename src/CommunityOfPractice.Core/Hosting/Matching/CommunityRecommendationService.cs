using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Recommends from the records and the people directory.</summary>
/// <remarks>
/// Safe for concurrent use. Whoever objects to matching in any community gets no recommendations, and none rest on them. Each call about communities folds all records: O(communities + memberships).
/// </remarks>
public sealed class CommunityRecommendationService : ICommunityRecommendations
{
    private static readonly Reason Hidden = new("recommendations.hidden", "Recommendations are shown to the person and to the host.");
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(28);

    private readonly CommunityRecords records;
    private readonly ICommunityDirectory directory;
    private readonly IPeopleDirectory people;
    private readonly PolicySet policies;
    private readonly RecommendationModel model;
    private readonly AnalyticsBasis basis;
    private readonly TopicVocabulary? vocabulary;
    private readonly IMatchRule<CommunitySeeker, CommunityCandidate>[] rules;
    private readonly KeyValuePair<IMatchCriterion<CommunitySeeker, CommunityCandidate>, double>[] criteria;

    /// <summary>Creates the service.</summary>
    /// <param name="records">The records of communities.</param>
    /// <param name="directory">Which communities there are.</param>
    /// <param name="people">What is known about people.</param>
    /// <param name="policies">The policies in force.</param>
    /// <param name="model">The numbers; null for the defaults.</param>
    /// <param name="basis">On whom recommendations rest and who gets them. The default value is <see cref="AnalyticsBasis.Objection"/>: everybody who did not object to matching.</param>
    /// <param name="vocabulary">Under which names topics are one; null when every name is a topic of its own.</param>
    /// <param name="rules">Hard rules of the host's own about recommendations; none by default.</param>
    /// <param name="criteria">Criteria of the host's own with their weights, from 0 to 1000; none by default.</param>
    /// <exception cref="ArgumentException">Something is wrong with the model.</exception>
    public CommunityRecommendationService(
        CommunityRecords records,
        ICommunityDirectory directory,
        IPeopleDirectory people,
        PolicySet policies,
        RecommendationModel? model = null,
        AnalyticsBasis basis = AnalyticsBasis.Objection,
        TopicVocabulary? vocabulary = null,
        IEnumerable<IMatchRule<CommunitySeeker, CommunityCandidate>>? rules = null,
        IEnumerable<KeyValuePair<IMatchCriterion<CommunitySeeker, CommunityCandidate>, double>>? criteria = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(policies);
        Defined.Check(basis);
        this.records = records;
        this.directory = directory;
        this.people = people;
        this.policies = policies;
        this.model = model ?? RecommendationModel.Default;
        this.basis = basis;
        this.vocabulary = vocabulary;
        this.rules = [.. rules ?? []];
        this.criteria = [.. criteria ?? []];
        if (this.model.Problems() is [var problem, ..])
        {
            throw new ArgumentException(problem.Text, nameof(model));
        }
    }

    /// <inheritdoc/>
    public async ValueTask<Decision<CommunityRecommendations>> RecommendAsync(
        PersonId person, Actor viewer, ValueList<TopicWeight>? interests = null, int top = 10, ulong seed = 0, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(top);
        if (viewer.Checked(nameof(viewer)).HostName is null && !viewer.Is(person))
        {
            return Decision<CommunityRecommendations>.Refuse(Hidden);
        }

        MatchingWorld world = await LoadAsync(cancellationToken).ConfigureAwait(false);
        CommunityEvidence evidence = CommunityEvidence.Of(world.Communities, await SeekersAsync(world, person, interests, cancellationToken).ConfigureAwait(false), world.Periods, world.At, vocabulary);
        return Decision<CommunityRecommendations>.Accept(new CommunityRecommender(evidence, model, rules, criteria).For(person, top, seed));
    }

    /// <inheritdoc/>
    public async ValueTask<Decision<ValueList<CommunityPair>>> PairsAsync(Actor viewer, int population = 0, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(population);
        if (viewer.Checked(nameof(viewer)).HostName is null)
        {
            return Decision<ValueList<CommunityPair>>.Refuse(Hidden);
        }

        MatchingWorld world = await LoadAsync(cancellationToken).ConfigureAwait(false);
        return Decision<ValueList<CommunityPair>>.Accept(CommunityPairs.Find(world.Compared, population, vocabulary: vocabulary));
    }

    /// <inheritdoc/>
    public async ValueTask<Decision<ValueList<LearningStep>>> NextTasksAsync(
        CommunityId community, PersonId person, Actor viewer, ValueList<TopicWeight>? interests = null, int count = 3, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        if (viewer.Checked(nameof(viewer)).HostName is null && !viewer.Is(person))
        {
            return Decision<ValueList<LearningStep>>.Refuse(Hidden);
        }

        using RecordLease lease = await records.AcquireAsync(community, cancellationToken).ConfigureAwait(false);
        CommunityRecord record = lease.Record;
        DateTimeOffset at = records.Now.Latest(record.LatestAt);
        return record.Members[person].IsMember
            ? Decision<ValueList<LearningStep>>.Accept(LearningPath.Next(
                interests ?? [], LearningTasks.DoneBy(record.Practice, person, at), LearningTasks.Open(record.Practice, person, at, Ahead, policies.Practice), at, count))
            : Decision<ValueList<LearningStep>>.Refuse(new Reason("member.none", "This person is no member."));
    }

    private async ValueTask<MatchingWorld> LoadAsync(CancellationToken cancellationToken)
    {
        MatchingWorld world = new(records.Now, basis);
        await foreach (CommunityListing listing in Paging.ReadAsync(
            (from, size) => directory.ListAsync(CommunityFilter.All, from, size, cancellationToken), c => c.Community, default(CommunityId?), int.MaxValue, cancellationToken).ConfigureAwait(false))
        {
            using RecordLease lease = await records.AcquireAsync(listing.Community, cancellationToken).ConfigureAwait(false);
            world.Add(lease.Record);
        }

        return world;
    }

    private async ValueTask<List<CommunitySeeker>> SeekersAsync(MatchingWorld world, PersonId person, ValueList<TopicWeight>? interests, CancellationToken cancellationToken)
    {
        Dictionary<PersonId, PersonAttributes> known = [];
        HashSet<PersonId> all = [.. world.People, person];
        await foreach (Person found in people.ReadAsync(all, cancellationToken).ConfigureAwait(false))
        {
            if (found.AsOf(world.At) is { } attributes)
            {
                known[found.Id] = attributes;
            }
        }

        return [.. all.Select(p => world.SeekerOf(p, known.GetValueOrDefault(p)) is var seeker && p == person && interests is not null ? seeker with { Interests = interests } : seeker)];
    }
}
