using CommunityOfPractice.Core.People;
using CommunityOfPractice.Testing;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>Runs the conformance kit on the stores over a real database.</summary>
internal static class StoreTrials
{
    public static ConformanceOptions Options { get; } = new() { Sequences = 4, Steps = 20, Rounds = 4 };

    public static async Task JournalAsync(TestDatabase database) =>
        (await JournalConformance.RunAsync(async _ => (await database.NewAsync()).Journal, Options)).ThrowIfBroken();

    public static async Task ActivitiesAsync(TestDatabase database) =>
        (await ActivityStoreConformance.RunAsync(async _ => (await database.NewAsync()).Activities, Options)).ThrowIfBroken();

    public static async Task SavedActivitiesAsync(TestDatabase database) => (await ActivityStoreConformance.RunAsync(
        async _ =>
        {
            await database.EmptyAsync();
            return new EntityFrameworkActivityStore<CommunityOfPracticeContext>(database);
        },
        Options)).ThrowIfBroken();

    public static async Task DirectoryAsync(TestDatabase database) =>
        (await CommunityDirectoryConformance.RunAsync(async _ => await database.NewAsync(), Options)).ThrowIfBroken();

    public static async Task TogetherAsync(TestDatabase database) =>
        (await HistoryConformance.RunAsync(async _ => await database.NewAsync(), Options)).ThrowIfBroken();

    public static async Task PeopleAsync(TestDatabase database) => (await PeopleDirectoryConformance.RunAsync(
        async (people, aliases, token) =>
        {
            await database.EmptyAsync();
            EntityFrameworkPeopleDirectory<CommunityOfPracticeContext> directory = new(database);
            foreach (Person person in people)
            {
                await directory.PutAsync(new(person.Id, []), token);
                await directory.PutAsync(person, token);
            }

            await directory.PutAliasesAsync(aliases, token);
            await directory.PutAsync(new(new("nobody"), []), token);
            Assert.True(await directory.RemoveAsync(new("nobody"), token));
            Assert.False(await directory.RemoveAsync(new("nobody"), token));
            return directory;
        },
        Options)).ThrowIfBroken();

    /// <summary>A text that not every database keeps is refused with whose it is, and everybody else is counted as before; escapes that only look like it are kept.</summary>
    public static async Task OddTextsAsync(TestDatabase database)
    {
        await database.EmptyAsync();
        EntityFrameworkPeopleDirectory<CommunityOfPracticeContext> directory = new(database);
        await directory.PutAsync(new(new("ada"), [new() { Department = "IT" }]));
        await directory.PutAsync(new(new("ben"), [new() { Department = """a\u0000b "c" \""", Location = "\u0001\ud83c\udf31" }]));
        foreach (string odd in (string[])["IT\0", "\0", "x\ud800", "\udc00x"])
        {
            foreach ((string name, PersonAttributes known) in ((string, PersonAttributes)[])
                [("department", new() { Department = odd }), ("location", new() { Location = odd }), ("time zone", new() { TimeZone = odd }), ("seniority", new() { Seniority = odd }), ("language", new() { Languages = ["en", odd] })])
            {
                ArgumentException refused = await Assert.ThrowsAsync<ArgumentException>(async () => await directory.PutAsync(new(new("ada"), [known])));
                Assert.StartsWith($"A text holds no NUL and no half of a surrogate pair; the {name} of 'ada' does.", refused.Message, StringComparison.Ordinal);
            }
        }

        Assert.Equal(new([new("IT", 1), new("""a\u0000b "c" \""", 1)], [new("\u0001\ud83c\udf31", 1)]), await directory.CountAsync(DateTimeOffset.UnixEpoch));
        Assert.Equal([new(new("ada"), [new() { Department = "IT" }])], await directory.ReadAsync([new("ada")]).ToListAsync());
    }

    /// <summary>Aliases are kept as they are, replaced as a whole, and gone when they are undone.</summary>
    public static async Task AliasesAsync(TestDatabase database)
    {
        await database.EmptyAsync();
        EntityFrameworkPeopleDirectory<CommunityOfPracticeContext> directory = new(database);
        PersonAliases first = new([new(new("U1"), new("ada")), new(new("u1"), new("U1")), new(new("octo"), new("ben"))]);
        PersonAliases second = new([new(new("U1"), new("ada")), new(new("octo"), new("cleo"))]);
        foreach (PersonAliases aliases in (PersonAliases[])[first, second, first, PersonAliases.None])
        {
            await directory.PutAliasesAsync(aliases);
            Assert.Equal(aliases, await new EntityFrameworkPeopleDirectory<CommunityOfPracticeContext>(database).AliasesAsync());
        }

        await Assert.ThrowsAsync<ArgumentNullException>(async () => await directory.PutAliasesAsync(null!));
    }

    /// <summary>One writer has read and not yet saved when another puts the opposite: one replaces the other as a whole.</summary>
    public static async Task InterleavedAliasesAsync(TestDatabase database)
    {
        await database.EmptyAsync();
        EntityFrameworkPeopleDirectory<CommunityOfPracticeContext> other = new(database);
        PersonAliases mine = new([new(new("a"), new("b"))]), theirs = new([new(new("b"), new("a"))]);
        Task? putting = null;
        BeforeSaving between = new(async () =>
        {
            putting = Task.Run(async () => await other.PutAliasesAsync(theirs));
            await Task.WhenAny(putting, Task.Delay(300)); // on SQLite it waits for us, and then goes on
        });
        await new EntityFrameworkPeopleDirectory<CommunityOfPracticeContext>(new InterceptedDatabase(database, retries: false, between)).PutAliasesAsync(mine);
        await putting!;
        Assert.Contains(await other.AliasesAsync(), (PersonAliases[])[mine, theirs]);
    }
}
