namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>The outbox on a real database.</summary>
[Trait("Needs", "PostgreSQL")]
public sealed class PostgreSqlOutboxTests(PostgreSqlDatabase database) : IClassFixture<PostgreSqlDatabase>
{
    [PostgreSqlFact]
    public Task Handlers_ThatFail_AreToldAgainAndInOrder() => OutboxTrials.FailuresAsync(database);

    [PostgreSqlFact]
    public Task ManyDispatchers_TellEachEntryOnce() => OutboxTrials.ManyDispatchersAsync(database);

    [PostgreSqlFact]
    public Task ADispatcherThatDied_HoldsItsCommunityUntilTheLeaseEnds() => OutboxTrials.LeaseAsync(database);
}
