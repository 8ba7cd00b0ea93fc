using CommunityOfPractice.Core.DependencyInjection;
using CommunityOfPractice.Core.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>The same story on each store, through the container of a host: what it leaves behind is the same, byte for byte.</summary>
public sealed class WholeStoryTests
{
    [Fact]
    public async Task Story_OnASqliteFileThatDoesNotExistYet_IsThatInMemory()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cop-story-");
        try
        {
            string path = Path.Combine(folder.FullName, "cop.db");
            Assert.Equal(await WholeStory.TellAsync(_ => { }), await WholeStory.TellAsync(builder => builder.UseSqlite(path)));
            Assert.True(File.Exists(path));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    [PostgreSqlFact, Trait("Needs", "PostgreSQL")]
    public async Task Story_OnPostgreSql_IsThatInMemory() =>
        Assert.Equal(await WholeStory.TellAsync(_ => { }), await WholeStory.TellAsync(builder => builder.UsePostgreSql(new PostgreSqlDatabase().Settings)));

    /// <summary>A context of the host's own, with tables of its own beside those of the stores.</summary>
    [Fact]
    public async Task Story_InTheContextOfAHost_IsThatInMemory()
    {
        using SqliteDatabase database = new();
        string path = database.Path + ".host";
        using (HostContext context = new(Options(path)))
        {
            context.Database.EnsureCreated();
        }

        Assert.Equal(await WholeStory.TellAsync(_ => { }), await WholeStory.TellAsync(builder =>
        {
            builder.Services.AddDbContextFactory<HostContext>(options => options.UseSqlite($"Data Source={path}"));
            builder.UseEntityFrameworkStores<HostContext>();
        }));
        using HostContext after = new(Options(path));
        Assert.True(after.Set<JournalRow>().Any());
        Assert.False(after.Pages.Any());
    }

    [Fact]
    public void UseEntityFrameworkStores_ReplacesTheStoresAndNotThePeople()
    {
        ServiceCollection services = new();
        services.AddDbContextFactory<HostContext>(options => options.UseSqlite("Data Source=:memory:"));
        services.AddCommunityOfPractice().UseEntityFrameworkStores<HostContext>().UseEntityFrameworkStores<HostContext>();
        services.AddCommunityOfPractice();
        using ServiceProvider provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        Assert.IsType<EntityFrameworkJournal<HostContext>>(Assert.Single(provider.GetServices<IJournal>()));
        Assert.IsType<EntityFrameworkActivityStore<HostContext>>(Assert.Single(provider.GetServices<IActivityStore>()));
        Assert.IsType<EntityFrameworkCommunityDirectory<HostContext>>(Assert.Single(provider.GetServices<ICommunityDirectory>()));
        Assert.IsType<Core.People.InMemoryPeopleDirectory>(Assert.Single(provider.GetServices<Core.People.IPeopleDirectory>()));
    }

    private static DbContextOptions<HostContext> Options(string path) => new DbContextOptionsBuilder<HostContext>().UseSqlite($"Data Source={path}").Options;

    public sealed class HostContext(DbContextOptions<HostContext> options) : DbContext(options)
    {
        public DbSet<Page> Pages => Set<Page>();

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseCommunityOfPractice(Database);
    }

    public sealed class Page
    {
        public int Id { get; set; }
    }
}
