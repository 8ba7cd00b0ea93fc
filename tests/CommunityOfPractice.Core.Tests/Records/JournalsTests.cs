using System.Text;
using System.Text.Json;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Records;

public sealed class JournalsTests
{
    [Property(MaxTest = 100), Trait("Law", "38")]
    public void Law38_WhatWasSealed_Verifies(int seed) => Assert.Empty(Journals.Verify(Journal(seed)));

    /// <summary>One byte of the stored lines is changed, anywhere: it cannot be read, or is found, or means the same.</summary>
    [Property(MaxTest = 600), Trait("Law", "38")]
    public void Law38_AByteChangedAnywhere_IsFound(int seed, int place, byte value)
    {
        JournalEntry[] journal = Journal(seed);
        byte[] stored = Encoding.UTF8.GetBytes(string.Join('\n', journal.Select(FactJson.Write)));
        stored[(place & int.MaxValue) % stored.Length] = value;
        JournalEntry[] read;
        try
        {
            read = [.. Encoding.UTF8.GetString(stored).Split('\n').Select(FactJson.Read)];
        }
        catch (JsonException)
        {
            return;
        }

        Assert.Equal(read.SequenceEqual(journal), Journals.Verify(read).Count == 0);
    }

    [Property(MaxTest = 200), Trait("Law", "38")]
    public void Law38_AnEntryRemovedMovedInsertedOrReplaced_IsFound(int seed, int place)
    {
        JournalEntry[] journal = Journal(seed);
        int at = (place & int.MaxValue) % (journal.Length - 1);
        JournalEntry[] swapped = [.. journal];
        (swapped[at], swapped[at + 1]) = (swapped[at + 1], swapped[at]);
        JournalEntry[] numbered = [.. swapped.Select((e, i) => e with { Version = i + 1 })];
        JournalEntry stranger = new FactSamples(seed + 1).Journal(journal.Length)[at];

        foreach (IEnumerable<JournalEntry> tampered in (IEnumerable<IEnumerable<JournalEntry>>)
        [
            journal.Where((_, i) => i != at),
            journal.Where((_, i) => i != at).Select((e, i) => e with { Version = i + 1 }),
            swapped,
            numbered,
            [.. journal[..at], journal[at], .. journal[at..]],
            [.. journal[..at], stranger with { Seal = journal[at].Seal }, .. journal[(at + 1)..]],
            [.. journal[..at], journal[at] with { Seal = stranger.Seal }, .. journal[(at + 1)..]],
        ])
        {
            JournalEntry[] all = [.. tampered];
            Assert.Equal(all.SequenceEqual(journal), Journals.Verify(all).Count == 0);
        }
    }

    /// <summary>Each part of an entry by itself; the codes say what kind of change it was.</summary>
    [Fact, Trait("Law", "38")]
    public void Law38_EachPartOfAnEntry_IsCovered()
    {
        JournalEntry[] journal = Joins();
        JournalEntry second = journal[1];
        Change change = second.Change;
        AssertFound("journal.community", second with { Community = new("others") });
        AssertFound("journal.hash", second with { Community = new("others") });
        AssertFound("journal.gap", second with { Version = 7 });
        AssertFound("journal.time", second with { RecordedAt = change.OccurredAt.AddTicks(-1) });
        AssertFound("journal.hash", second with { RecordedAt = second.RecordedAt.AddTicks(1) });
        AssertFound("journal.time", second with { Change = change with { OccurredAt = FactSamples.Begin.AddDays(-1) } });
        AssertFound("journal.hash", second with { Change = change with { OccurredAt = change.OccurredAt.AddTicks(-1) } });
        AssertFound("journal.digest", second with { Change = change with { By = Actor.Of(FactSamples.Cleo) } });
        AssertFound("journal.hash", second with { Change = change with { By = Actor.Host("x") } });
        AssertFound("journal.hash", second with { Change = change with { Because = change.Because with { CommandId = "other" } } });
        AssertFound("journal.digest", second with { Change = change with { Because = change.Because with { Fields = [new("note", "other")] } } });
        AssertFound("journal.digest", second with { Change = change with { Fact = new MemberJoined(FactSamples.Cleo, new("join/1", "web")) } });
        AssertFound("journal.hash", second with { Change = change with { Fact = new MemberJoined(FactSamples.Ben, new("join/2", "web")) } });
        AssertFound("journal.hash", second with { Seal = second.Seal with { Hash = journal[0].Seal.Hash } });
        AssertFound("journal.hash", second with { Seal = second.Seal with { PersonalDigest = journal[0].Seal.PersonalDigest } });
        AssertFound("journal.digest", second with { Seal = second.Seal with { Salt = "other" } });
        AssertFound("journal.redaction", second with { Seal = second.Seal with { Salt = null } });
        AssertFound("journal.redaction", second with { Seal = second.Seal with { Salt = null, RedactionSalt = "made up" } });
        AssertFound("journal.redaction", second with { Seal = second.Seal with { RedactionSalt = "made up" } });

        void AssertFound(string code, JournalEntry tampered) =>
            Assert.Contains(Journals.Verify([journal[0], tampered, journal[2]]), f => f.Code == code && (f.Version == tampered.Version || f.Version == 3));
    }

