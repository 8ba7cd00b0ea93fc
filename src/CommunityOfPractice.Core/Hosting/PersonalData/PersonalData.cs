using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Exports and erases people through the ports.</summary>
/// <remarks>
/// Safe for concurrent use when the ports are. Each use reads all journals; an erasure reads those that name the person once more.
/// </remarks>
public sealed class PersonalData : IPersonalData
{
    private const int LongestSalt = 64;

    private readonly CommunityRecords records;
    private readonly IActivityStore activities;
    private readonly IPeopleDirectory people;
    private readonly ISaltSource salts;
    private readonly PolicySet policies;
    private readonly FactPublisher publisher;

    /// <summary>Creates the service.</summary>
    /// <param name="records">The records of communities.</param>
    /// <param name="activities">Where activities are kept.</param>
    /// <param name="people">What the host knows about people; only read.</param>
    /// <param name="salts">Where tombstones and the salts of redacted entries come from.</param>
    /// <param name="policies">The policies in force: how long a grace period lasts, how long a successor's term.</param>
    /// <param name="handlers">Who is told what was committed, in this order.</param>
    public PersonalData(
        CommunityRecords records, IActivityStore activities, IPeopleDirectory people, ISaltSource salts, PolicySet policies, IEnumerable<IFactHandler> handlers)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(activities);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(salts);
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(handlers);
        this.records = records;
        this.activities = activities;
        this.people = people;
        this.salts = salts;
        this.policies = policies;
        publisher = new FactPublisher(handlers);
    }

    /// <inheritdoc/>
    public async ValueTask<Decision<ReadOnlyMemory<byte>>> ExportAsync(PersonId person, Actor by, CancellationToken cancellationToken = default)
    {
        RequirePerson(person);
        if (!MayAsk(person, by))
        {
            return Decision<ReadOnlyMemory<byte>>.Refuse(Denied);
        }

        Person? known = null;
        await foreach (Person found in people.ReadAsync([person], cancellationToken).ConfigureAwait(false))
        {
            known = found;
        }

        List<JournalEntry[]> journals = [];
        await foreach (CommunityId community in records.Journal.CommunitiesAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            List<JournalEntry> entries = await ReadAsync(community, long.MaxValue, cancellationToken).ConfigureAwait(false);
            if (entries.Exists(e => PersonalEntry.Names(e.Change, person)))
            {
                journals.Add([.. entries]);
            }
        }

        List<Activity> acts = [];
        await foreach (Activity activity in activities.ReadOfAsync(person, cancellationToken).ConfigureAwait(false))
        {
            acts.Add(activity);
        }

        return Decision<ReadOnlyMemory<byte>>.Accept(PersonalDataJson.Write(person, records.Now, known, journals, acts));
    }

    /// <inheritdoc/>
    public ValueTask<Decision<ErasureReceipt>> EraseAsync(PersonId person, Actor by, CancellationToken cancellationToken = default) =>
        EraseAsync(new ErasureRequest(person, by), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<Decision<ErasureReceipt>> EraseAsync(ErasureRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        RequirePerson(request.Person);
        if (request.Tombstone is { } given && (given == default || given == request.Person))
        {
            throw new ArgumentException("A person and a tombstone are two ids, and neither is the default value.", nameof(request));
        }

        if (!MayAsk(request.Person, request.By))
        {
            return Decision<ErasureReceipt>.Refuse(Denied);
        }

        List<Reason> unmet = [];
        List<CommunityId> communities = await FindAsync(request, unmet, cancellationToken).ConfigureAwait(false);
        if (unmet.Count > 0)
        {
            return Decision<ErasureReceipt>.Refuse([.. unmet]);
        }

        ErasureRequest settled = request with { Tombstone = request.Tombstone ?? Draw() };
        PersonId tombstone = settled.Tombstone.Value;
        int journals = 0, redacted = 0;
        List<HandlerFailure> failures = [];
        foreach (CommunityId community in communities)
        {
            Decision<Done> decision = await EraseInAsync(community, settled, tombstone, cancellationToken).ConfigureAwait(false);
            if (decision is Decision<Done>.Refused refused)
            {
                return Decision<ErasureReceipt>.Refuse(refused.Refusal);
            }

            Done done = decision.OrThrow();
            journals += done.Redacted > 0 ? 1 : 0;
            redacted += done.Redacted;

            // outside of the record, as after a command
            failures.AddRange(await publisher.PublishAsync(done.Entries, cancellationToken).ConfigureAwait(false));
        }

        int acts = await activities.EraseAsync(request.Person, tombstone, cancellationToken).ConfigureAwait(false);
        return Decision<ErasureReceipt>.Accept(new(records.Now, tombstone, journals, redacted, acts) { HandlerFailures = failures.ToValueList() });
    }

    private static Reason Denied => new("permission.denied", "Only the person and the host may ask for this.");

    private static bool MayAsk(PersonId person, Actor by) => by.Checked(nameof(by)).Is(person) || by.HostName is not null;

    private static void RequirePerson(PersonId person)
    {
        if (person == default)
        {
            throw new ArgumentException("A person is asked for.", nameof(person));
        }
    }

    private PersonId Draw()
    {
        string salt = salts.Next();
        return new($"erased-{salt[..Math.Min(salt.Length, LongestSalt)]}");
    }

    /// <summary>Finds the communities that name the person, and what stands in the way in any of them; changes nothing.</summary>
    private async ValueTask<List<CommunityId>> FindAsync(ErasureRequest request, List<Reason> unmet, CancellationToken cancellationToken)
    {
        List<CommunityId> communities = [];
        await foreach (CommunityId community in records.Journal.CommunitiesAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            bool named = false, taken = false;
            await foreach (JournalEntry entry in records.Journal.ReadAsync(community, cancellationToken: cancellationToken).ConfigureAwait(false))
            {
                PersonalEntry.Visit(entry.Change, id =>
                {
                    named |= id == request.Person;
                    taken |= id == request.Tombstone;
                });
            }

            if (!named)
            {
                continue;
            }

            communities.Add(community);
            if (taken)
            {
                unmet.Add(Reason.Of("erasure.tombstone-taken", $"{community}: The tombstone stands for somebody there already."));
            }

            using RecordLease lease = await records.AcquireAsync(community, cancellationToken).ConfigureAwait(false);
            Departure.Of(lease.Record, request.Person, Context(lease.Record, request.By), request.IfLast, unmet);
        }

        return communities;
    }

    private async ValueTask<Decision<Done>> EraseInAsync(CommunityId community, ErasureRequest request, PersonId tombstone, CancellationToken cancellationToken)
    {
        // the entries that are about to be written name the tombstone already
        Actor by = request.By.Is(request.Person) ? Actor.Of(tombstone) : request.By;
        using RecordLease lease = await records.AcquireAsync(community, cancellationToken).ConfigureAwait(false);
        for (int attempt = 0; attempt < Commits.MaxAttempts; attempt++)
        {
            List<JournalEntry> entries = await ReadAsync(community, lease.Record.Version, cancellationToken).ConfigureAwait(false);
            Erasure erasure = Erasure.Of(entries, request.Person, tombstone, salts);
            if (erasure.Fact is not { } fact)
            {
                return Decision<Done>.Accept(new([], 0));
            }

            foreach (JournalEntry entry in erasure.Redacted)
            {
                entries[(int)entry.Version - 1] = entry;
            }

            CommunityRecord record = CommunityRecord.Replay(community, entries);
            DecisionContext context = Context(record, by);
            List<Reason> unmet = [];
            Fact[] facts = [.. Consequences.Of([.. Departure.Of(record, tombstone, context, request.IfLast, unmet), fact], record.Community, record.Members, record.Practice, context.At)];
            if (unmet.Count > 0)
            {
                return Decision<Done>.Refuse([.. unmet]);
            }

            JournalBatch batch = Sealing.Batch(record, CommunityRecord.Changes(facts, context).ToValueList(), context.At.Latest(entries[^1].RecordedAt), salts);
            foreach (JournalEntry entry in batch.Entries)
            {
                record.Apply(entry);
            }

            if (await RedactAsync(batch with { Directory = Listings.Everything(record) }, erasure.Redacted, lease, cancellationToken).ConfigureAwait(false))
            {
                return Decision<Done>.Accept(new(batch.Entries, erasure.Redacted.Count));
            }

            await lease.CatchUpAsync(cancellationToken).ConfigureAwait(false);
        }

        return Decision<Done>.Refuse(Commits.Contended);
    }

    /// <summary>Redacts, and forgets the record that still names the person, however it ends.</summary>
    private async ValueTask<bool> RedactAsync(JournalBatch batch, ValueList<JournalEntry> redacted, RecordLease lease, CancellationToken cancellationToken)
    {
        try
        {
            return await records.Journal.RedactAsync(batch, redacted, cancellationToken).ConfigureAwait(false) is AppendOutcome.Appended;
        }
        finally
        {
            lease.Forget();
        }
    }

    private async ValueTask<List<JournalEntry>> ReadAsync(CommunityId community, long version, CancellationToken cancellationToken)
    {
        List<JournalEntry> entries = [];
        await foreach (JournalEntry entry in records.Journal.ReadAsync(community, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (entry.Version > version)
            {
                break;
            }

            entries.Add(entry);
        }

        return entries;
    }

    private DecisionContext Context(CommunityRecord record, Actor by) => new(records.Now.Latest(record.LatestAt), by) { Policies = policies };

    /// <summary>What was done in one community.</summary>
    private readonly record struct Done(ValueList<JournalEntry> Entries, int Redacted);
}
