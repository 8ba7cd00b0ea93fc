using CommunityOfPractice.Core.Communities;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>What both databases are tried with.</summary>
internal static class FaultTrials
{
    /// <summary>A cancelled call has left nothing, whenever it was cancelled; the others are there.</summary>
    public static async Task CancelledAsync(TestDatabase database, ITestOutputHelper output)
    {
        await database.EmptyAsync();
        CountedCancellation events = new();
        TriedHost host = new(new InterceptedDatabase(database, retries: false, events));
        await host.PrepareAsync();
        Assert.Null(await host.PutAsync(40)); // compiled and warm
        int before = events.Count;
        long begin = TimeProvider.System.GetTimestamp();
        Assert.Null(await host.PutAsync(40));
        TimeSpan one = TimeProvider.System.GetElapsedTime(begin) / 40;
        int most = (events.Count - before) * 3 / 80;

        // at any moment, as many as it takes; then at counted events, which are the same on a machine with more to do
        int random = await host.PutCancelledAsync(200, 1.5 * one), counted = await host.PutCancelledAsync(200, events, most);
        Assert.InRange(counted, 20, 199);
        Assert.Null(await host.PutAsync(8));
        await host.CheckAsync();
        output.WriteLine($"200 calls of {one.TotalMilliseconds:F1} ms, cancelled within {1.5 * one.TotalMilliseconds:F1} ms: {random} cancelled and not there");
        output.WriteLine($"200 calls cancelled at one of their first {most} events: {counted} cancelled and not there; {host.Acknowledged} acknowledged and there");
    }

    /// <summary>Around the library: two entries with one version, and two activities with one id, are refused by the database.</summary>
    public static async Task GuaranteesAsync(TestDatabase database, Action<Exception?> isAKeyViolation)
    {
        await database.EmptyAsync();
        TriedHost host = new(database);
        await host.PrepareAsync();
        Assert.Null(await host.PutAsync(4));
        async Task RefusedAsync(object row)
        {
            await using CommunityOfPracticeContext context = database.CreateDbContext();
            context.Add(row);
            isAKeyViolation((await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync())).InnerException);
        }

        await RefusedAsync(new JournalRow { Community = Worker.Agile.Text, Version = 3, Line = "{}" });
        await RefusedAsync(new JournalHeadRow { Community = Worker.Agile.Text, Version = 3 });
        await RefusedAsync(new ActivityRow { Community = "other", Person = "somebody", At = 1, Act = 1, Id = "c3/0" });
        await host.CheckAsync();

        // without an id, as many as there are
        await using CommunityOfPracticeContext free = database.CreateDbContext();
        free.AddRange(Enumerable.Range(0, 2).Select(_ => new ActivityRow { Community = "other", Person = "somebody", At = 1, Act = 1 }));
        Assert.Equal(2, await free.SaveChangesAsync());
    }
}
