using System.Text.Json;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Records;

public sealed class CommunityRecordTests
{
    [Property(MaxTest = 50), Trait("Law", "38"), Trait("Law", "25")]
    public void Law25And38_SnapshotAndTail_EqualsFullReplay(int seed, byte length, byte cut)
    {
        JournalEntry[] journal = Joins(length % 60, seed);
        int at = cut % (journal.Length + 1);
        CommunityRecord full = CommunityRecord.Replay(FactSamples.Community, journal);
        CommunityRecord tail = CommunityRecord.Restore(Through(CommunityRecord.Replay(FactSamples.Community, journal[..at]).ToSnapshot()));
        foreach (JournalEntry entry in journal[at..])
        {
            tail.Apply(entry);
        }

        Assert.Equal(full.ToSnapshot(), tail.ToSnapshot());
        Assert.Equal(journal.LastOrDefault()?.Seal.Hash, full.Head);
        Assert.Equal(journal.Length, full.Version);
        Assert.All(Enum.GetValues<MembershipStatus>(), status => Assert.Equal(full.Members.Count(status), tail.Members.Count(status)));
        Assert.All(journal, e => Assert.Equal(full.VersionsOf(e.Change.Because.CommandId!), tail.VersionsOf(e.Change.Because.CommandId!)));
    }

    /// <summary>Whatever a community or a membership may hold: it comes back from the text of a snapshot.</summary>
    [Property(MaxTest = 100)]
    public void Snapshot_OfAnyState_RoundTrips(int seed)
    {
        FactSamples samples = new(seed);
        CommunitySnapshot snapshot = new(
            CommunitySnapshot.CurrentSchema,
            samples.Sample<Community>() with { Id = FactSamples.Community },
            [.. Enumerable.Range(0, 3).Select(i => samples.Sample<Membership>() with { Person = new($"p{i}") })],
            samples.Sample<PracticeState>(),
            7,
            "abc",
            FactSamples.Begin,
            [new("c1", 1, 2), new("c2", 7, 7)]);

        Assert.Equal(snapshot, Through(snapshot));
        Assert.Equal(snapshot, CommunityRecord.Restore(Through(snapshot)).ToSnapshot());
    }

    [Property(MaxTest = 50), Trait("Law", "38")]
    public void Law38_AsOf_IsTheReplayOfWhatOccurredBefore(int seed, byte length, byte minute)
    {
        JournalEntry[] journal = Joins(length % 40, seed);
        DateTimeOffset instant = FactSamples.Begin.AddMinutes(minute % 45);

        Assert.Equal(
            CommunityRecord.Replay(FactSamples.Community, journal.Where(e => e.Change.OccurredAt < instant)).ToSnapshot(),
            CommunityRecord.AsOf(FactSamples.Community, journal, instant).ToSnapshot());
    }

    [Fact]
    public void Batch_OfWhatWasDecided_ContinuesTheJournal()
    {
        JournalEntry[] journal = Joins(5, 1);
        CommunityRecord record = CommunityRecord.Replay(FactSamples.Community, journal);
        ValueList<Change> changes = [Join("x", 10, "c"), Join("y", 10, "c")];
        JournalBatch batch = Sealing.Batch(record, changes, FactSamples.Begin.AddMinutes(11), new SeededSalts("s"));

        Assert.Equal((5, 2), (batch.ExpectedVersion, batch.Entries.Count));
        Assert.Empty(Journals.Verify(journal.Concat(batch.Entries)));
        foreach (JournalEntry entry in batch.Entries)
        {
            record.Apply(entry);
        }

        Assert.Equal([6, 7], record.VersionsOf("c"));
        record.Apply(Join("z", 12, "d"));
        Assert.Null(record.Head);
        Assert.Throws<ArgumentException>(() => Sealing.Batch(record, changes, FactSamples.Begin.AddMinutes(12), new SeededSalts("s")));
    }

    [Fact]
    public void Apply_WhatDoesNotFollow_ThrowsAndChangesNothing()
    {
        JournalEntry[] journal = Joins(4, 1);
        CommunityRecord record = CommunityRecord.Replay(FactSamples.Community, journal[..2]);
        CommunitySnapshot before = record.ToSnapshot();
        foreach (JournalEntry wrong in (JournalEntry[])[journal[0], journal[1], journal[3], journal[2] with { Community = new("others") }, journal[2] with { Change = journal[2].Change with { OccurredAt = FactSamples.Begin.AddDays(-1) } }])
        {
            Assert.Throws<ArgumentException>(() => record.Apply(wrong));
        }

        Assert.Throws<ArgumentNullException>(() => record.Apply((JournalEntry)null!));
        Assert.Equal(before, record.ToSnapshot());
    }

    [Fact]
    public void VersionsOf_RemembersTheLatestCommands()
    {
        CommunityRecord record = new(FactSamples.Community);
        for (int i = 0; i < HandledCommands.Capacity + 3; i++)
        {
            record.Apply(Join($"p{i}", i, $"c{i}"));
        }

        record.Apply(Join("again", 20_000, "c500"));

        Assert.Empty(record.VersionsOf("c2"));
        Assert.Equal([4], record.VersionsOf("c3"));
        Assert.Equal([501], record.VersionsOf("c500"));
        Assert.Empty(record.VersionsOf("never"));
        Assert.Equal(HandledCommands.Capacity, record.ToSnapshot().Handled.Count);
    }

    [Fact]
    public void Restore_WhatNoRecordGave_Throws()
    {
        CommunitySnapshot good = CommunityRecord.Replay(FactSamples.Community, Joins(3, 1)).ToSnapshot();
        Assert.Throws<ArgumentException>(() => CommunityRecord.Restore(good with { Schema = 99 }));
        Assert.Throws<ArgumentException>(() => CommunityRecord.Restore(good with { Version = -1 }));
        Assert.Throws<ArgumentException>(() => CommunityRecord.Restore(good with { Members = [good.Members[0], good.Members[0]] }));
        Assert.Throws<ArgumentNullException>(() => CommunityRecord.Restore(null!));
    }

    internal static Change Join(string person, int minute, string? command = null) =>
        new(FactSamples.Begin.AddMinutes(minute), Actor.Of(new(person)), new() { CommandId = command }, new MemberJoined(new(person), new("join/1", "web")));

    /// <summary>People join one after the other, some at the same minute, some by the same command.</summary>
    internal static JournalEntry[] Joins(int count, int seed)
    {
        SeededSalts salts = new($"{seed}");
        List<JournalEntry> entries = [];
        for (int i = 0; i < count; i++)
        {
            Change change = Join($"p{((seed & 7) + i) % 50}", i / 2, $"c{i / 3}");
            entries.Add(Sealing.Seal(FactSamples.Community, i + 1, entries.LastOrDefault()?.Seal.Hash, change.OccurredAt, change, salts.Next()));
        }

        return [.. entries];
    }

    private static CommunitySnapshot Through(CommunitySnapshot snapshot) =>
        JsonSerializer.Deserialize(JsonSerializer.Serialize(snapshot, RecordJson.Snapshot), RecordJson.Snapshot)!;
}
