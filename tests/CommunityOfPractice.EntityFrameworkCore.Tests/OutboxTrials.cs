using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Testing;
using Microsoft.Extensions.Time.Testing;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>Every entry is told at least once and in order, whatever fails and however many dispatchers run.</summary>
internal static class OutboxTrials
{
    public static async Task FailuresAsync(TestDatabase database)
    {
        CommunityStores stores = await database.NewAsync();
        LegalHistory history = new(stores, 5);
        await history.LiveAsync(60);
        Listener listener = new("mail") { FailsOnce = true };
        OutboxDispatcher<CommunityOfPracticeContext> dispatcher = new(database, [listener], TimeProvider.System);
        JournalEntry[] all = await EntriesAsync(stores);
        Assert.Equal(all.Length, await TellAllAsync(dispatcher));
        Assert.Equal(all, listener.Handled.OrderBy(e => e.Community).ThenBy(e => e.Version));
        Assert.All(listener.Handled.GroupBy(e => e.Community), c => Assert.Equal(c.OrderBy(e => e.Version), c));

        await history.LiveAsync(30);
        await TellAllAsync(dispatcher);
        Assert.Equal((await EntriesAsync(stores)).Length, listener.Handled.Count);
        Assert.True((await EntriesAsync(stores)).Zip(listener.Handled.OrderBy(e => e.Community).ThenBy(e => e.Version), RewrittenByErasure).All(same => same));
        Assert.Equal(0, (await dispatcher.DispatchAsync()).Told);

        // another consumer begins at the beginning
        Listener other = new("index");
        Assert.Equal(listener.Handled.Count, (await new OutboxDispatcher<CommunityOfPracticeContext>(database, [other, listener], TimeProvider.System).DispatchAsync()).Told);
    }

    /// <summary>Passes until nothing waits; how many failures there were on the way.</summary>
    private static async Task<int> TellAllAsync(OutboxDispatcher<CommunityOfPracticeContext> dispatcher)
    {
        int failures = 0;
        OutboxPass pass;
        do
        {
            pass = await dispatcher.DispatchAsync();
            failures += pass.Failures.Count;
            Assert.All(pass.Failures, f => Assert.Equal(("mail", typeof(IOException)), (f.Consumer, f.Exception.GetType())));
        }
        while (pass.Told > 0 || pass.Failures.Count > 0);
        return failures;
    }

    public static async Task ManyDispatchersAsync(TestDatabase database)
    {
        CommunityStores stores = await database.NewAsync();
        await new LegalHistory(stores, 6).LiveAsync(80);
        Listener listener = new("mail");
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            OutboxDispatcher<CommunityOfPracticeContext> dispatcher = new(database, [listener], TimeProvider.System);
            for (int i = 0; i < 5; i++)
            {
                Assert.Empty((await dispatcher.DispatchAsync()).Failures);
            }
        })));
        JournalEntry[] all = await EntriesAsync(stores);
        Assert.Equal(all, listener.Handled.OrderBy(e => e.Community).ThenBy(e => e.Version));
        Assert.All(listener.Handled.GroupBy(e => e.Community), c => Assert.Equal(c.OrderBy(e => e.Version), c));
    }

    /// <summary>A dispatcher that died holds its community until the lease ends, and the entry it was at is told again.</summary>
    public static async Task LeaseAsync(TestDatabase database)
    {
        CommunityStores stores = await database.NewAsync();
        await new LegalHistory(stores, 7).LiveAsync(40);
        FakeTimeProvider clock = new(DateTimeOffset.UnixEpoch.AddYears(60));
        Listener listener = new("mail");
        foreach (Core.Communities.CommunityId community in LegalHistory.Communities)
        {
            Assert.Equal(0, await new OutboxLease<CommunityOfPracticeContext>(database, clock, TimeSpan.FromMinutes(5), "mail", community.Text).TakeAsync(default));
        }

        OutboxDispatcher<CommunityOfPracticeContext> dispatcher = new(database, [listener], clock);
        clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        Assert.Equal(0, (await dispatcher.DispatchAsync()).Told);
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal((await EntriesAsync(stores)).Length, (await dispatcher.DispatchAsync()).Told);
        Assert.Throws<ArgumentException>(() => new OutboxDispatcher<CommunityOfPracticeContext>(database, [listener, new Listener("mail")], clock));
    }

    /// <summary>What was told before its person was erased differs from what the journal holds now, and in nothing else.</summary>
    private static bool RewrittenByErasure(JournalEntry now, JournalEntry told) => (now.Community, now.Version, now.Seal.Hash) == (told.Community, told.Version, told.Seal.Hash);

    private static async Task<JournalEntry[]> EntriesAsync(CommunityStores stores)
    {
        List<JournalEntry> all = [];
        foreach (Core.Communities.CommunityId community in LegalHistory.Communities.Order())
        {
            await foreach (JournalEntry entry in stores.Journal.ReadAsync(community))
            {
                all.Add(entry);
            }
        }

        return [.. all];
    }

    private sealed class Listener(string consumer) : IOutboxHandler
    {
        private readonly Lock gate = new();
        private readonly HashSet<(Core.Communities.CommunityId, long)> failed = [];

        public string Consumer => consumer;

        public bool FailsOnce { get; init; }

        public List<JournalEntry> Handled { get; } = [];

        public ValueTask HandleAsync(JournalEntry entry, CancellationToken cancellationToken = default)
        {
            lock (gate)
            {
                if (FailsOnce && failed.Add((entry.Community, entry.Version)))
                {
                    throw new IOException("the mail server is away");
                }

                Handled.Add(entry);
                return default;
            }
        }
    }
}
