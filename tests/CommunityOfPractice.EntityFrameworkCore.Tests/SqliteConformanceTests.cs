using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>The stores keep the contracts of their ports on a real file.</summary>
public sealed class SqliteConformanceTests(SqliteDatabase database) : IClassFixture<SqliteDatabase>
{
    [Fact]
    public Task Journal_KeepsItsContract() => StoreTrials.JournalAsync(database);

    [Fact]
    public Task Activities_KeepTheirContract() => StoreTrials.ActivitiesAsync(database);

    [Fact]
    public Task ActivitiesSavedAsEntities_KeepTheirContract() => StoreTrials.SavedActivitiesAsync(database);

    [Fact]
    public async Task AConflict_CarriesTheId()
    {
        IActivityStore store = (await database.NewAsync()).Activities;
        Activity first = new(new("agile"), new PersonId("ada"), new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), Act.Post) { Id = new("p1") };
        (await store.AppendAsync([first])).OrThrow();
        Decision<int> refused = await store.AppendAsync([first with { Act = Act.Ask }]);
        Assert.Equal(["p1"], Assert.IsType<Decision<int>.Refused>(refused).Refusal.Reasons.Single().Arguments!);
    }

    [Fact]
    public Task Directory_KeepsItsContract() => StoreTrials.DirectoryAsync(database);

    [Fact]
    public Task People_KeepTheirContract() => StoreTrials.PeopleAsync(database);

    [Fact]
    public Task People_WithTextsThatADatabaseCannotKeep_AreRefused() => StoreTrials.OddTextsAsync(database);

    [Fact]
    public Task Aliases_AreKept() => StoreTrials.AliasesAsync(database);

    [Fact]
    public Task AliasesOfTwoWriters_NeverGoInACircle() => StoreTrials.InterleavedAliasesAsync(database);

    [Fact]
    public Task Stores_HoldTheSameTogether() => StoreTrials.TogetherAsync(database);
}
