using System.Numerics;
using System.Runtime.CompilerServices;

namespace CommunityOfPractice.Core.Assignment;

/// <summary>The places of all receivers, each with who holds it and how much that one is wanted; a heap for each receiver, the least wanted first.</summary>
/// <remarks>Score and holder are one key: the score above, below it the number turned round, so that of equal scores the lower number is wanted more.</remarks>
/// <typeparam name="TKey">Wide enough for a score and 32 bits.</typeparam>
internal sealed class Places<TKey>
    where TKey : unmanaged, IBinaryInteger<TKey>
{
    private readonly int[] starts;
    private readonly int[] taken;
    private readonly TKey[] keys;

    /// <summary>Makes empty places.</summary>
    /// <param name="rooms">How many places each receiver has.</param>
    public Places(ReadOnlySpan<int> rooms)
    {
        taken = new int[rooms.Length];
        starts = new int[rooms.Length + 1];
        for (int receiver = 0; receiver < rooms.Length; receiver++)
        {
            starts[receiver + 1] = checked(starts[receiver] + rooms[receiver]);
        }

        keys = new TKey[starts[^1]];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TKey KeyOf(long score, int who) => (TKey.CreateTruncating(score) << 32) | TKey.CreateTruncating(~(uint)who);

    public static long ScoreOf(TKey key) => long.CreateTruncating(key >> 32);

    public static int HolderOf(TKey key) => (int)~uint.CreateTruncating(key);

    public bool IsFull(int receiver) => taken[receiver] == starts[receiver + 1] - starts[receiver];

    /// <summary>Fetches the places of a receiver that somebody will soon compete for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Expect(int receiver)
    {
        int first = starts[receiver];
        if (first < keys.Length)
        {
            Cache.Expect(ref keys[first]);
        }
    }

    /// <summary>Lets somebody compete for a place.</summary>
    /// <param name="receiver">The receiver.</param>
    /// <param name="key">Who, and how much it is wanted.</param>
    /// <param name="without">Who goes without; unset when nobody does.</param>
    /// <returns>Whether somebody goes without: the one that competes or another.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Compete(int receiver, TKey key, out TKey without)
    {
        Span<TKey> heap = keys.AsSpan(starts[receiver], starts[receiver + 1] - starts[receiver]);
        int holders = taken[receiver];
        if (holders < heap.Length)
        {
            taken[receiver] = holders + 1;
            Rise(heap, holders, key);
            without = default;
            return false;
        }

        if (heap.IsEmpty || key < heap[0])
        {
            without = key;
            return true;
        }

        without = heap[0];
        Sink(heap, key);
        return true;
    }

    private static void Rise(Span<TKey> heap, int hole, TKey key)
    {
        while (hole > 0 && key < heap[(hole - 1) >> 1])
        {
            heap[hole] = heap[(hole - 1) >> 1];
            hole = (hole - 1) >> 1;
        }

        heap[hole] = key;
    }

    private static void Sink(Span<TKey> heap, TKey key)
    {
        int hole = 0;
        for (int child = 1; child < heap.Length; child = (2 * hole) + 1)
        {
            child += child + 1 < heap.Length && heap[child + 1] < heap[child] ? 1 : 0;
            if (heap[child] >= key)
            {
                break;
            }

            heap[hole] = heap[child];
            hole = child;
        }

        heap[hole] = key;
    }
}
