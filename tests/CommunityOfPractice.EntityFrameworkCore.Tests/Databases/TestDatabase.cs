using CommunityOfPractice.Testing;
using Microsoft.EntityFrameworkCore;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>A database to try stores on, emptied again and again.</summary>
public abstract class TestDatabase : IDbContextFactory<CommunityOfPracticeContext>
{
    private readonly Lazy<DbContextOptions<CommunityOfPracticeContext>> options;

    protected TestDatabase() => options = new(() =>
    {
        DbContextOptionsBuilder<CommunityOfPracticeContext> builder = new();
        Configure(builder);
        return builder.Options;
    });

    public abstract IActivityWriter Writer { get; }

    public abstract string Settings { get; }

    public CommunityOfPracticeContext CreateDbContext() => new(options.Value);

    public async Task EmptyAsync()
    {
        await using CommunityOfPracticeContext context = CreateDbContext();
        await context.Set<JournalRow>().ExecuteDeleteAsync();
        await context.Set<JournalHeadRow>().ExecuteDeleteAsync();
        await context.Set<OutboxCursorRow>().ExecuteDeleteAsync();
        await context.Set<CommunityRow>().ExecuteDeleteAsync();
        await context.Set<MemberRow>().ExecuteDeleteAsync();
        await context.Set<RosterRow>().ExecuteDeleteAsync();
        await context.Set<PersonRow>().ExecuteDeleteAsync();
        await context.Set<PersonAliasRow>().ExecuteDeleteAsync();
        await context.Set<ActivityRow>().ExecuteDeleteAsync();
    }

    /// <summary>Empty stores over the database.</summary>
    public async ValueTask<CommunityStores> NewAsync()
    {
        await EmptyAsync();
        return Stores();
    }

    public CommunityStores Stores()
    {
        EntityFrameworkCommunityDirectory<CommunityOfPracticeContext> directory = new(this);
        return new(new EntityFrameworkJournal<CommunityOfPracticeContext>(this), directory)
        {
            PutRoster = directory.PutAsync,
            Activities = new EntityFrameworkActivityStore<CommunityOfPracticeContext>(this, Writer),
        };
    }

    public abstract void Configure(DbContextOptionsBuilder builder);
}
