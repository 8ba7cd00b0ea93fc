using System.Collections;

namespace CommunityOfPractice.Testing;

/// <summary>Items of which one has to be waited for: whoever goes through them without a lock meets the others who do.</summary>
internal sealed class Unhurried<T>(T[] items) : IReadOnlyCollection<T>
{
    public int Count => items.Length;

    public IEnumerator<T> GetEnumerator()
    {
        for (int i = 0; i < items.Length; i++)
        {
            if (i == items.Length / 2)
            {
                Thread.Sleep(1);
            }

            yield return items[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
