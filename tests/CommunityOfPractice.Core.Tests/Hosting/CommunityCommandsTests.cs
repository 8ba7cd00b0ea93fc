using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Hosting;

public sealed class CommunityCommandsTests
{
    [Fact]
    public async Task Split_TellsTheCallerWhatTheNewCommunityStillLacks_AlsoWhenAskedAgain()
    {
        Hosted host = new();
        await host.Launch(Hosted.Agile);
        CommunityId child = new("testing");
        SplitCommunity split = new(Hosted.Agile, child, "Testing", Hosted.Ana, World.Terms("testing"), SplitMode.Specialise);
        CommandRequest request = new(split, Actor.Of(Hosted.Ana)) { CommandId = "split-1" };
        Committed committed = (await host.Commands.ExecuteAsync(request)).OrThrow();
        Assert.Equal(["community.no-facilitator", "community.too-few-members", "launch.no-gathering"], committed.StillMissing.Select(r => r.Code));
        await host.Must(new AcceptInvitation(child, Hosted.Bo, Hosted.Consent), Hosted.Bo);
        await host.Appoint(child, Hosted.Bo, Role.Facilitator);
        Committed again = (await host.Commands.ExecuteAsync(request)).OrThrow();
        Assert.True(again.IsRepetition);
        Assert.Equal(["community.too-few-members", "launch.no-gathering"], again.StillMissing.Select(r => r.Code));
        Assert.Empty((await host.Must(new CheckIn(Hosted.Agile, "Fine."), Hosted.Ana)).StillMissing);
    }

    private static readonly CommunityId Testers = new("testers");

    private static readonly Actor Ana = Actor.Of(Hosted.Ana);

    [Fact]
    public async Task CommandId_Repeated_AnswersTheSameEntriesAndCallsNobody()
    {
        Noting noting = new();
        Hosted host = new(handlers: [noting]);
        CommandRequest request = new(World.Proposal(Hosted.Agile), Ana) { CommandId = "c-1" };
        Committed first = (await host.Commands.ExecuteAsync(request)).OrThrow();
        await host.Must(new ExpressInterest(Hosted.Agile, Hosted.Bo), Hosted.Bo);
        Committed again = (await host.Commands.ExecuteAsync(request)).OrThrow();

        Assert.Equal((false, true), (first.IsRepetition, again.IsRepetition));
        Assert.Equal(first.Entries, again.Entries);
        Assert.Equal(2, noting.Calls.Count);
        Assert.Equal(again.Entries, (await new Hosted(host.Directory, host.Journal).Commands.ExecuteAsync(request)).OrThrow().Entries); // another process
        Assert.Equal(["command.id-taken"], (await host.Commands.ExecuteAsync(request with { By = Actor.Of(Hosted.Bo) })).Codes());
        Assert.Throws<ArgumentException>(() => request with { CommandId = string.Empty });
        Assert.Throws<ArgumentException>(() => request with { CommandId = new string('x', 201) });
    }

    [Fact]
    public async Task DefaultActor_Throws()
    {
        Hosted host = new();
        await Assert.ThrowsAsync<ArgumentException>("request", async () => await host.Commands.ExecuteAsync(World.Proposal(Hosted.Agile), default));
        await Assert.ThrowsAsync<ArgumentException>("request", async () => await host.Commands.ExecuteAsync(new CommandRequest(World.Proposal(Hosted.Agile), default)));
        Assert.Empty(await host.Entries(Hosted.Agile));
    }

