using System.Transactions;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>A transaction of the host around a command: it would be answered before it is committed, so it is refused, and nothing is lost.</summary>
[Trait("Needs", "PostgreSQL")]
public sealed class PostgreSqlScopeTests(PostgreSqlDatabase database) : IClassFixture<PostgreSqlDatabase>
{
    [PostgreSqlFact]
    public async Task InsideAScope_ACommandIsMisuse_AndTheNextOneWorks()
    {
        await database.EmptyAsync();
        Worker worker = new(database, 0);
        await worker.PrepareAsync(facilitators: 1);
        int before = (await Checks.EntriesAsync(worker.Stores, Worker.Agile)).Length;
        CommandRequest joining = new(new JoinCommunity(Worker.Agile, new PersonId("late"), Worker.Consent), Actor.Of(new PersonId("late")));
        using (TransactionScope scope = new(TransactionScopeAsyncFlowOption.Enabled))
        {
            await Assert.ThrowsAnyAsync<InvalidOperationException>(async () => await worker.Commands.ExecuteAsync(joining));
        }

        Assert.Equal(before, (await Checks.EntriesAsync(worker.Stores, Worker.Agile)).Length);
        Committed committed = (await worker.Commands.ExecuteAsync(joining)).OrThrow();
        Assert.Equal(before + committed.Entries.Count, (await Checks.EntriesAsync(worker.Stores, Worker.Agile)).Length);
    }
}
