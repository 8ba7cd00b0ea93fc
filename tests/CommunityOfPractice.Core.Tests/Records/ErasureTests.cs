using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Records;

[Properties(Arbitrary = [typeof(SmallCommunities)])]
public sealed class ErasureTests
{
    private static readonly string Canary = JsonEncodedText.Encode(FactSamples.Canary).Value;

    [Property(MaxTest = 150), Trait("Law", "45")]
    public void Law45_NoStoredLine_NamesThePersonOrHoldsTheirTexts(int seed)
    {
        JournalEntry[] before = new FactSamples(seed).Journal(12), after = Erase(before, FactSamples.Anna, FactSamples.Tombstone);
        HashSet<long> touched = [.. before.Where(e => PersonalEntry.Names(e.Change, FactSamples.Anna)).Select(e => e.Version)];
        foreach (JournalEntry entry in after)
        {
            string line = FactJson.Write(entry);
            Assert.DoesNotContain("anna", line, StringComparison.Ordinal);
            Assert.False(touched.Contains(entry.Version) && line.Contains(Canary, StringComparison.Ordinal), line);
            Assert.Equal(entry, FactJson.Read(line));
        }

        Assert.All(before.Where(e => !touched.Contains(e.Version)), e => Assert.Equal(e, after[e.Version - 1]));
        Assert.All(before, e => Assert.Equal((e.Seal.Hash, e.Seal.PersonalDigest), (after[e.Version - 1].Seal.Hash, after[e.Version - 1].Seal.PersonalDigest)));
        Assert.All(touched, version => Assert.Null(after[version - 1].Seal.Salt));
        Assert.Empty(Journals.Verify(after));
    }

    /// <summary>Who had to do with whom stays: the people of each entry are the same, one of them under another id.</summary>
    [Property(MaxTest = 100), Trait("Law", "45")]
    public void Law45_TheGraphOfPeople_IsTheSameUpToTheTombstone(int seed)
    {
        JournalEntry[] before = new FactSamples(seed).Journal(12), after = Erase(before, FactSamples.Anna, FactSamples.Tombstone);

        Assert.All(before, e => Assert.Equal(
            People(e).Select(p => p == FactSamples.Anna ? FactSamples.Tombstone : p),
            People(after[e.Version - 1])));
    }

    [Property(MaxTest = 60), Trait("Law", "45")]
    public void Law45_TheRecordOfOthers_IsTheSame(int seed, byte length, byte who)
    {
        JournalEntry[] before = CommunityRecordTests.Joins(2 + (length % 40), seed);
        PersonId person = before[who % before.Length].Change.By.Person!.Value;
        JournalEntry[] after = Erase(before, person, FactSamples.Tombstone);
        CommunitySnapshot then = CommunityRecord.Replay(FactSamples.Community, before).ToSnapshot(), same = CommunityRecord.Replay(FactSamples.Community, after[..before.Length]).ToSnapshot();
        CommunityRecord now = CommunityRecord.Replay(FactSamples.Community, after);

        Assert.Equal(then with { Members = [.. then.Members.Select(m => m.Person == person ? m with { Person = FactSamples.Tombstone } : m).OrderBy(m => m.Person)] }, same);
        Assert.Equal(then.Members.Where(m => m.Person != person), now.Members.All.Where(m => m.Person != FactSamples.Tombstone).OrderBy(m => m.Person));
        Assert.Equal(then.Members.Count, now.Members.All.Count);
        Assert.Equal(MembershipStatus.Erased, now.Members[FactSamples.Tombstone].Status);
        Assert.Equal(1, now.Members.Count(MembershipStatus.Erased));
        Assert.DoesNotContain($"\"{person}\"", JsonSerializer.Serialize(now.ToSnapshot(), RecordJson.Snapshot), StringComparison.Ordinal);
        Assert.Equal(MembershipStatus.None, now.Members[person].Status);
    }

