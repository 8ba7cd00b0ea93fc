using System.Runtime.CompilerServices;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>Where the delimiters, quotes and line ends of a window stand.</summary>
/// <remarks>Found in sweeps of some thousand bytes, 32 at a time: a search of its own for each cell, short as cells are, costs several times as much.</remarks>
internal sealed class CsvStops(byte delimiter)
{
    private const int SweepLength = 1 << 13;

    private readonly int[] positions = new int[SweepLength];
    private byte[] window = [];
    private int end;
    private int begin;
    private int swept;
    private int count;
    private int next;

    /// <summary>Takes up a window.</summary>
    public void Use(byte[] window, int start, int end)
    {
        (this.window, this.end) = (window, end);
        Forget(start);
    }

    /// <summary>The first stop at or after a place; the end of the window when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int From(int at)
    {
        if (at < begin)
        {
            Forget(at);
        }

        while (next > 0 && positions[next - 1] >= at)
        {
            next--;
        }

        while (true)
        {
            while (next < count && positions[next] < at)
            {
                next++;
            }

            if (next < count)
            {
                return positions[next];
            }

            if (swept == end)
            {
                return end;
            }

            Sweep();
        }
    }

    /// <summary>The next stops at or after a place; none when they have not all been found yet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlySpan<int> Next(int at, int wanted)
    {
        if (From(at) < end && next + wanted > count && swept < end)
        {
            Forget(at);
            swept = at;
            Sweep();
        }

        return next + wanted <= count ? positions.AsSpan(next, wanted) : default;
    }

    /// <summary>Passes over stops that were taken.</summary>
    public void Pass(int stops) => next += stops;

    private void Forget(int from) => (begin, swept, count, next) = (from, from, 0, 0);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sweep()
    {
        Forget(swept);
        swept = Math.Min(end, begin + SweepLength);
        ReadOnlySpan<byte> bytes = window.AsSpan(0, swept);
        Span<int> found = positions;
        Vector256<byte> first = Vector256.Create(delimiter), second = Vector256.Create((byte)'"'), third = Vector256.Create((byte)'\n'), fourth = Vector256.Create((byte)'\r');
        int at = begin, added = 0;
        for (; swept - at >= Vector256<byte>.Count; at += Vector256<byte>.Count)
        {
            Vector256<byte> some = Vector256.Create(bytes[at..]);
            uint stops = (Vector256.Equals(some, first) | Vector256.Equals(some, second) | Vector256.Equals(some, third) | Vector256.Equals(some, fourth)).ExtractMostSignificantBits();
            for (; stops != 0; stops &= stops - 1)
            {
                found[added++] = at + BitOperations.TrailingZeroCount(stops);
            }
        }

        for (; at < swept; at++)
        {
            if (bytes[at] == delimiter || bytes[at] is (byte)'"' or (byte)'\n' or (byte)'\r')
            {
                found[added++] = at;
            }
        }

        count = added;
    }
}