    [Fact]
    public async Task Merge_Repeated_AnswersTheEntriesOfBothCommunities()
    {
        Hosted host = await TwoCommunities();
        CommandRequest request = new(new MergeInto(Testers, Hosted.Agile), Ana) { CommandId = "merge" };
        Committed first = (await host.Commands.ExecuteAsync(request)).OrThrow();
        Assert.Equal([Hosted.Agile, Testers], first.Entries.Select(e => e.Community).Distinct());
        Assert.Equal(first.Entries, (await host.Commands.ExecuteAsync(request)).OrThrow().Entries);
        Assert.Equal(CommunityStatus.Merged, (await host.Directory.FindAsync(Testers))!.Status);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public async Task Conflict_IsDecidedAgainAndGivenUpAtLast(int conflicts, bool accepted)
    {
        Hosted first = await TwoCommunities();
        Interfering journal = new(first.Journal) { Conflicts = conflicts };
        Hosted host = new(first.Directory, journal);
        Dictionary<CommunityId, int> before = await Lengths(host);
        journal.Reads.Clear();
        Assert.Equal(accepted ? [] : ["record.contended"], await host.Codes(new MergeInto(Testers, Hosted.Agile), Ana));
        Assert.Equal([0, 0], journal.Reads.Take(2));
        Assert.DoesNotContain(0, journal.Reads.Skip(2)); // after a conflict only what is new is read
        Assert.Equal(conflicts + (accepted ? 1 : 0), journal.Appends);
        Dictionary<CommunityId, int> after = await Lengths(host);
        Assert.Equal((accepted, accepted), (after[Hosted.Agile] > before[Hosted.Agile], after[Testers] > before[Testers])); // both or none
        await Sound(host, Hosted.Agile, Testers);
    }

    [Fact]
    public async Task Split_ThatIsNotCommitted_ChangesNeitherCommunity()
    {
        Hosted first = new();
        await first.Launch(Hosted.Agile);
        Interfering journal = new(first.Journal) { Broken = true };
        Hosted host = new(first.Directory, journal);
        SplitCommunity split = new(Hosted.Agile, new("young"), "Young", Hosted.Ana, World.Terms("testing"), SplitMode.Specialise);
        int before = (await host.Entries(Hosted.Agile)).Length;
        await Assert.ThrowsAsync<IOException>(() => host.Must(split, Ana));
        Assert.Equal((before, 0), ((await host.Entries(Hosted.Agile)).Length, (await host.Entries(new("young"))).Length));
        Assert.Null(await host.Queries.FindAsync(new("young"), World.Host)); // nothing of it stays in memory

        journal.Broken = false;
        Committed committed = await host.Must(split, Ana);
        Assert.Equal([Hosted.Agile, new("young")], committed.Entries.Select(e => e.Community).Distinct());
        Assert.NotNull(await host.Queries.FindAsync(new("young"), World.Host));
    }

    [Fact]
    public async Task EightThreads_TwoProcesses_BreakNoRule()
    {
        for (int round = 0; round < 10; round++)
        {
            InMemoryCommunityDirectory directory = new();
            Interfering journal = new(new InMemoryJournal(directory)) { Yields = true };
            Hosted one = new(directory, journal, salt: "one"), two = new(directory, journal, salt: "two", capacity: 1);
            await one.Launch(Hosted.Agile, 2, Hosted.Ana, Hosted.Bo, Hosted.Cem, Hosted.Dee);
            PersonId[] people = [.. Enumerable.Range(0, 6).Select(i => new PersonId($"p{i}"))];
            string[][][] answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(t => Task.Run(async () =>
            {
                Hosted mine = t % 2 == 0 ? one : two;
                List<string[]> codes = [await mine.Codes(new LeaveCommunity(Hosted.Agile, t < 4 ? Hosted.Ana : Hosted.Bo), Actor.Of(t < 4 ? Hosted.Ana : Hosted.Bo))];
                foreach (PersonId person in people)
                {
                    codes.Add(await mine.Codes(new JoinCommunity(Hosted.Agile, person, Hosted.Consent), Actor.Of(person)));
                }

                return codes.ToArray();
            })));

            Assert.Equal(1, answers.Count(a => a[0] is []));
            Assert.All(answers.Where(a => a[0] is not []), a => Assert.True(a[0].Contains("role.last-facilitator") || a[0].Contains("membership.not-member") || a[0] is ["record.contended"], string.Join(", ", a[0])));
            CommunityRecord record = await Sound(one, Hosted.Agile);
            Assert.Equal(1, record.Members.ActiveFacilitators());
            JournalEntry[] joins = [.. (await one.Entries(Hosted.Agile)).Where(e => e.Change.Fact is MemberJoined)];
            Assert.Equal(joins.Length, joins.Select(e => ((MemberJoined)e.Change.Fact).Person).Distinct().Count());
            for (int i = 0; i < people.Length; i++)
            {
                Assert.InRange(answers.Count(a => a[i + 1] is []), record.Members.Knows(people[i]) ? 1 : 0, 1);
            }
        }
    }

