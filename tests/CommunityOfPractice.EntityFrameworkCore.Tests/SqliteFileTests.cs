using CommunityOfPractice.Core.People;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>A file that is there already gets the tables that it lacks, and keeps what it has.</summary>
public sealed class SqliteFileTests
{
    [Theory]
    [InlineData("Data Source=/tmp/x.db")]
    [InlineData("filename=x.db;Mode=ReadOnly")]
    public void AConnectionString_IsNoPath(string text) =>
        Assert.StartsWith($"'{text}' is a connection string", Assert.Throws<ArgumentException>(() => new ServiceCollection().AddCommunityOfPractice().UseSqlite(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void AFileThatCannotBe_IsNamed()
    {
        ServiceCollection services = new();
        services.AddCommunityOfPractice().UseSqlite("/not-there/at all/cop.db");
        using ServiceProvider provider = services.BuildServiceProvider();
        string message = Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<IDbContextFactory<CommunityOfPracticeContext>>().CreateDbContext()).Message;
        Assert.Equal("The SQLite file '/not-there/at all/cop.db' cannot be opened or made: its folder is not there.", message);
    }

    [Fact]
    public async Task FileWithoutATable_GetsIt_AndKeepsTheRest()
    {
        using SqliteDatabase file = new();
        Person ada = new(new("ada"), []);
        await new EntityFrameworkPeopleDirectory<CommunityOfPracticeContext>(file).PutAsync(ada);
        await using (CommunityOfPracticeContext context = file.CreateDbContext())
        {
            await context.Database.ExecuteSqlRawAsync("DROP TABLE cop_person_alias; DROP INDEX ix_cop_activity_id; CREATE TABLE of_somebody_else (id TEXT)");
        }

        SqliteConnection.ClearAllPools();
        for (int start = 0; start < 2; start++)
        {
            ServiceCollection services = new();
            services.AddCommunityOfPractice().UseSqlite(file.Path);
            await using ServiceProvider provider = services.BuildServiceProvider();
            EntityFrameworkPeopleDirectory<CommunityOfPracticeContext> people = provider.GetRequiredService<EntityFrameworkPeopleDirectory<CommunityOfPracticeContext>>();
            PersonAliases aliases = new([new(new("U1"), ada.Id)]);
            await people.PutAliasesAsync(aliases);
            Assert.Equal(aliases, await people.AliasesAsync());
            List<Person> found = [];
            await foreach (Person person in people.ReadAsync([ada.Id]))
            {
                found.Add(person);
            }

            Assert.Equal([ada], found);
        }

        await FaultTrials.GuaranteesAsync(file, failure => Assert.Equal(19, Assert.IsType<SqliteException>(failure).SqliteErrorCode));
    }
}
