namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>The stores keep the contracts of their ports on a real server.</summary>
[Trait("Needs", "PostgreSQL")]
public sealed class PostgreSqlConformanceTests(PostgreSqlDatabase database) : IClassFixture<PostgreSqlDatabase>
{
    [PostgreSqlFact]
    public Task Journal_KeepsItsContract() => StoreTrials.JournalAsync(database);

    [PostgreSqlFact]
    public Task Activities_KeepTheirContract() => StoreTrials.ActivitiesAsync(database);

    [PostgreSqlFact]
    public Task ActivitiesSavedAsEntities_KeepTheirContract() => StoreTrials.SavedActivitiesAsync(database);

    [PostgreSqlFact]
    public Task Directory_KeepsItsContract() => StoreTrials.DirectoryAsync(database);

    [PostgreSqlFact]
    public Task People_KeepTheirContract() => StoreTrials.PeopleAsync(database);

    [PostgreSqlFact]
    public Task People_WithTextsThatADatabaseCannotKeep_AreRefused() => StoreTrials.OddTextsAsync(database);

    [PostgreSqlFact]
    public Task Aliases_AreKept() => StoreTrials.AliasesAsync(database);

    [PostgreSqlFact]
    public Task AliasesOfTwoWriters_NeverGoInACircle() => StoreTrials.InterleavedAliasesAsync(database);

    [PostgreSqlFact]
    public Task Stores_HoldTheSameTogether() => StoreTrials.TogetherAsync(database);
}
