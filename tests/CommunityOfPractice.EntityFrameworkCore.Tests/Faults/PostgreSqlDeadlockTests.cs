using System.Data.Common;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>A server that takes a transaction back because of others: what was put is done all the same, once, or is a conflict; nothing is lost.</summary>
[Trait("Needs", "PostgreSQL")]
public sealed class PostgreSqlDeadlockTests(PostgreSqlDatabase database) : IClassFixture<PostgreSqlDatabase>
{
    private static readonly CommunityId Other = new("other");

    /// <summary>The command has moved the head and wants the listing; somebody else has the listing and wants the head.</summary>
    [PostgreSqlFact]
    public async Task ACommandInADeadlock_IsPutAgain()
    {
        Failures failures = new();
        Worker worker = await PreparedAsync(failures);
        await using NpgsqlConnection rival = await RivalAsync("UPDATE cop_community SET status = status WHERE community = 'agile'");
        PersonId person = new("late");
        Task<Decision<Committed>> joining = worker.Commands.ExecuteAsync(new CommandRequest(new JoinCommunity(Worker.Agile, person, Worker.Consent), Actor.Of(person))).AsTask();
        await SomebodyWaitsAsync();
        await ExecuteAsync(rival, "UPDATE cop_journal_head SET version = version WHERE community = 'agile'"); // ours is ended by the server, which notices first
        await ExecuteAsync(rival, "COMMIT");
        Committed committed = (await joining).OrThrow();
        Assert.Equal([PostgresErrorCodes.DeadlockDetected], failures.States);
        Assert.Equal(committed.Entries, (await Checks.EntriesAsync(worker.Stores, Worker.Agile))[^committed.Entries.Count..]);
        await Checks.WholeAsync(database);
    }

    /// <summary>Two journals at once, and somebody who locks them the other way round and appends to the first: a conflict, and neither has anything of ours.</summary>
    [PostgreSqlFact]
    public async Task AnAppendInADeadlock_WithSomebodyWhoWasFaster_IsAConflict()
    {
        Failures failures = new();
        Worker worker = await PreparedAsync(failures);
        JournalEntry[] agile = await Checks.EntriesAsync(worker.Stores, Worker.Agile);
        await using NpgsqlConnection rival = await RivalAsync("INSERT INTO cop_journal_head (community, version) VALUES ('other', 0)");
        ValueList<JournalBatch> batches = [new(Worker.Agile, agile.Length, []), new(Other, 0, [])];
        Task<AppendOutcome> appending = worker.Stores.Journal.AppendAsync(batches).AsTask();
        await SomebodyWaitsAsync();
        await ExecuteAsync(rival, "UPDATE cop_journal_head SET version = version + 1 WHERE community = 'agile'");
        await ExecuteAsync(rival, "COMMIT");
        Assert.Equal(new AppendOutcome.Conflict(Worker.Agile, agile.Length + 1), await appending);
        Assert.Equal(PostgresErrorCodes.DeadlockDetected, failures.States[0]);
        Assert.All(failures.States.Skip(1), state => Assert.Equal(PostgresErrorCodes.DivisionByZero, state)); // put again before or after the other's commit; the script divides by zero where the version is another
        Assert.Equal(agile, await Checks.EntriesAsync(worker.Stores, Worker.Agile));
    }

    /// <summary>A database that is serializable by default refuses who cannot have come first or second; a command is decided again.</summary>
    [PostgreSqlFact]
    public async Task ACommandThatCannotBeSerialized_IsDecidedAgain()
    {
        Failures failures = new();
        Worker worker = await PreparedAsync(failures, "serializable");
        await using NpgsqlConnection rival = await RivalAsync("UPDATE cop_journal_head SET version = version WHERE community = 'agile'");
        PersonId person = new("late");
        Task<Decision<Committed>> joining = worker.Commands.ExecuteAsync(new CommandRequest(new JoinCommunity(Worker.Agile, person, Worker.Consent), Actor.Of(person))).AsTask();
        await SomebodyWaitsAsync();
        await ExecuteAsync(rival, "COMMIT");
        (await joining).OrThrow();
        Assert.Equal([PostgresErrorCodes.SerializationFailure], failures.States);
        await Checks.WholeAsync(database);
    }

    private async Task<Worker> PreparedAsync(Failures failures, string isolation = "read committed")
    {
        await database.EmptyAsync();
        await new Worker(database, 0).PrepareAsync(facilitators: 1);
        return new(new InterceptedDatabase(new WithIsolation(database, isolation), retries: false, failures), 1);
    }

    /// <summary>Somebody in a transaction who is patient, so that the server ends the others.</summary>
    private async Task<NpgsqlConnection> RivalAsync(string first)
    {
        NpgsqlConnection rival = new(database.Settings);
        await rival.OpenAsync();
        await ExecuteAsync(rival, "SET deadlock_timeout = '1min'; BEGIN");
        await ExecuteAsync(rival, first);
        return rival;
    }

    private async Task SomebodyWaitsAsync()
    {
        await using CommunityOfPracticeContext context = database.CreateDbContext();
        long begin = TimeProvider.System.GetTimestamp();
        while (await context.Database.SqlQuery<int>($"SELECT COUNT(*)::int AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'").SingleAsync() == 0)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begin) < TimeSpan.FromSeconds(25), "nobody waits for a lock");
            await Task.Delay(20);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The same database, with another level of isolation where nobody asks for one.</summary>
    private sealed class WithIsolation(TestDatabase inner, string isolation) : TestDatabase
    {
        public override IActivityWriter Writer => inner.Writer;

        public override string Settings => new NpgsqlConnectionStringBuilder(inner.Settings) { Options = $"-c deadlock_timeout=5s -c default_transaction_isolation={isolation.Replace(" ", "\\ ", StringComparison.Ordinal)}" }.ConnectionString;

        public override void Configure(DbContextOptionsBuilder builder) => builder.UseNpgsql(Settings);
    }

    /// <summary>Notes what the server refused.</summary>
    private sealed class Failures : DbCommandInterceptor
    {
        public List<string?> States { get; } = [];

        public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
        {
            States.Add((eventData.Exception as PostgresException)?.SqlState);
            return Task.CompletedTask;
        }
    }
}
