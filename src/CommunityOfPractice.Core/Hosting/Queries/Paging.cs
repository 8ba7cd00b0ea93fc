using System.Runtime.CompilerServices;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Reads a list of the directory page by page, for readers who leave some of it out and do not know how far they will read.</summary>
internal static class Paging
{
    private const int Least = 100, Most = 1000;

    public static async IAsyncEnumerable<T> ReadAsync<T, TKey>(
        Func<TKey?, int, IAsyncEnumerable<T>> page, Func<T, TKey> key, TKey? after, int wanted, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TKey : struct
    {
        int size = Math.Clamp(wanted, Least, Most);
        for (int read = size; read == size;)
        {
            read = 0;
            await foreach (T item in page(after, size).WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                read++;
                after = key(item);
                yield return item;
            }
        }
    }
}
