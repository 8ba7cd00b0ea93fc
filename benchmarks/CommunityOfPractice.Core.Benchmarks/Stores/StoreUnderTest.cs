using CommunityOfPractice.Core.DependencyInjection;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CommunityOfPractice.Core.Benchmarks.Stores;

/// <summary>A database of its own with the tables of the stores, and the services of a host over it as they are shipped.</summary>
internal sealed class StoreUnderTest : IAsyncDisposable
{
    private readonly ServiceProvider provider;

    private StoreUnderTest(Action<CommunityOfPracticeBuilder> stores)
    {
        ServiceCollection services = new();
        services.AddSingleton<ISaltSource>(new SeededSalts("benchmark"));
        stores(services.AddCommunityOfPractice());
        provider = services.BuildServiceProvider();
    }

    public ICommunityCommands Commands => provider.GetRequiredService<ICommunityCommands>();

    public IActivityRecorder Recorder => provider.GetRequiredService<IActivityRecorder>();

    public IDbContextFactory<CommunityOfPracticeContext> Contexts => provider.GetRequiredService<IDbContextFactory<CommunityOfPracticeContext>>();

    /// <summary>The same services over the stores in memory: what they record is what the plain inserts insert.</summary>
    public static StoreUnderTest InMemory() => new(_ => { });

    public static async Task<StoreUnderTest> MakeAsync(string database, string setting, string name)
    {
        StoreUnderTest store = new(builder => _ = database == "sqlite"
            ? builder.UseSqlite(Path.Combine(setting, $"{name}.db"))
            : builder.UsePostgreSql(new NpgsqlConnectionStringBuilder(setting) { Database = name }.ConnectionString));
        await using CommunityOfPracticeContext context = await store.Contexts.CreateDbContextAsync();
        await context.Database.EnsureCreatedAsync();
        return store;
    }

    public T Get<T>()
        where T : notnull => provider.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        if (provider.GetService<IDbContextFactory<CommunityOfPracticeContext>>() is { } contexts)
        {
            await using CommunityOfPracticeContext context = await contexts.CreateDbContextAsync();
            await context.Database.EnsureDeletedAsync();
        }

        await provider.DisposeAsync();
    }
}
