using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Records;

public sealed class InMemoryJournalTests
{
    private static readonly CommunityId One = new("one"), Two = new("two"), Upper = new("Upper");

    [Fact]
    public async Task AppendAsync_WithTheRightVersions_KeepsAll()
    {
        InMemoryJournal journal = new();
        Assert.Equal(new AppendOutcome.Appended(), await journal.AppendAsync([Batch(One, 0, 2), Batch(Two, 0, 1)]));
        Assert.Equal(new AppendOutcome.Appended(), await journal.AppendAsync([Batch(One, 2, 3)]));

        Assert.Equal([1, 2, 3, 4, 5], (await Read(journal, One)).Select(e => e.Version));
        Assert.Equal([4, 5], (await Read(journal, One, 3)).Select(e => e.Version));
        Assert.Empty(await Read(journal, One, 5));
        Assert.Empty(await Read(journal, One, long.MaxValue));
        Assert.Empty(await Read(journal, new("unknown")));
        Assert.Single(await Read(journal, Two));
    }

    [Fact]
    public async Task AppendAsync_AConflictAnywhere_AppendsNothingAndNamesTheFirst()
    {
        InMemoryJournal journal = new();
        await journal.AppendAsync([Batch(One, 0, 2), Batch(Two, 0, 4)]);

        Assert.Equal(new AppendOutcome.Conflict(Two, 4), await journal.AppendAsync([Batch(Upper, 0, 1), Batch(Two, 3, 1), Batch(One, 0, 1)]));
        Assert.Equal(new AppendOutcome.Conflict(One, 2), await journal.AppendAsync([Batch(One, 5, 1)]));
        Assert.Equal(new AppendOutcome.Conflict(One, 2), await journal.AppendAsync([Batch(Two, 4, 1), Batch(One, 1, 0)]));
        Assert.Equal(new AppendOutcome.Conflict(Upper, 0), await journal.AppendAsync([Batch(Upper, 1, 1)]));
        Assert.Equal((2, 4, 0), ((await Read(journal, One)).Count, (await Read(journal, Two)).Count, (await Read(journal, Upper)).Count));
    }

    [Fact]
    public async Task AppendAsync_ABatchWithoutEntries_ClaimsTheVersionOnly()
    {
        InMemoryJournal journal = new();
        Assert.Equal(new AppendOutcome.Appended(), await journal.AppendAsync([Batch(One, 0, 0), Batch(Two, 0, 1)]));
        Assert.Equal(new AppendOutcome.Appended(), await journal.AppendAsync([]));
        Assert.Equal([Two], await List(journal));
    }

    [Fact]
    public async Task AppendAsync_Misuse_ThrowsAndAppendsNothing()
    {
        InMemoryJournal journal = new();
        JournalBatch good = Batch(One, 0, 2);
        foreach (ValueList<JournalBatch> wrong in (ValueList<JournalBatch>[])
        [
            [good, Batch(One, 2, 1)],
            [good with { ExpectedVersion = 1 }],
            [good with { ExpectedVersion = -1, Entries = [] }],
            [good with { Community = Two }],
            [good with { Entries = [good.Entries[1], good.Entries[0]] }],
            [good with { Entries = [good.Entries[0], good.Entries[0]] }],
            [Batch(Two, 0, 1), null!],
        ])
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(async () => await journal.AppendAsync(wrong));
        }

