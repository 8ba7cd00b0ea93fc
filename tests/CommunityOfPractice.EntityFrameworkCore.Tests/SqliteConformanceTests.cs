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
    public Task Directory_KeepsItsContract() => StoreTrials.DirectoryAsync(database);

    [Fact]
    public Task People_KeepTheirContract() => StoreTrials.PeopleAsync(database);

    [Fact]
    public Task Aliases_AreKept() => StoreTrials.AliasesAsync(database);

    [Fact]
    public Task AliasesOfTwoWriters_NeverGoInACircle() => StoreTrials.InterleavedAliasesAsync(database);

    [Fact]
    public Task Stores_HoldTheSameTogether() => StoreTrials.TogetherAsync(database);
}