    /// <summary>After one person, the others that stand in the same entries are erased too.</summary>
    [Property(MaxTest = 60), Trait("Law", "45")]
    public void Law45_EverybodyInTurn_LeavesTombstones(int seed)
    {
        JournalEntry[] before = new FactSamples(seed).Journal(12), after = before;
        foreach (PersonId person in (PersonId[])[FactSamples.Anna, FactSamples.Ben, FactSamples.Cleo])
        {
            after = Erase(after, person, new($"gone-{person.Text.Length}{person.Text[0]}"));
            Assert.Empty(Journals.Verify(after));
        }

        string all = string.Join('\n', after.Select(FactJson.Write));
        Assert.All(["anna", "\"ben", ":ben", "cleo"], id => Assert.DoesNotContain(id, all, StringComparison.Ordinal));
        Assert.Equal(before.SelectMany(People).Distinct().Count(), after.Take(before.Length).SelectMany(People).Distinct().Count());
    }

    [Property(MaxTest = 60), Trait("Law", "45")]
    public void Law45_ErasedAgain_NothingHappens(int seed)
    {
        JournalEntry[] once = Erase(new FactSamples(seed).Journal(8), FactSamples.Anna, FactSamples.Tombstone);

        Assert.Equal(new Erasure([], null), Erasure.Of(once, FactSamples.Anna, FactSamples.Tombstone, new SeededSalts("x")));
        Assert.Equal(new Erasure([], null), Erasure.Of(once, FactSamples.Anna, new("gone-other"), new SeededSalts("x")));
    }

