using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit.Abstractions;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>A server that fails: the error is clear, nothing is damaged, and the next command works once the cause is gone.</summary>
[Trait("Needs", "PostgreSQL")]
public sealed class PostgreSqlFaultTests(PostgreSqlDatabase database, ITestOutputHelper output) : IClassFixture<PostgreSqlDatabase>
{
    [PostgreSqlDiskFact, Trait("Category", "Slow")]
    public async Task DiskFull_NothingIsDamaged_AndItGoesOnWithMoreRoom()
    {
        using SmallDisk disk = new(12);
        SmallDisk.Run("chown", "postgres", disk.Folder);
        SmallDisk.Run("chmod", "700", disk.Folder);
        string name = $"small_{Guid.NewGuid():n}";
        await ExecuteAsync(PostgreSqlServer.Settings, $"CREATE TABLESPACE {name} LOCATION '{disk.Folder}'", $"CREATE DATABASE {name} TABLESPACE {name}");
        string settings = new NpgsqlConnectionStringBuilder(PostgreSqlServer.Settings) { Database = name }.ConnectionString;
        WorkerDatabase small = new("postgresql", settings);
        await using (CommunityOfPracticeContext context = small.CreateDbContext())
        {
            await context.Database.EnsureCreatedAsync();
        }

        TriedHost host = new(small);
        await host.PrepareAsync();
        Exception? failure = await host.PutAsync(20_000);
        PostgresException full = Assert.IsType<PostgresException>(failure?.InnerException ?? failure);
        Assert.True(full.SqlState is PostgresErrorCodes.DiskFull or PostgresErrorCodes.InternalError, full.ToString()); // half a page written, and the next to try is told of an internal error
        await host.PutAsync(5);
        await host.CheckAsync();
        disk.Resize(40);
        Assert.Null(await host.PutAsync(8));
        await host.CheckAsync();
        Tell("disk full", host);
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync(PostgreSqlServer.Settings, $"DROP DATABASE {name}", $"DROP TABLESPACE {name}");
    }

    [PostgreSqlFact, Trait("Category", "Slow")]
    public async Task Terminated_AgainAndAgain_EveryCommandIsThereOnce()
    {
        await database.EmptyAsync();
        TriedHost host = new(database);
        await host.PrepareAsync();
        Assert.Null(await host.PutAsync(8));
        using CancellationTokenSource enough = new();
        Task<int> terminating = TerminateAsync(host, enough.Token);
        await host.PutAllAsync(200, TimeSpan.FromSeconds(60));
        await enough.CancelAsync();
        int terminated = await terminating;
        Assert.InRange(host.Failures.Values.Sum(), 1, int.MaxValue);
        await host.PutAllAsync(8, TimeSpan.FromSeconds(60)); // connections in the pool may still be found dead
        Forget(database.Settings);
        await host.CheckAsync();
        output.WriteLine($"{terminated} connections terminated");
        Tell("connection terminated", host);
    }

    [PostgreSqlFact, Trait("Category", "Slow")]
    public async Task ServerStopped_InTheMiddle_AndStartedAgain_EveryCommandIsThereOnce()
    {
        using OwnServer server = new();
        WorkerDatabase own = new("postgresql", server.Settings);
        await using (CommunityOfPracticeContext context = own.CreateDbContext())
        {
            await context.Database.EnsureCreatedAsync();
        }

        TriedHost host = new(own);
        await host.PrepareAsync();
        Assert.Null(await host.PutAsync(8));
        Random random = new(1);
        for (int i = 0; i < Number("COP_RESTARTS", 2); i++)
        {
            Task putting = Task.Run(() => host.PutAllAsync(60, TimeSpan.FromSeconds(120)));
            await Task.Delay(random.Next(150));
            server.Stop();
            await Task.Delay(random.Next(300));
            server.Start();
            await putting;
            Forget(server.Settings);
            await host.CheckAsync();
        }

        Assert.Null(await host.PutAsync(8));
        await host.CheckAsync();
        Tell("server stopped", host);
    }

    [PostgreSqlFact]
    public Task Cancelled_AtRandomMoments_IsThereOrNot() => FaultTrials.CancelledAsync(database, output);

    [PostgreSqlFact]
    public Task TheDatabaseItself_RefusesWhatMustNotBe() =>
        FaultTrials.GuaranteesAsync(database, failure => Assert.Equal(PostgresErrorCodes.UniqueViolation, Assert.IsType<PostgresException>(failure).SqlState));

    /// <summary>Ends every connection at random moments, but lets at least one command through between two of them: on a busy machine none would come to its end.</summary>
    private async Task<int> TerminateAsync(TriedHost host, CancellationToken enough)
    {
        Random random = new(1);
        int count = 0;
        string apart = new NpgsqlConnectionStringBuilder(database.Settings) { Database = "postgres", Pooling = false }.ConnectionString, name = new NpgsqlConnectionStringBuilder(database.Settings).Database!;
        await using NpgsqlConnection connection = new(apart);
        await connection.OpenAsync(CancellationToken.None);
        while (!enough.IsCancellationRequested)
        {
            int before = host.Acknowledged;
            await Task.Delay(random.Next(60), CancellationToken.None);
            while (host.Acknowledged == before && !enough.IsCancellationRequested)
            {
                await Task.Delay(1, CancellationToken.None);
            }

            await Task.Delay(random.Next(20), CancellationToken.None); // in the middle of the next one
            await using NpgsqlCommand command = new($"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '{name}'", connection);
            count += Convert.ToInt32(await command.ExecuteScalarAsync(CancellationToken.None), CultureInfo.InvariantCulture);
        }

        return count;
    }

    /// <summary>Who looks at what is there must not get a connection that died while it lay in the pool.</summary>
    private static void Forget(string settings)
    {
        using NpgsqlConnection connection = new(settings);
        NpgsqlConnection.ClearPool(connection);
    }

    private static async Task ExecuteAsync(string settings, params string[] statements)
    {
        await using NpgsqlConnection connection = new(settings);
        await connection.OpenAsync();
        foreach (string statement in statements)
        {
            await using NpgsqlCommand command = new(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static int Number(string variable, int otherwise) =>
        int.Parse(Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given ? given : $"{otherwise}", CultureInfo.InvariantCulture);

    private void Tell(string fault, TriedHost host) => output.WriteLine($"{fault}: {string.Join("; ", host.Failures.Select(f => $"{f.Value} x {f.Key}"))}; {host.Acknowledged} acknowledged, all there");
}
