using System.Security.Cryptography;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>A host whose database fails under it: what it puts, what it was told of it, and what must be there in the end.</summary>
internal sealed class TriedHost(TestDatabase database)
{
    private readonly Worker worker = new(database, 1);
    /// <summary>Nothing that a database could store in less room.</summary>
    private readonly string note = RandomNumberGenerator.GetHexString(9_000);
    private readonly Dictionary<string, int> acknowledged = [];
    private int number;

    /// <summary>The kinds of failures that were seen, from the outermost exception to the innermost.</summary>
    public SortedDictionary<string, int> Failures { get; } = new(StringComparer.Ordinal);

    public int Acknowledged => acknowledged.Count;

    public Task PrepareAsync() => worker.PrepareAsync(facilitators: 1);

    /// <summary>Puts commands, and activities now and then, until one fails.</summary>
    public async Task<Exception?> PutAsync(int most)
    {
        for (int i = 0; i < most; i++)
        {
            if (await TryAsync(number++) is { } failure)
            {
                return failure;
            }
        }

        return null;
    }

    /// <summary>Puts commands; what fails is put again under the same id until it is there.</summary>
    public async Task PutAllAsync(int count, TimeSpan patience)
    {
        for (int i = 0; i < count; i++)
        {
            int mine = number++;
            long begin = TimeProvider.System.GetTimestamp();
            while (await TryAsync(mine) is { } failure)
            {
                Assert.True(TimeProvider.System.GetElapsedTime(begin) < patience, $"{failure}");
                await Task.Delay(20);
            }
        }
    }

    /// <summary>Puts commands that are cancelled at random moments; a cancelled one must not be there.</summary>
    /// <returns>How many were cancelled.</returns>
    public async Task<int> PutCancelledAsync(int count, TimeSpan longest)
    {
        Random random = new(1);
        int cancelled = 0;
        for (int i = 0; i < count; i++)
        {
            int mine = number++;
            using CancellationTokenSource source = new();
            TimeSpan wait = longest * random.NextDouble();
            Task cancelling = Task.Run(() =>
            {
                long begin = TimeProvider.System.GetTimestamp();
                SpinWait.SpinUntil(() => TimeProvider.System.GetElapsedTime(begin) >= wait);
                source.Cancel();
            });
            try
            {
                await ExecuteAsync(mine, source.Token);
            }
            catch (OperationCanceledException)
            {
                cancelled++;
            }

            await cancelling;
        }

        return cancelled;
    }

    /// <summary>Puts commands that are cancelled at one of their first events on the database; a cancelled one must not be there.</summary>
    /// <returns>How many were cancelled.</returns>
    public async Task<int> PutCancelledAsync(int count, CountedCancellation events, int most)
    {
        Random random = new(1);
        int cancelled = 0;
        for (int i = 0; i < count; i++)
        {
            using CancellationTokenSource source = new();
            events.CancelAt(1 + random.Next(most), source);
            try
            {
                await ExecuteAsync(number++, source.Token);
            }
            catch (OperationCanceledException)
            {
                cancelled++;
            }
        }

        return cancelled;
    }

    /// <summary>What was acknowledged is there and whole, nothing else is, and the database is sound.</summary>
    /// <param name="perhaps">Whether calls that failed may be there nevertheless: a connection that broke in the commit.</param>
    public async Task CheckAsync(bool perhaps = false)
    {
        Dictionary<(string Community, string Id), int> there = await Checks.WholeAsync(database);
        Assert.All(acknowledged, a => Assert.Equal(a.Value, there.GetValueOrDefault((Worker.Agile.Text, a.Key))));
        Assert.True(perhaps || there.Count == acknowledged.Count + 1, "something is there that failed or was cancelled");
    }

    public static string NameOf(Exception failure) => failure.GetType().Name + failure switch
    {
        PostgresException postgres => $" {postgres.SqlState}",
        SqliteException sqlite => $" {sqlite.SqliteErrorCode}",
        _ => string.Empty,
    } + (failure.InnerException is { } inner and not System.Net.Sockets.SocketException and not IOException ? $" > {NameOf(inner)}" : string.Empty);

    private async Task<Exception?> TryAsync(int mine)
    {
        try
        {
            await ExecuteAsync(mine, default);
            return null;
        }
#pragma warning disable CA1031 // which exceptions there are is what is asked
        catch (Exception failure) when (failure is not Xunit.Sdk.XunitException)
#pragma warning restore CA1031
        {
            string name = NameOf(failure);
            Failures[name] = Failures.GetValueOrDefault(name) + 1;
            return failure;
        }
    }

    /// <summary>Every fourth call records activities, the others come and go, with notes of some length.</summary>
    private async Task ExecuteAsync(int mine, CancellationToken cancellationToken)
    {
        string id = $"c{mine}";
        PersonId person = new($"person {mine / 4}");
        if (mine % 4 == 3)
        {
            Activity[] some = [.. Enumerable.Range(0, 5).Select(n => new Activity(Worker.Agile, person, DateTimeOffset.UnixEpoch.AddYears(50).AddSeconds(mine), Act.Post) { Id = new ActivityId($"{id}/{n}") })];
            (await worker.Stores.Activities.AppendAsync(some, cancellationToken)).OrThrow();
            acknowledged[id] = 5;
            return;
        }

        Command command = (mine % 4) switch
        {
            0 => new JoinCommunity(Worker.Agile, person, Worker.Consent),
            1 => new Rsvp(Worker.Agile, Worker.Talk, person, RsvpAnswer.Yes),
            _ => new LeaveCommunity(Worker.Agile, person, LeaveReason.Choice, note[(mine % 1_000)..]),
        };
        Decision<Committed> decision = await worker.Commands.ExecuteAsync(new CommandRequest(command, Actor.Of(person)) { CommandId = id }, cancellationToken);
        if (decision is Decision<Committed>.Accepted { Value.Entries: { Count: > 0 } entries })
        {
            acknowledged[id] = entries.Count;
        }
    }
}
