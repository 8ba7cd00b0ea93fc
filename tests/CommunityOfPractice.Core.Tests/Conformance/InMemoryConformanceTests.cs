using System.Reflection;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Testing;

namespace CommunityOfPractice.Core.Tests.Conformance;

/// <summary>The in-memory stores keep the contracts, and the kit leaves no member of a port out.</summary>
public sealed class InMemoryConformanceTests
{
    [Fact]
    public async Task Journal_KeepsItsContract() => (await JournalConformance.RunAsync(_ => new(new InMemoryJournal()))).ThrowIfBroken();

    [Fact]
    public async Task Activities_KeepTheirContract() => (await ActivityStoreConformance.RunAsync(_ => new(new InMemoryActivityStore()))).ThrowIfBroken();

    [Fact]
    public async Task Directory_KeepsItsContract() => (await CommunityDirectoryConformance.RunAsync(_ => new(HistoryConformance.InMemory()))).ThrowIfBroken();

    [Fact]
    public async Task Stores_HoldTheSameTogether() => (await HistoryConformance.RunAsync(_ => new(HistoryConformance.InMemory()))).ThrowIfBroken();

    [Fact]
    public async Task People_KeepTheirContract() => (await PeopleDirectoryConformance.RunAsync((people, aliases, _) =>
    {
        InMemoryPeopleDirectory directory = new();
        foreach (Person person in people)
        {
            directory.Put(person);
        }

        directory.PutAliases(aliases);
        return new(directory);
    })).ThrowIfBroken();

    [Fact]
    public void EveryMemberOfAPort_IsTried()
    {
        Covers(typeof(IJournal), JournalConformance.Rules);
        Covers(typeof(IActivityStore), ActivityStoreConformance.Rules);
        Covers(typeof(ICommunityDirectory), CommunityDirectoryConformance.Rules);
        Covers(typeof(IPeopleDirectory), PeopleDirectoryConformance.Rules);
    }

    [Fact]
    public void Rules_HaveNamesOfTheirOwn()
    {
        string[] names = [.. JournalConformance.Rules.Concat(ActivityStoreConformance.Rules).Concat(CommunityDirectoryConformance.Rules).Concat(PeopleDirectoryConformance.Rules).Concat(HistoryConformance.Rules).Select(r => r.Name)];
        Assert.Equal(names.Distinct(), names);
        Assert.All(names, name => Assert.Matches("^[a-z]+(-[a-z]+)*(\\.[a-z]+(-[a-z]+)*)+$", name));
    }

    private static void Covers(Type port, ValueList<ConformanceRule> rules) =>
        Assert.Equal(port.GetMethods(BindingFlags.Public | BindingFlags.Instance).Select(m => m.Name).Order(StringComparer.Ordinal), rules.SelectMany(r => r.Members).Distinct().Order(StringComparer.Ordinal));
}