    [Fact, Trait("Law", "38")]
    public void Law38_WhatAnErasureLeft_IsCovered()
    {
        JournalEntry[] erased = ErasureTests.Erase(Joins(), FactSamples.Ben, FactSamples.Tombstone);
        Assert.Empty(Journals.Verify(erased));
        JournalEntry second = erased[1];
        Assert.Equal("What is left in the redacted entry is not what the erasure left.", Text("journal.digest", second with { Seal = second.Seal with { RedactionSalt = "other" } }));
        Assert.Equal("An erasure names the entry, and nothing was taken out.", Text("journal.redaction", Joins()[1]));
        Assert.Equal(
            "Personal data were taken out, and no later fact says so.",
            Assert.Single(Journals.Verify([erased[0], second, erased[2]]), f => f.Code == "journal.redaction").Text);

        string Text(string code, JournalEntry tampered) => Assert.Single(Journals.Verify([erased[0], tampered, .. erased[2..]]), f => f.Code == code && f.Version == 2).Text;
    }

    [Fact, Trait("Law", "38")]
    public void Law38_RecordingGoesForward()
    {
        JournalEntry[] journal = Joins();
        JournalEntry late = journal[0] with { RecordedAt = journal[1].RecordedAt.AddTicks(1) };
        Assert.Contains(Journals.Verify([late, journal[1], journal[2]]), f => f.Version == 2 && f.Text == "It was recorded before the entry before it.");
        Assert.DoesNotContain(Journals.Verify([journal[0] with { RecordedAt = journal[1].RecordedAt }, journal[1], journal[2]]), f => f.Code == "journal.time");
    }

    /// <summary>What a store asks before it takes an erasure: the entries of this community that the erasure names, each once, and no other.</summary>
    [Fact, Trait("Law", "45")]
    public void Law45_AnErasure_IsTakenWithItsEntriesOnly()
    {
        JournalEntry[] before = Joins();
        Erasure erasure = Erasure.Of(before, FactSamples.Ben, FactSamples.Tombstone, new SeededSalts("e"));
        JournalEntry[] after = ErasureTests.Erase(before, FactSamples.Ben, FactSamples.Tombstone);
        JournalBatch batch = new(FactSamples.Community, 3, [after[3]]);
        ValueList<JournalEntry> redacted = [after[1]];
        Assert.Single(erasure.Redacted);
        Journals.Check(batch, redacted);
        Journals.Check(before, batch, redacted);
        Journals.Check(before, new JournalBatch(FactSamples.Community, 3, []), []);
        Refused("redacted", () => Journals.Check(batch, []));
        Refused("redacted", () => Journals.Check(batch, [after[1], after[1]]));
        Refused("redacted", () => Journals.Check(batch, [after[1] with { Community = new("others") }]));
        Refused("redacted", () => Journals.Check(batch, [after[1], after[2]]));
        Refused("redacted", () => Journals.Check(batch, [before[1]]));
        Refused("erasure", () => Journals.Check(new JournalBatch(FactSamples.Community, 3, []), redacted));
        Refused("batches", () => Journals.Check(batch with { ExpectedVersion = 2 }, redacted));
        Refused("batches", () => Journals.Check(before, batch with { ExpectedVersion = 2 }, redacted));
        Refused("redacted", () => Journals.Check([before[0], before[2]], batch, redacted));
        Refused("redacted", () => Journals.Check([before[0], before[0] with { Version = 2 }, before[2]], batch, redacted));
        Refused("erasure", () => Journals.Check([after[1], .. before[1..]], batch, redacted));
        Refused("redacted", () => Journals.Check([.. before, before[1] with { Version = 9 }], batch, redacted));

        static void Refused(string argument, Action check) => Assert.Equal(argument, Assert.ThrowsAny<ArgumentException>(check).ParamName);
    }

