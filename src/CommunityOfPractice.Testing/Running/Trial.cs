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
        return await create(token).ConfigureAwait(false);
    }

    /// <summary>Lets callers act at the same time, each a number of rounds.</summary>
    public Task TogetherAsync(Func<int, int, Task> act, int? rounds = null) => Task.WhenAll(Enumerable.Range(0, options.Callers).Select(caller => Task.Run(
        async () =>
        {
            for (int round = 0; round < (rounds ?? options.Rounds); round++)
            {
                token.ThrowIfCancellationRequested();
                await act(caller, round).ConfigureAwait(false);
            }
        },
        token)));
}
