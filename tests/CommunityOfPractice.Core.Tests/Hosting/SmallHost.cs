using System.Runtime.CompilerServices;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Vocabulary;
using Microsoft.Extensions.Time.Testing;

namespace CommunityOfPractice.Core.Tests.Hosting;

/// <summary>A host with stores in memory, a clock and a handler that notes what it is told.</summary>
internal sealed class SmallHost : IFactHandler
{
    public static readonly Actor Desk = Actor.Host("privacy-desk");

    public SmallHost()
    {
        Inner = new InMemoryJournal(Directory);
        Journal = new TestJournal(Inner);
        Records = new CommunityRecords(Journal, Salts, Clock);
        Personal = new PersonalData(Records, Activities, People, Salts, PolicySet.Default, [this]);
    }

    public InMemoryCommunityDirectory Directory { get; } = new();

    public InMemoryJournal Inner { get; }

    public TestJournal Journal { get; }

    public InMemoryActivityStore Activities { get; } = new();

    public InMemoryPeopleDirectory People { get; } = new();

    public SeededSalts Salts { get; } = new("host");

    public FakeTimeProvider Clock { get; } = new(World.Start);

    public CommunityRecords Records { get; }

    public PersonalData Personal { get; }

    public List<JournalEntry> Told { get; } = [];

    public CommunityPolicies Policies(PolicySet? policies = null) => new(Records, Activities, policies ?? PolicySet.Default, [], [this]);

    public RegistryCheck Check() => new(Journal, Clock, PolicySet.Default);

    public ValueTask HandleAsync(ValueList<JournalEntry> entries, CancellationToken cancellationToken = default)
    {
        Told.AddRange(entries);
        return default;
    }

    /// <summary>Writes facts that nobody decided.</summary>
    public async Task Happens(string community, Actor by, params Fact[] facts)
    {
        CommunityRecord record = await Fold(community);
        ValueList<Change> changes = facts.Select(f => new Change(Clock.GetUtcNow(), by, new Cause { Fields = [new("note", by.Is(new("person-anna")) ? "secret of person-anna" : "open word")] }, f)).ToValueList();
        JournalBatch batch = Sealing.Batch(record, changes, Clock.GetUtcNow(), Salts);
        foreach (JournalEntry entry in batch.Entries)
        {
            record.Apply(entry);
        }

        Assert.IsType<AppendOutcome.Appended>(await Inner.AppendAsync([batch with { Directory = Listings.Everything(record) }]));
    }

    public async Task Do(Command command, Actor by)
    {
        CommunityRecord record = await Fold(command.Community.Text);
        ValueList<Change> changes = record.Decide(command, new(Clock.GetUtcNow(), by)).OrThrow();
        foreach (Change change in changes)
        {
            await Happens(command.Community.Text, change.By, change.Fact);
        }
    }

    /// <summary>A community that is launched; the first of its people facilitates, the second sponsors.</summary>
    public async Task Launch(string community, params string[] people)
    {
        CommunityId id = new(community);
        await Do(World.Proposal(id) with { Proposer = new(people[0]) }, By(people[0]));
        foreach (string person in people)
        {
            await Happens(community, By(person), new MemberJoined(new(person), new("join/1", "web")));
        }

        await Happens(community, By(people[0]), new RoleAppointed(new(people[0]), Role.Facilitator), new RoleAppointed(new(people[1]), Role.Sponsor));
        await Do(new AdoptCharter(id, World.Terms()), By(people[0]));
        await Do(new LaunchCommunity(id, Clock.GetUtcNow()), By(people[0]));
    }

    public async Task<CommunityRecord> Fold(string community) => CommunityRecord.Replay(new(community), await Entries(community));

    public async Task<JournalEntry[]> Entries(string community) => [.. await All(Inner.ReadAsync(new(community)))];

    public static Actor By(string person) => Actor.Of(new(person));

    public static async Task<List<T>> All<T>(IAsyncEnumerable<T> items)
    {
        List<T> all = [];
        await foreach (T item in items)
        {
            all.Add(item);
        }

        return all;
    }
}

/// <summary>A journal that can be slow, contended or broken when a test wants it to be.</summary>
internal sealed class TestJournal(InMemoryJournal inner) : IJournal
{
    /// <summary>How often it still says that somebody else was faster.</summary>
    public int Conflicts { get; set; }

    /// <summary>How many erasures it still carries out before the connection breaks.</summary>
    public int Redactions { get; set; } = int.MaxValue;

    public int Writes { get; private set; }

    public ValueTask<AppendOutcome> AppendAsync(ValueList<JournalBatch> batches, CancellationToken cancellationToken = default) =>
        Conflict(batches) is { } conflict ? new(conflict) : inner.AppendAsync(batches, cancellationToken);

    public IAsyncEnumerable<JournalEntry> ReadAsync(CommunityId community, long after = 0, CancellationToken cancellationToken = default) => inner.ReadAsync(community, after, cancellationToken);

    public IAsyncEnumerable<CommunityId> CommunitiesAsync(CommunityId? after = null, CancellationToken cancellationToken = default) => inner.CommunitiesAsync(after, cancellationToken);

    public ValueTask<AppendOutcome> RedactAsync(JournalBatch erasure, ValueList<JournalEntry> redacted, CancellationToken cancellationToken = default) =>
        Conflict([erasure]) is { } conflict ? new(conflict) : Redactions-- > 0 ? inner.RedactAsync(erasure, redacted, cancellationToken) : throw new IOException("The connection broke.");

    private AppendOutcome.Conflict? Conflict(ValueList<JournalBatch> batches)
    {
        Writes++;
        return Conflicts-- > 0 ? new(batches[0].Community, batches[0].ExpectedVersion + 1) : null;
    }
}
