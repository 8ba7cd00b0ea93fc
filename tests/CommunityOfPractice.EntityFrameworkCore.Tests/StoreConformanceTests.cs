using CommunityOfPractice.Core.People;
using CommunityOfPractice.Testing;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>The stores keep the contracts of their ports: the kit is run on a real database.</summary>
public abstract class StoreConformanceTests(TestDatabase database)
{
    protected virtual ConformanceOptions Options => new() { Sequences = 8, Steps = 30, Rounds = 10 };

    [Fact]
    public async Task Journal_KeepsItsContract() =>
        (await JournalConformance.RunAsync(async _ => (await database.NewAsync()).Journal, Options)).ThrowIfBroken();

    [Fact]
    public async Task Activities_KeepTheirContract() =>
        (await ActivityStoreConformance.RunAsync(async _ => (await database.NewAsync()).Activities, Options)).ThrowIfBroken();

    [Fact]
    public async Task ActivitiesSavedAsEntities_KeepTheirContract() => (await ActivityStoreConformance.RunAsync(
        async _ =>
        {
            await database.EmptyAsync();
            return new EntityFrameworkActivityStore<CommunityOfPracticeContext>(database);
        },
        Options)).ThrowIfBroken();

    [Fact]
    public async Task Directory_KeepsItsContract() =>
        (await CommunityDirectoryConformance.RunAsync(async _ => await database.NewAsync(), Options)).ThrowIfBroken();

    [Fact]
    public async Task Stores_HoldTheSameTogether() =>
        (await HistoryConformance.RunAsync(async _ => await database.NewAsync(), Options)).ThrowIfBroken();

    [Fact]
    public async Task People_KeepTheirContract() => (await PeopleDirectoryConformance.RunAsync(
        async (people, token) =>
        {
            await database.EmptyAsync();
            EntityFrameworkPeopleDirectory<CommunityOfPracticeContext> directory = new(database);
            foreach (Person person in people)
            {
                await directory.PutAsync(person, token);
                await directory.PutAsync(person, token);
            }

            return directory;
        },
        Options)).ThrowIfBroken();
}
