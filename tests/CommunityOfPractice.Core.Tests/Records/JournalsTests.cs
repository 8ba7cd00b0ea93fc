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