    [Fact]
    public void Verify_SeveralChanges_FindsEach()
    {
        JournalEntry[] journal = new FactSamples(3).Journal(20);
        JournalEntry[] tampered = [.. journal.Select((e, i) => i is 4 or 9 or 15 ? e with { Change = e.Change with { By = Actor.Host("tampered") } } : e)];

        Assert.Equal([5, 10, 16], Journals.Verify(tampered).Select(f => f.Version).Distinct());
    }

    [Fact]
    public void Seal_IsTheOneOfTheFormat()
    {
        JournalEntry[] journal = Joins();
        string personal = """{"by":"person:ben","cause":{"fields":[{"name":"note","value":"hi"}]},"fact":{"person":"ben"}}""";
        string open = """{"by":"person:#","cause":{"commandId":"c1"},"community":"testers","fact":{"consent":{"channel":"web","textVersion":"join/1"},"person":"#"},"occurredAt":"2026-01-05T08:01:00+00:00","recordedAt":"2026-01-05T08:01:01+00:00","type":"member.joined","version":2}""";
        string digest = Sha256($"salt-1\n{personal}");

        Assert.Equal(digest, journal[1].Seal.PersonalDigest);
        Assert.Equal(Sha256($"{journal[0].Seal.Hash}\n{open}\n{digest}"), journal[1].Seal.Hash);

        static string Sha256(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void Seal_Misuse_Throws()
    {
        Change change = Joins()[0].Change;
        Assert.ThrowsAny<ArgumentException>(() => Sealing.Seal(default, 1, null, change.OccurredAt, change, "s"));
        Assert.ThrowsAny<ArgumentException>(() => Sealing.Seal(FactSamples.Community, 0, null, change.OccurredAt, change, "s"));
        Assert.ThrowsAny<ArgumentException>(() => Sealing.Seal(FactSamples.Community, 1, "abc", change.OccurredAt, change, "s"));
        Assert.ThrowsAny<ArgumentException>(() => Sealing.Seal(FactSamples.Community, 2, null, change.OccurredAt, change, "s"));
        Assert.ThrowsAny<ArgumentException>(() => Sealing.Seal(FactSamples.Community, 1, null, change.OccurredAt.AddTicks(-1), change, "s"));
        Assert.ThrowsAny<ArgumentException>(() => Sealing.Seal(FactSamples.Community, 1, null, change.OccurredAt, change, "a\nb"));
        Assert.ThrowsAny<ArgumentException>(() => Sealing.Seal(FactSamples.Community, 1, null, change.OccurredAt, change, string.Empty));
        Assert.ThrowsAny<ArgumentException>(() => Sealing.Seal(FactSamples.Community, 1, null, change.OccurredAt, change with { By = default }, "s"));
        Assert.ThrowsAny<ArgumentException>(() => Sealing.Seal(FactSamples.Community, 1, null, change.OccurredAt, change with { Fact = new MemberJoined(default, new("t", "c")) }, "s"));
    }

    [Fact]
    public void SeededSalts_AreTheSameForTheSameSeedOnly()
    {
        SeededSalts one = new("a"), two = new("a"), other = new("b");
        string[] first = [.. Enumerable.Range(0, 50).Select(_ => one.Next())];

        Assert.Equal(first, Enumerable.Range(0, 50).Select(_ => two.Next()));
        Assert.Equal(100, first.Concat(Enumerable.Range(0, 50).Select(_ => other.Next())).Distinct().Count());
        Assert.Equal(SeededSalts.For("a", "x"), SeededSalts.For("a", "x"));
        Assert.NotEqual(SeededSalts.For("a", "x"), SeededSalts.For("a", "y"));
    }

    private static JournalEntry[] Journal(int seed) => new FactSamples(seed).Journal(4 + (seed & 3));

    private static JournalEntry[] Joins()
    {
        List<JournalEntry> entries = [];
        foreach (PersonId person in (PersonId[])[FactSamples.Anna, FactSamples.Ben, FactSamples.Cleo])
        {
            int i = entries.Count;
            Change change = new(FactSamples.Begin.AddMinutes(i), Actor.Of(person), new() { CommandId = $"c{i}", Fields = [new("note", "hi")] }, new MemberJoined(person, new("join/1", "web")));
            entries.Add(Sealing.Seal(FactSamples.Community, i + 1, entries.LastOrDefault()?.Seal.Hash, change.OccurredAt.AddSeconds(1), change, $"salt-{i}"));
        }

        return [.. entries];
    }
}