        await Assert.ThrowsAsync<ArgumentNullException>(async () => await journal.AppendAsync(null!));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await Read(journal, One, -1));
        Assert.Empty(await List(journal));
    }

    [Fact]
    public async Task Calls_Cancelled_ChangeNothing()
    {
        InMemoryJournal journal = new();
        CancellationToken cancelled = new(true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await journal.AppendAsync([Batch(One, 0, 1)], cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await journal.RedactAsync(Batch(One, 0, 1), [], cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await journal.ReadAsync(One, 0, cancelled).GetAsyncEnumerator(CancellationToken.None).MoveNextAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await journal.CommunitiesAsync(null, cancelled).GetAsyncEnumerator(CancellationToken.None).MoveNextAsync());
        Assert.Empty(await List(journal));
    }

    [Fact]
    public async Task ReadAsync_CancelledOnTheWay_Stops()
    {
        InMemoryJournal journal = new();
        await journal.AppendAsync([Batch(One, 0, 2)]);
        using CancellationTokenSource source = new();
        await using IAsyncEnumerator<JournalEntry> reading = journal.ReadAsync(One, 0, source.Token).GetAsyncEnumerator(CancellationToken.None);
        Assert.True(await reading.MoveNextAsync());
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await reading.MoveNextAsync());
    }

    [Fact]
    public async Task ReadAsync_WhileOthersAppend_SeesWhatWasThereWhenItBegan()
    {
        InMemoryJournal journal = new();
        await journal.AppendAsync([Batch(One, 0, 2)]);
        await using IAsyncEnumerator<JournalEntry> reading = journal.ReadAsync(One).GetAsyncEnumerator();
        Assert.True(await reading.MoveNextAsync());
        await journal.AppendAsync([Batch(One, 2, 2)]);
        Assert.True(await reading.MoveNextAsync());
        Assert.False(await reading.MoveNextAsync());
    }

    [Fact]
    public async Task CommunitiesAsync_ListsInOrdinalOrder_AndPages()
    {
        InMemoryJournal journal = new();
        await journal.AppendAsync([Batch(Two, 0, 1), Batch(One, 0, 1), Batch(Upper, 0, 1), Batch(new("é"), 0, 1)]);

        Assert.Equal([Upper, One, Two, new("é")], await List(journal));
        Assert.Equal([Two, new("é")], await List(journal, One));
        Assert.Equal([One, Two, new("é")], await List(journal, new("a")));
    }

    /// <summary>Eight writers decide on what they read and try again after conflicts, on two communities at once: nothing is lost or doubled.</summary>
    [Fact]
    public async Task Journal_ManyWriters_KeepsEachAcceptedEntryOnce()
    {
        InMemoryJournal journal = new();
        List<string> accepted = [];
        await Parallel.ForAsync(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (writer, token) =>
        {
            for (int i = 0; i < 60;)
            {
                long one = (await Read(journal, One)).Count, two = (await Read(journal, Two)).Count;
                string name = $"{writer}-{i}";
                ValueList<JournalBatch> batches = i % 3 == 0 ? [Batch(One, one, 2, name), Batch(Two, two, 1, name)] : [Batch(One, one, 1, name)];
                if (await journal.AppendAsync(batches, token) is AppendOutcome.Appended)
                {
                    i++;
                    lock (accepted)
                    {
                        accepted.AddRange(batches.SelectMany(b => b.Entries).Select(e => $"{e.Community}/{e.Version}/{name}"));
                    }
                }
            }
        });
        List<JournalEntry> all = [.. await Read(journal, One), .. await Read(journal, Two)];

        Assert.Equal(8 * (40 + (20 * 3)), all.Count);
        Assert.Equal(accepted.Order(), all.Select(e => $"{e.Community}/{e.Version}/{e.Change.Because.CommandId}").Order());
        Assert.Equal(Enumerable.Range(1, all.Count(e => e.Community == One)).Select(i => (long)i), all.Where(e => e.Community == One).Select(e => e.Version));
    }

    [Fact, Trait("Law", "45")]
    public async Task RedactAsync_ReplacesAndAppends_InOneGo()
    {
        InMemoryJournal journal = new();
        JournalEntry[] entries = CommunityRecordTests.Joins(6, 1);
        await journal.AppendAsync([new(FactSamples.Community, 0, [.. entries])]);
        (JournalBatch batch, ValueList<JournalEntry> redacted) = Erased(entries, new("p3"));

        Assert.Equal(new AppendOutcome.Conflict(FactSamples.Community, 6), await journal.RedactAsync(batch with { ExpectedVersion = 5, Entries = [] }, []));
        Assert.Equal(entries, await Read(journal, FactSamples.Community));
        Assert.Equal(new AppendOutcome.Appended(), await journal.RedactAsync(batch, redacted));

        List<JournalEntry> after = await Read(journal, FactSamples.Community);
        Assert.Equal(7, after.Count);
        Assert.Empty(Journals.Verify(after));
        Assert.DoesNotContain(after, e => PersonalEntry.Names(e.Change, new("p3")));
        Assert.Equal(new AppendOutcome.Conflict(FactSamples.Community, 7), await journal.RedactAsync(batch, redacted));
    }

    [Fact, Trait("Law", "45")]
    public async Task RedactAsync_WhatNoErasureCovers_ThrowsAndChangesNothing()
    {
        InMemoryJournal journal = new();
        JournalEntry[] entries = CommunityRecordTests.Joins(6, 1);
        await journal.AppendAsync([new(FactSamples.Community, 0, [.. entries])]);
        (JournalBatch batch, ValueList<JournalEntry> redacted) = Erased(entries, new("p3"));
        JournalEntry one = redacted[0];
        foreach (ValueList<JournalEntry> wrong in (ValueList<JournalEntry>[])
        [
            [one, one],
            [one with { Community = One }],
            [one with { Version = one.Version + 1 }],
            [one with { Version = 99 }],
            [one with { Seal = one.Seal with { Hash = "0" } }],
            [one with { Seal = one.Seal with { PersonalDigest = "0" } }],
            [one with { Seal = one.Seal with { RedactionSalt = null } }],
            [one with { Seal = one.Seal with { Salt = "back" } }],
            [one with { Change = one.Change with { OccurredAt = FactSamples.Begin } , RecordedAt = one.RecordedAt.AddDays(1) }],
            [one with { Change = one.Change with { Fact = new MemberJoined(new("forged"), new("join/1", "web")) } }],
        ])
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(async () => await journal.RedactAsync(batch, wrong));
        }

        Assert.Equal(entries, await Read(journal, FactSamples.Community));
    }

    /// <summary>Nothing but the erasure of one person passes under its name, even where the facts of the batch cover what was changed.</summary>
    [Fact, Trait("Law", "45")]
    public async Task RedactAsync_ComparesWithWhatIsStored()
    {
        JournalEntry[] entries = CommunityRecordTests.Joins(6, 1);
        PersonId person = new("p3"), other = new("p4");
        InMemoryJournal journal = new();
        await journal.AppendAsync([new(FactSamples.Community, 0, [.. entries])]);
        JournalEntry one = Erased(entries, person).Redacted[0], stored = entries[(int)one.Version - 1], foreign = Erased(entries, other).Redacted[0];
        MemberJoined joined = Assert.IsType<MemberJoined>(one.Change.Fact);
        (string Why, JournalEntry[] Redacted, Actor By)[] wrong =
        [
            ("another consent", [one with { Change = one.Change with { Fact = joined with { Consent = new("join/9", "web") } } }], Actor.Host("e")),
            ("somebody else in their place", [one with { Change = one.Change with { Fact = joined with { Person = other }, By = Actor.Of(FactSamples.Tombstone) } }], Actor.Host("e")),
            ("nobody renamed", [stored with { Seal = stored.Seal with { Salt = null, RedactionSalt = "r" } }], Actor.Host("e")),
            ("another instant", [one with { Change = one.Change with { OccurredAt = one.Change.OccurredAt.AddTicks(-1) } }], Actor.Host("e")),
            ("another hash", [one with { Seal = one.Seal with { Hash = entries[0].Seal.Hash } }], Actor.Host("e")),
            ("two people at once", [one, foreign], Actor.Host("e")),
            ("an actor who is erased", [one], Actor.Of(person)),
        ];
        foreach ((string why, JournalEntry[] redacted, Actor by) in wrong)
        {
            // the batch covers what is given: only a look at what is stored can tell
            ValueList<Redaction> covered = [.. redacted.OrderBy(e => e.Version).Select(e => new Redaction(e.Version, Sealing.Digest(e.Change, e.Seal.RedactionSalt!)))];
            JournalBatch batch = Covering(entries, new MemberErased(FactSamples.Tombstone, covered), by);
            Journals.Check(batch, [.. redacted]);
            ArgumentException thrown = await Assert.ThrowsAnyAsync<ArgumentException>(async () => await journal.RedactAsync(batch, [.. redacted]));
            Assert.True(thrown.Message.Length > 0, why);
            Assert.Equal(entries, await Read(journal, FactSamples.Community));
        }

        // an entry that names the person and is not given; a tombstone that is taken; a fact that names more than is given; two facts
        JournalEntry[] twice = [.. entries, Sealing.Seal(FactSamples.Community, 7, entries[5].Seal.Hash, entries[5].RecordedAt, CommunityRecordTests.Join("p3", 2), "s")];
        JournalBatch some = Covering(twice, new MemberErased(FactSamples.Tombstone, [new(one.Version, Sealing.Digest(one.Change, one.Seal.RedactionSalt!))]), Actor.Host("e"));
        Assert.Throws<ArgumentException>(() => Journals.Check(twice, some, [one]));
        (JournalBatch good, ValueList<JournalEntry> whole) = Erased(entries, person);
        MemberErased fact = Assert.IsType<MemberErased>(good.Entries[0].Change.Fact);
        Assert.Throws<ArgumentException>(() => Journals.Check(entries, Covering(entries, fact with { Person = other }, Actor.Host("e")), whole));
        Assert.Throws<ArgumentException>(() => Journals.Check(entries, Covering(entries, fact with { Redactions = [.. fact.Redactions, new(1, "d")] }, Actor.Host("e")), whole));
        Assert.Throws<ArgumentException>(() => Journals.Check(entries, good with { Entries = [good.Entries[0], good.Entries[0] with { Version = 8 }] }, whole));
        Assert.Throws<ArgumentException>(() => Journals.Check(entries[..2], good, whole));
        Journals.Check(entries, good, whole);
        Assert.Equal(new AppendOutcome.Appended(), await journal.RedactAsync(good, whole));
    }

    /// <summary>Whatever the journal tells and whoever goes: what <see cref="Erasure.Of"/> works out is taken.</summary>
    [Property(MaxTest = 60), Trait("Law", "45")]
    public void Check_TakesEveryErasure(int seed)
    {
        JournalEntry[] entries = new FactSamples(seed).Journal(30);
        foreach (PersonId person in (PersonId[])[FactSamples.Anna, FactSamples.Ben, FactSamples.Cleo])
        {
            Erasure erasure = Erasure.Of(entries, person, new($"t-{person}"), new SeededSalts("erasure"));
            if (erasure.Fact is null)
            {
                continue;
            }

            JournalBatch batch = Covering(entries, erasure.Fact, Actor.Host("e"));
            Journals.Check(entries, batch, erasure.Redacted);
            entries = [.. entries.Select(e => erasure.Redacted.FirstOrDefault(r => r.Version == e.Version) ?? e), .. batch.Entries];
        }
    }

    private static JournalBatch Covering(JournalEntry[] entries, MemberErased fact, Actor by)
    {
        DateTimeOffset at = entries[^1].RecordedAt;
        return new(FactSamples.Community, entries.Length, [Sealing.Seal(FactSamples.Community, entries.Length + 1, entries[^1].Seal.Hash, at, new(at, by, Cause.Unstated, fact), "s")]);
    }

    private static (JournalBatch Batch, ValueList<JournalEntry> Redacted) Erased(JournalEntry[] entries, PersonId person)
    {
        Erasure erasure = Erasure.Of(entries, person, FactSamples.Tombstone, new SeededSalts("erasure"));
        CommunityRecord record = CommunityRecord.Replay(FactSamples.Community, entries);
        DateTimeOffset at = record.LatestAt!.Value;
        return (Sealing.Batch(record, [new(at, Actor.Host("erasure"), Cause.Unstated, erasure.Fact!)], at, new SeededSalts("fact")), erasure.Redacted);
    }

    private static JournalBatch Batch(CommunityId community, long version, int count, string? command = null)
    {
        Change change = CommunityRecordTests.Join("p", 0, command);
        return new(community, version, [.. Enumerable.Range(1, count).Select(i => Sealing.Seal(community, version + i, version + i == 1 ? null : "before", change.OccurredAt, change, "salt"))]);
    }

    private static async Task<List<JournalEntry>> Read(IJournal journal, CommunityId community, long after = 0)
    {
        List<JournalEntry> all = [];
        await foreach (JournalEntry entry in journal.ReadAsync(community, after))
        {
            all.Add(entry);
        }

        return all;
    }

    private static async Task<List<CommunityId>> List(IJournal journal, CommunityId? after = null)
    {
        List<CommunityId> all = [];
        await foreach (CommunityId id in journal.CommunitiesAsync(after))
        {
            all.Add(id);
        }

        return all;
    }
}
