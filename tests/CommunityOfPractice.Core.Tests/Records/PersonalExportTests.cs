using System.Text.Json;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.Core.Tests.Records;

public sealed class PersonalExportTests
{
    [Fact, Trait("Law", "45")]
    public void Export_HoldsWhatIsAboutThePerson_AndNamesNobodyElse()
    {
        JournalEntry[] journal = Journal();
        using JsonDocument anna = JsonDocument.Parse(PersonalExport.Of(journal, FactSamples.Anna)), ben = JsonDocument.Parse(PersonalExport.Of(journal, FactSamples.Ben));

        Assert.Equal([1, 2], Versions(anna));
        Assert.Equal([2, 3], Versions(ben));
        Assert.Equal("Active", anna.RootElement.GetProperty("membership").GetProperty("status").GetString());
        Assert.Equal("person:" + PersonalExport.SomebodyElse, "person:" + ben.RootElement.GetProperty("entries")[0].GetProperty("fact").GetProperty("person").GetString());
        Assert.Equal("by Ben, about Anna", anna.RootElement.GetProperty("entries")[1].GetProperty("cause").GetProperty("fields")[0].GetProperty("value").GetString());
        Assert.DoesNotContain("ben", anna.RootElement.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("anna", ben.RootElement.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("cleo", anna.RootElement.GetRawText() + ben.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Export_OfSomebodyUnknown_IsEmpty()
    {
        using JsonDocument nobody = JsonDocument.Parse(PersonalExport.Of(Journal(), new("nobody"))), nothing = JsonDocument.Parse(PersonalExport.Of([], FactSamples.Anna));

        Assert.Empty(Versions(nobody));
        Assert.Equal(JsonValueKind.Null, nobody.RootElement.GetProperty("membership").ValueKind);
        Assert.Equal(JsonValueKind.Null, nothing.RootElement.GetProperty("community").ValueKind);
        Assert.Throws<ArgumentException>(() => PersonalExport.Of([], default));
    }

    [Fact, Trait("Law", "45")]
    public void Law45_AfterAnErasure_NoExportNamesThePerson()
    {
        JournalEntry[] after = ErasureTests.Erase(Journal(), FactSamples.Anna, FactSamples.Tombstone);
        foreach (PersonId person in (PersonId[])[FactSamples.Ben, FactSamples.Cleo, FactSamples.Tombstone])
        {
            Assert.DoesNotContain("nna", PersonalExport.Of(after, person), StringComparison.Ordinal);
        }

        using JsonDocument anna = JsonDocument.Parse(PersonalExport.Of(after, FactSamples.Anna));
        Assert.Empty(Versions(anna));
    }

    private static long[] Versions(JsonDocument export) => [.. export.RootElement.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("version").GetInt64())];

    private static JournalEntry[] Journal()
    {
        (PersonId By, PersonId Who, string Text)[] joins =
        [
            (FactSamples.Anna, FactSamples.Anna, "by Anna"),
            (FactSamples.Ben, FactSamples.Anna, "by Ben, about Anna"),
            (FactSamples.Ben, FactSamples.Ben, "by B."),
            (FactSamples.Cleo, FactSamples.Cleo, "by C."),
        ];
        List<JournalEntry> entries = [];
        foreach ((PersonId by, PersonId who, string text) in joins)
        {
            Change change = new(FactSamples.Begin, Actor.Of(by), new() { Fields = [new("note", text)] }, new MemberJoined(who, new("join/1", "web")));
            entries.Add(Sealing.Seal(FactSamples.Community, entries.Count + 1, entries.LastOrDefault()?.Seal.Hash, change.OccurredAt, change, $"s{entries.Count}"));
        }

        return [.. entries];
    }
}