    /// <summary>What is left in a redacted entry is sealed as well.</summary>
    [Property(MaxTest = 300), Trait("Law", "38"), Trait("Law", "45")]
    public void Law38_AfterAnErasure_AByteChangedAnywhere_IsFound(int seed, int place, byte value)
    {
        JournalEntry[] journal = Erase(new FactSamples(seed).Journal(5), FactSamples.Anna, FactSamples.Tombstone);
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

    /// <summary>The digest that an earlier erasure left behind cannot be used to guess who was erased later: its salt is gone.</summary>
    [Fact, Trait("Law", "45")]
    public void Law45_OlderDigests_CannotBeGuessed()
    {
        Change vouched = new(FactSamples.Begin, Actor.Of(FactSamples.Ben), Cause.Unstated, new MemberJoined(FactSamples.Anna, new("join/1", "web")));
        JournalEntry entry = Sealing.Seal(FactSamples.Community, 1, null, vouched.OccurredAt, vouched, "salt");
        JournalEntry[] once = Erase([entry], FactSamples.Anna, new("gone-a")), twice = Erase(once, FactSamples.Ben, new("gone-b"));
        string digest = Assert.IsType<MemberErased>(twice[1].Change.Fact).Redactions[0].Digest;

        Assert.Equal(digest, Sealing.Digest(once[0].Change, once[0].Seal.RedactionSalt!));
        Assert.DoesNotContain(once[0].Seal.RedactionSalt!, string.Join('\n', twice.Select(FactJson.Write)), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Misuse_Throws()
    {
        JournalEntry[] journal = CommunityRecordTests.Joins(6, 0);
        SeededSalts salts = new("x");
        Assert.Throws<ArgumentException>(() => Erasure.Of(journal, new("p1"), new("p1"), salts));
        Assert.Throws<ArgumentException>(() => Erasure.Of(journal, new("p1"), new("p2"), salts));
        Assert.Throws<ArgumentException>(() => Erasure.Of(journal, default, new("t"), salts));
        Assert.Throws<ArgumentException>(() => Erasure.Of(journal, new("p1"), default, salts));
    }

    [Fact, Trait("Law", "45")]
    public void Law45_SomebodyWhoWasOnlyNamed_IsNoMemberAfterwards()
    {
        Change invited = new(FactSamples.Begin, Actor.Of(FactSamples.Ben), Cause.Unstated, new MemberJoined(FactSamples.Anna, new("join/1", "web")));
        JournalEntry entry = Sealing.Seal(FactSamples.Community, 1, null, invited.OccurredAt, invited, "salt");
        CommunityRecord after = CommunityRecord.Replay(FactSamples.Community, Erase([entry], FactSamples.Ben, FactSamples.Tombstone));

        Assert.Equal([FactSamples.Anna], after.Members.All.Select(m => m.Person));
        Assert.Equal(0, after.Members.Count(MembershipStatus.Erased));
    }

    /// <summary>Every kind of mark, in records of the test's own: texts, lists, what may be null, people in lists and sub-records.</summary>
    [Fact]
    public void Shape_FindsAndBlanksEveryKindOfMark()
    {
        Letter letter = new(FactSamples.Anna, FactSamples.Ben, "secret", null, [new(FactSamples.Anna, "fine person"), new(FactSamples.Cleo, "good")], ["secret list"], 7, new(FactSamples.Anna, "inner"), "open");
        PersonalShape shape = PersonalShape.Of(TestContext.Default.Letter);
        List<PersonId> people = [];
        shape.Visit(letter, people.Add);

        Assert.Equal([FactSamples.Anna, FactSamples.Ben, FactSamples.Anna, FactSamples.Cleo, FactSamples.Anna], people);
        Assert.Equal("""{"copy":"#","endorsements":[{"by":"#"},{"by":"#"}],"inner":{"by":"#"},"open":"open","to":"#"}""", Written(PersonalLens.Public));
        Assert.Equal("""{"age":7,"copy":"ben","endorsements":[{"by":"anna","text":"fine person"},{"by":"cleo","text":"good"}],"inner":{"by":"anna","text":"inner"},"lines":["secret list"],"text":"secret","to":"anna"}""", Written(PersonalLens.Personal));
        Letter blank = JsonSerializer.Deserialize(Written(PersonalLens.Renaming(FactSamples.Anna, FactSamples.Tombstone)), TestContext.Default.Letter)!;
        Assert.Equal(new Letter(FactSamples.Tombstone, FactSamples.Ben, string.Empty, null, [new(FactSamples.Tombstone, string.Empty), new(FactSamples.Cleo, string.Empty)], [], null, new(FactSamples.Tombstone, string.Empty), "open"), blank);

        string Written(PersonalLens lens)
        {
            using MemoryStream stream = new();
            using (Utf8JsonWriter writer = new(stream))
            {
                shape.Write(writer, letter, lens);
            }

            return Encoding.UTF8.GetString(stream.ToArray());
        }
    }

    [Theory]
    [InlineData(typeof(MarkedNumber))]
    [InlineData(typeof(MarkedRecord))]
    public void Shape_WhatCannotBeTakenOut_Throws(Type type)
    {
        object value = type == typeof(MarkedNumber) ? new MarkedNumber(7) : new MarkedRecord(new(FactSamples.Anna, "x"));
        PersonalShape shape = PersonalShape.Of(TestContext.Default.GetTypeInfo(type)!);
        using MemoryStream stream = new();
        using Utf8JsonWriter writer = new(stream, new JsonWriterOptions { SkipValidation = true });

        Assert.Throws<NotSupportedException>(() => shape.Write(writer, value, PersonalLens.Renaming(FactSamples.Anna, FactSamples.Tombstone)));
    }

    [Fact]
    public void Shape_WhatCannotBeLookedInto_Throws() =>
        Assert.Throws<NotSupportedException>(() => PersonalShape.Of(TestContext.Default.Hidden));

    [Property(MaxTest = 30), Trait("Law", "45")]
    public async Task Law45_Activities_KeepTheirShape(SmallCommunity community)
    {
        InMemoryActivityStore store = new();
        await store.AppendAsync(community.Activities);
        List<Activity> before = await Read(store);
        if (before.Count == 0)
        {
            return;
        }

        PersonId person = before[0].Person;
        int changed = await store.EraseAsync(person, FactSamples.Tombstone);
        List<Activity> after = await Read(store);

        Assert.True(changed >= before.Count(a => a.Person == person || a.To.Contains(person)));
        Assert.Equal(InAnyOrder(before.Select(a => a with { Person = Renamed(a.Person), To = [.. a.To.Select(Renamed)] })), InAnyOrder(after));
        Assert.Equal(0, await store.EraseAsync(person, FactSamples.Tombstone));

        PersonId Renamed(PersonId p) => p == person ? FactSamples.Tombstone : p;

        // Activities without an id that happened at the same instant are read in the order of their people, and so are those addressed.
        static IEnumerable<string> InAnyOrder(IEnumerable<Activity> activities) => activities.Select(a => $"{a with { To = [.. a.To.Order()] }}").Order(StringComparer.Ordinal);
    }

    [Fact, Trait("Law", "23"), Trait("Law", "45")]
    public async Task Law23_AfterAnErasure_TheSameIdStillConflicts()
    {
        InMemoryActivityStore store = new();
        Activity asked = new(SmallCommunity.Id, FactSamples.Anna, FactSamples.Begin, Act.Ask) { Id = new("q"), Topics = [new("tests")] };
        Activity answered = new(SmallCommunity.Id, FactSamples.Ben, FactSamples.Begin.AddHours(1), Act.Answer) { Id = new("a"), InReplyTo = new("q"), To = [FactSamples.Anna] };
        await store.AppendAsync([asked, answered]);
        Assert.Equal(2, await store.EraseAsync(FactSamples.Anna, FactSamples.Tombstone));

        Assert.False((await store.AppendAsync([asked])).IsAccepted);
        Assert.False((await store.AppendAsync([answered])).IsAccepted);
        Assert.Equal(Decision<int>.Accept(0), await store.AppendAsync([asked with { Person = FactSamples.Tombstone }, answered with { To = [FactSamples.Tombstone] }]));
        Assert.Equal([new("tests")], (await Read(store))[0].Topics);
        await Assert.ThrowsAsync<ArgumentException>(async () => await store.EraseAsync(default, FactSamples.Tombstone));
        await Assert.ThrowsAsync<ArgumentException>(async () => await store.EraseAsync(FactSamples.Ben, FactSamples.Ben));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.EraseAsync(FactSamples.Ben, FactSamples.Tombstone, new CancellationToken(true)));
        Assert.Contains(await Read(store), a => a.Person == FactSamples.Ben);
    }

    internal static JournalEntry[] Erase(JournalEntry[] journal, PersonId person, PersonId tombstone)
    {
        Erasure erasure = Erasure.Of(journal, person, tombstone, new SeededSalts($"erase {person}"));
        if (erasure.Fact is null)
        {
            return journal;
        }

        JournalEntry[] after = [.. journal];
        foreach (JournalEntry entry in erasure.Redacted)
        {
            after[entry.Version - 1] = entry;
        }

        DateTimeOffset at = journal.Max(e => e.RecordedAt);
        Change change = new(at, Actor.Host("erasure"), Cause.Unstated, erasure.Fact);
        return [.. after, Sealing.Seal(FactSamples.Community, journal.Length + 1, journal[^1].Seal.Hash, at, change, SeededSalts.For("erase", person.Text))];
    }

    private static List<PersonId> People(JournalEntry entry)
    {
        List<PersonId> people = [];
        PersonalEntry.Visit(entry.Change, people.Add);
        return people;
    }

    private static async Task<List<Activity>> Read(InMemoryActivityStore store)
    {
        List<Activity> all = [];
        await foreach (Activity activity in store.ReadAsync(SmallCommunity.Id, DateTimeOffset.MaxValue))
        {
            all.Add(activity);
        }

        return all;
    }
}

internal sealed record Endorsement(PersonId By, [property: PersonalData] string Text);

internal sealed record Letter(
    PersonId To,
    PersonId? Copy,
    [property: PersonalData] string Text,
    [property: PersonalData] string? Note,
    [property: JsonConverter(typeof(ValueListJsonConverter<Endorsement>))] ValueList<Endorsement> Endorsements,
    [property: PersonalData, JsonConverter(typeof(ValueListJsonConverter<string>))] ValueList<string> Lines,
    [property: PersonalData] int? Age,
    Endorsement Inner,
    string Open);

internal sealed record MarkedNumber([property: PersonalData] int Number);

internal sealed record MarkedRecord([property: PersonalData] Endorsement Inner);

internal sealed record Hidden(Dictionary<string, PersonId> People);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Letter))]
[JsonSerializable(typeof(Endorsement))]
[JsonSerializable(typeof(MarkedNumber))]
[JsonSerializable(typeof(MarkedRecord))]
[JsonSerializable(typeof(Hidden))]
internal sealed partial class TestContext : JsonSerializerContext
{
}