    [Fact]
    public async Task Parents_SetFromBothSidesAtOnce_FormNoCircle()
    {
        for (int round = 0; round < 20; round++)
        {
            InMemoryCommunityDirectory directory = new();
            Interfering journal = new(new InMemoryJournal(directory)) { Yields = true };
            Hosted one = new(directory, journal, salt: "one"), two = new(directory, journal, salt: "two");
            CommunityId[] ids = [new("a"), new("b"), new("c")];
            foreach (CommunityId id in ids)
            {
                await one.Must(World.Proposal(id), Ana);
            }

            string[][] answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => Task.Run(() => (i % 2 == 0 ? one : two).Codes(new SetParent(ids[i], ids[(i + 1) % 3]), World.Host))));
            Assert.Equal(2, answers.Count(a => a is []));
            Assert.Equal(["lineage.circle"], answers.Single(a => a is not []));
            Assert.Empty(LineageSearch.Circles([(await Sound(one, ids[0])).Community, (await Sound(one, ids[1])).Community, (await Sound(one, ids[2])).Community]));
        }
    }

    [Fact]
    public async Task Handlers_AreCalledInOrder_AndAFailureIsToldAndStopsNobody()
    {
        List<string> order = [];
        Hosted host = new(handlers: [new Noting("first", order), new Failing(), new Noting("last", order)]);
        Committed committed = await host.Must(World.Proposal(Hosted.Agile), Hosted.Ana);
        Assert.Equal(["first", "last"], order);
        HandlerFailure failure = Assert.Single(committed.HandlerFailures);
        Assert.Equal((typeof(Failing), "no mail today"), (failure.Handler, failure.Exception.Message));
        Assert.Equal(committed.Entries, (await host.Entries(Hosted.Agile)).ToValueList());
        Assert.Equal(["community.exists"], await host.Codes(World.Proposal(Hosted.Agile), Ana));
        Assert.Equal(2, order.Count);
    }

    [Fact]
    public async Task Handler_ThatPutsCommands_DoesNotWaitForItself()
    {
        Welcoming welcoming = new();
        Hosted host = new(handlers: [welcoming]);
        welcoming.Host = host;
        await host.Must(World.Proposal(Hosted.Agile), Hosted.Ana).WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(["tests"], (await host.Entries(Hosted.Agile)).Select(e => e.Change.By.HostName).OfType<string>());
        Assert.Equal("Community agile, welcome", (await host.Queries.FindAsync(Hosted.Agile, Ana))!.Community.Name);
    }

    [Fact]
    public async Task Cancelled_BeforeTheCommit_ChangesNothing()
    {
        Noting noting = new();
        Hosted host = new(handlers: [noting]);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await host.Commands.ExecuteAsync(World.Proposal(Hosted.Agile), Ana, new CancellationToken(true)));

        using CancellationTokenSource source = new();
        Interfering journal = new(host.Journal) { BeforeAppend = source.Cancel };
        Hosted late = new(host.Directory, journal, handlers: [noting]);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await late.Commands.ExecuteAsync(World.Proposal(Hosted.Agile), Ana, source.Token));
        Assert.Empty(await host.Entries(Hosted.Agile));
        Assert.Empty(noting.Calls);
        Assert.Null(await late.Queries.FindAsync(Hosted.Agile, Ana));
    }

    [Fact]
    public async Task Cancelled_WhileHandled_StillAnswersWithTheCommit()
    {
        using CancellationTokenSource source = new();
        Cancelling cancelling = new(source);
        Hosted host = new(handlers: [cancelling, new Noting()]);
        Committed committed = (await host.Commands.ExecuteAsync(World.Proposal(Hosted.Agile), Ana, source.Token)).OrThrow();
        Assert.Equal(committed.Entries, (await host.Entries(Hosted.Agile)).ToValueList());
        Assert.IsAssignableFrom<OperationCanceledException>(committed.HandlerFailures[0].Exception);
    }

    [Fact]
    public async Task Handlers_ThatCannotBeMade_FailBeforeAnythingIsCommitted()
    {
        Hosted host = new(handlers: Enumerable.Range(0, 1).Select<int, IFactHandler>(_ => throw new InvalidOperationException("no such service")));
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Must(World.Proposal(Hosted.Agile), Ana));
        Assert.Empty(await host.Entries(Hosted.Agile));
    }

    [Fact]
    public async Task Capacity_OfOne_KeepsOneAndAnswersAsEver()
    {
        Hosted small = new(capacity: 1);
        CommunityId[] ids = [.. Enumerable.Range(0, 5).Select(i => new CommunityId($"c{i}"))];
        foreach (CommunityId id in ids)
        {
            await small.Must(World.Proposal(id), Ana);
        }

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(async () => Assert.Equal(ids[i % 5], (await small.Queries.FindAsync(ids[i % 5], Ana))!.Community.Id))));
        Assert.Equal(1, small.Records.Kept);
        Assert.Null(await small.Queries.FindAsync(new("nowhere"), Ana));
        Assert.Equal(1, small.Records.Kept);
        Assert.Equal(["community.exists"], await small.Codes(World.Proposal(ids[0]), Ana));
    }

    [Fact]
    public async Task Erasure_ByAnotherProcess_IsNoticed()
    {
        Hosted one = new(), two = new(one.Directory, one.Journal, salt: "two");
        await one.Launch(Hosted.Agile);
        Assert.Equal(MembershipStatus.Active, (await one.Queries.MembershipAsync(Hosted.Agile, Hosted.Cem, World.Host)).OrThrow().Status);

        JournalEntry[] entries = await two.Entries(Hosted.Agile);
        CommunityRecord record = CommunityRecord.Replay(Hosted.Agile, entries);
        PersonId tombstone = new("erased-1");
        Erasure erasure = Erasure.Of(entries, Hosted.Cem, tombstone, new SeededSalts("erase"));
        JournalBatch batch = Sealing.Batch(record, [new Change(World.Start, World.Host, Cause.Unstated, erasure.Fact!)], entries[^1].RecordedAt, new SeededSalts("e"));
        Assert.IsType<AppendOutcome.Appended>(await two.Journal.RedactAsync(batch, erasure.Redacted));

        Assert.Equal(MembershipStatus.None, (await one.Queries.MembershipAsync(Hosted.Agile, Hosted.Cem, World.Host)).OrThrow().Status);
        Assert.Equal(MembershipStatus.Erased, (await one.Queries.MembershipAsync(Hosted.Agile, tombstone, World.Host)).OrThrow().Status);
        await one.Must(new CheckIn(Hosted.Agile, "Fine."), Ana);
        await Sound(one, Hosted.Agile);
    }

    [Fact]
    public async Task At_InThePast_ImportsAndIsNeverBeforeTheLatestFactNorAhead()
    {
        Hosted host = new(now: World.Start.AddDays(1000));
        (await host.Commands.ExecuteAsync(new CommandRequest(World.Proposal(Hosted.Agile), Ana) { At = World.Start })).OrThrow();
        Assert.Equal(["record.time"], (await host.Commands.ExecuteAsync(new CommandRequest(new ExpressInterest(Hosted.Agile, Hosted.Bo), Actor.Of(Hosted.Bo)) { At = World.Start.AddTicks(-1) })).Codes());
        Assert.Equal(["command.time"], (await host.Commands.ExecuteAsync(new CommandRequest(new ExpressInterest(Hosted.Agile, Hosted.Bo), Actor.Of(Hosted.Bo)) { At = host.Clock.GetUtcNow().AddTicks(1) })).Codes());
        Committed imported = (await host.Commands.ExecuteAsync(new CommandRequest(new ExpressInterest(Hosted.Agile, Hosted.Bo), Actor.Of(Hosted.Bo)) { At = World.Start.AddDays(1), Fields = [new("source", "old")] })).OrThrow();
        Assert.Equal((World.Start.AddDays(1), host.Clock.GetUtcNow()), (imported.Entries[0].Change.OccurredAt, imported.Entries[0].RecordedAt));
        Assert.Equal([new Field("source", "old")], imported.Entries[0].Change.Because.Fields);
        await Sound(host, Hosted.Agile);
    }

    [Fact]
    public async Task Clocks_ThatDiffer_LeaveTimesInOrder()
    {
        Hosted ahead = new(now: World.Start.AddHours(1)), behind = new(ahead.Directory, ahead.Journal, salt: "behind");
        (await ahead.Commands.ExecuteAsync(new CommandRequest(World.Proposal(Hosted.Agile), Ana) { At = World.Start.AddDays(-9) })).OrThrow();
        (await behind.Commands.ExecuteAsync(new CommandRequest(new ExpressInterest(Hosted.Agile, Hosted.Bo), Actor.Of(Hosted.Bo)) { At = World.Start.AddDays(-8) })).OrThrow();
        await ahead.Must(new ExpressInterest(Hosted.Agile, Hosted.Cem), Hosted.Cem);
        Committed last = await behind.Must(new ExpressInterest(Hosted.Agile, Hosted.Dee), Hosted.Dee);
        Assert.Equal(World.Start.AddHours(1), last.Entries[0].Change.OccurredAt);
        await Sound(behind, Hosted.Agile);

        // and a merge is not decided before the latest fact of either
        Hosted both = await TwoCommunities(World.Start.AddHours(2));
        Hosted slow = new(both.Directory, both.Journal, salt: "slow");
        await slow.Must(new MergeInto(Testers, Hosted.Agile), Ana);
    }

    [Fact]
    public async Task Directory_IsInStepWithTheRecords()
    {
        Hosted host = await TwoCommunities();
        await host.Must(new LeaveCommunity(Hosted.Agile, Hosted.Cem), Hosted.Cem);
        await host.Must(new MergeInto(Testers, Hosted.Agile), Ana);
        foreach (CommunityId id in new[] { Hosted.Agile, Testers })
        {
            CommunityRecord record = await Sound(host, id);
            CommunityListing listing = (await host.Directory.FindAsync(id))!;
            Assert.Equal((record.Version, record.Community.Name, record.Community.Status, record.Members.Count(MembershipStatus.Active)), (listing.Version, listing.Name, listing.Status, listing.ActiveMembers));
            MemberListing[] members = await Hosted.All(host.Directory.MembersAsync(id));
            Assert.Equal(record.Members.All.OrderBy(m => m.Person).Select(m => (m.Person, m.Status, m.Since)), members.Select(m => (m.Person, m.Status, m.Since)));
        }
    }

    private static async Task<Hosted> TwoCommunities(DateTimeOffset? now = null)
    {
        Hosted host = new(now: now);
        await host.Launch(Hosted.Agile);
        await host.Launch(Testers, 1, Hosted.Ana, Hosted.Fin, Hosted.Eva, Hosted.Bo);
        await host.Must(new ApproveMerge(Hosted.Agile, Testers), Ana);
        return host;
    }

    private static async Task<Dictionary<CommunityId, int>> Lengths(Hosted host) => new()
    {
        [Hosted.Agile] = (await host.Entries(Hosted.Agile)).Length,
        [Testers] = (await host.Entries(Testers)).Length,
    };

    /// <summary>Versions without a gap, an unbroken chain, times in order.</summary>
    private static async Task<CommunityRecord> Sound(Hosted host, params CommunityId[] communities)
    {
        CommunityRecord? record = null;
        foreach (CommunityId community in communities)
        {
            JournalEntry[] entries = await host.Entries(community);
            Assert.Equal(Enumerable.Range(1, entries.Length).Select(i => (long)i), entries.Select(e => e.Version));
            Assert.Empty(Journals.Verify(entries));
            record = CommunityRecord.Replay(community, entries);
        }

        return record!;
    }

    private sealed class Noting(string name = "", List<string>? order = null) : IFactHandler
    {
        public List<ValueList<JournalEntry>> Calls { get; } = [];

        public ValueTask HandleAsync(ValueList<JournalEntry> entries, CancellationToken cancellationToken = default)
        {
            Calls.Add(entries);
            order?.Add(name);
            return default;
        }
    }

    private sealed class Failing : IFactHandler
    {
        public ValueTask HandleAsync(ValueList<JournalEntry> entries, CancellationToken cancellationToken = default) => throw new IOException("no mail today");
    }

    private sealed class Cancelling(CancellationTokenSource source) : IFactHandler
    {
        public async ValueTask HandleAsync(ValueList<JournalEntry> entries, CancellationToken cancellationToken = default)
        {
            await source.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private sealed class Welcoming : IFactHandler
    {
        public Hosted? Host { get; set; }

        public async ValueTask HandleAsync(ValueList<JournalEntry> entries, CancellationToken cancellationToken = default)
        {
            if (entries.Any(e => e.Change.Fact is CommunityProposed))
            {
                await Host!.Must(new RenameCommunity(entries[0].Community, $"Community {entries[0].Community}, welcome", "New."), World.Host);
            }
        }
    }

    /// <summary>A journal that interferes: conflicts, breaks, lets others in between.</summary>
    private sealed class Interfering(IJournal inner) : IJournal
    {
        public int Conflicts { get; set; }

        public bool Broken { get; set; }

        public bool Yields { get; init; }

        public Action? BeforeAppend { get; init; }

        public int Appends { get; private set; }

        /// <summary>After which version was read.</summary>
        public List<long> Reads { get; } = [];

        public async ValueTask<AppendOutcome> AppendAsync(ValueList<JournalBatch> batches, CancellationToken cancellationToken = default)
        {
            Appends++;
            BeforeAppend?.Invoke();
            if (Yields)
            {
                await Task.Yield();
            }

            return Broken ? throw new IOException("broken")
                : Conflicts-- > 0 ? new AppendOutcome.Conflict(batches[0].Community, batches[0].ExpectedVersion + 1)
                : await inner.AppendAsync(batches, cancellationToken);
        }

        public IAsyncEnumerable<JournalEntry> ReadAsync(CommunityId community, long after = 0, CancellationToken cancellationToken = default)
        {
            Reads.Add(after);
            return inner.ReadAsync(community, after, cancellationToken);
        }

        public IAsyncEnumerable<CommunityId> CommunitiesAsync(CommunityId? after = null, CancellationToken cancellationToken = default) => inner.CommunitiesAsync(after, cancellationToken);

        public ValueTask<AppendOutcome> RedactAsync(JournalBatch erasure, ValueList<JournalEntry> redacted, CancellationToken cancellationToken = default) => inner.RedactAsync(erasure, redacted, cancellationToken);
    }
}
