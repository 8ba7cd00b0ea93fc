using System.Diagnostics.CodeAnalysis;

namespace CommunityOfPractice.Testing;

/// <summary>What a rule expects; anything else is a <see cref="RuleBrokenException"/>.</summary>
internal static class Expect
{
    public static void That([DoesNotReturnIf(false)] bool holds, string found)
    {
        if (!holds)
        {
            throw new RuleBrokenException(found);
        }
    }

    public static void Equal<T>(T expected, T actual, string what) =>
        That(EqualityComparer<T>.Default.Equals(expected, actual), $"{what}: expected {Told(expected)}, found {Told(actual)}");

    public static void Same<T>(IEnumerable<T> expected, IEnumerable<T> actual, string what)
    {
        T[] wanted = [.. expected], found = [.. actual];
        int at = 0;
        while (at < wanted.Length && at < found.Length && EqualityComparer<T>.Default.Equals(wanted[at], found[at]))
        {
            at++;
        }

        string Item(T[] items) => at < items.Length ? Told(items[at]) : "the end";
        That(at == wanted.Length && at == found.Length, $"{what}: {wanted.Length} expected, {found.Length} found; item {at} is to be {Item(wanted)}, and is {Item(found)}");
    }

    /// <summary>An exception of the given type and of no other; misuse and cancellation are thrown, whether at once or when awaited.</summary>
    public static async Task ThrowsAsync<TException>(Func<Task> call, string what)
        where TException : Exception
    {
        try
        {
            await call().ConfigureAwait(false);
        }
        catch (TException)
        {
            return;
        }
        catch (Exception other) when (other is not RuleBrokenException)
        {
            throw new RuleBrokenException($"{what}: {typeof(TException).Name} expected, {other.GetType().Name} thrown ({other.Message})");
        }

        throw new RuleBrokenException($"{what}: {typeof(TException).Name} expected, nothing thrown");
    }

    public static async Task<List<T>> ReadAsync<T>(IAsyncEnumerable<T> items)
    {
        List<T> all = [];
        await foreach (T item in items.ConfigureAwait(false))
        {
            all.Add(item);
        }

        return all;
    }

    /// <summary>Reads one item, lets something happen, and reads the rest.</summary>
    public static async Task<List<T>> ReadAroundAsync<T>(IAsyncEnumerable<T> items, Func<Task> meanwhile)
    {
        List<T> all = [];
        await foreach (T item in items.ConfigureAwait(false))
        {
            all.Add(item);
            if (all.Count == 1)
            {
                await meanwhile().ConfigureAwait(false);
            }
        }

        return all;
    }

    /// <summary>A reading stops when its token is cancelled before it begins, and after the first item.</summary>
    public static async Task StopsAsync<T>(Func<CancellationToken, IAsyncEnumerable<T>> read, string what)
    {
        await ThrowsAsync<OperationCanceledException>(() => ReadAsync(read(new CancellationToken(canceled: true))), $"{what}, cancelled before").ConfigureAwait(false);
        using CancellationTokenSource source = new();
        await ThrowsAsync<OperationCanceledException>(() => ReadAroundAsync(read(source.Token), source.CancelAsync), $"{what}, cancelled after the first item").ConfigureAwait(false);
    }

    private static string Told<T>(T value) => StoreText.Told(value) is { } text ? text.Length > 400 ? text[..400] + "…" : text : "nothing";
}
