using System.Diagnostics;

namespace CommunityOfPractice.Testing;

/// <summary>What a rule has at hand: new stores, chance, a token.</summary>
internal sealed class Trial<TStore>(Func<CancellationToken, ValueTask<TStore>> create, ConformanceOptions options, string rule, CancellationToken token)
{
    public ConformanceOptions Options => options;

    public CancellationToken Token => token;

    /// <summary>Chance that follows from the seed and the rule, whichever other rules are tried.</summary>
    public int Seed { get; } = rule.Aggregate(options.Seed, (hash, letter) => unchecked((hash * 31) + letter));

    /// <summary>A new, empty store; the one before is used no more.</summary>
    public async Task<TStore> NewAsync()
    {
        token.ThrowIfCancellationRequested();
        try
        {
            return await create(token).ConfigureAwait(false) ?? throw new InvalidOperationException("create returned null.");
        }
#pragma warning disable CA1031 // whatever is thrown here is no fault of the rule that is tried
        catch (Exception thrown) when (!token.IsCancellationRequested)
#pragma warning restore CA1031
        {
            throw new NoStoreException(thrown);
        }
    }

    /// <summary>Lets callers act at the same time, each a number of rounds: on threads of their own, which begin every round together.</summary>
    public async Task TogetherAsync(Func<int, int, Task> act, int? rounds = null)
    {
        using Barrier barrier = new(options.Callers);
        await Task.WhenAll(Enumerable.Range(0, options.Callers).Select(caller => Task.Factory.StartNew(
            () => Act(barrier, round => act(caller, round), rounds ?? options.Rounds), token, TaskCreationOptions.LongRunning, TaskScheduler.Default))).ConfigureAwait(false);
    }

    /// <summary>Does something again and again, larger each time, as long as that is quick: a fast store is hit often enough, a slow one once.</summary>
    public async Task WhileQuickAsync(Func<int, Task> act)
    {
        const int Largest = 32;
        TimeSpan enough = TimeSpan.FromTicks(Math.Min(TimeSpan.TicksPerSecond / 4, options.Patience.Ticks / 20));
        long began = Stopwatch.GetTimestamp();
        int times = 1;
        do
        {
            await act(times).ConfigureAwait(false);
            times = Math.Min(2 * times, Largest);
        }
        while (Stopwatch.GetElapsedTime(began) < enough);
    }

    private void Act(Barrier barrier, Func<int, Task> act, int rounds)
    {
        try
        {
            for (int round = 0; round < rounds; round++)
            {
                barrier.SignalAndWait(token);
                act(round).GetAwaiter().GetResult();
            }
        }
        finally
        {
            barrier.RemoveParticipant(); // whoever fails keeps nobody waiting
        }
    }
}
