namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>The outbox on a real database.</summary>
public sealed class SqliteOutboxTests(SqliteDatabase database) : IClassFixture<SqliteDatabase>
{
    [Fact]
    public Task Handlers_ThatFail_AreToldAgainAndInOrder() => OutboxTrials.FailuresAsync(database);

    [Fact]
    public Task ManyDispatchers_TellEachEntryOnce() => OutboxTrials.ManyDispatchersAsync(database);

    [Fact]
    public Task ADispatcherThatDied_HoldsItsCommunityUntilTheLeaseEnds() => OutboxTrials.LeaseAsync(database);
}
