using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CommunityOfPractice.Core.Assignment;

/// <summary>For each row of a table the few columns that were cheapest for it after prices, so that most looks at a row need not read all of it.</summary>
/// <remarks>A list stays of use while prices change, because they only fall: what was left out is never cheaper than <see cref="Beyond"/>.</remarks>
internal sealed class CandidateLists<T>(CostTable<T> table) : IDisposable
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>, ISignedNumber<T>
{
    private const int Most = 64;

    private readonly Candidate<T>[] candidates = ArrayPool<Candidate<T>>.Shared.Rent(checked(table.Rows * Most));
    private readonly int[] lengths = new int[table.Rows];
    private readonly T[] beyond = Filled(table.Rows);

    /// <summary>Gets the candidates of a row, in the order of their columns.</summary>
    public ReadOnlySpan<Candidate<T>> Of(int row) => candidates.AsSpan(row * Most, lengths[row]);

    /// <summary>Gets what any column costs at least, after prices, that is not among the candidates; the least number there is when nothing is known.</summary>
    public T Beyond(int row) => beyond[row];

    public void Dispose() => ArrayPool<Candidate<T>>.Shared.Return(candidates);

    /// <summary>Lists a row anew, at the prices of now; a row whose list did not suffice gets a longer one.</summary>
    /// <remarks>The limit is the dearest of the cheapest columns of a few classes: at least as many candidates as classes, two or three times as many as a rule.</remarks>
    public void Make(int row)
    {
        (T least, T limit) = VectorScan.LeastOfClasses<T>(table.RowAt(row), table.Prices, many: lengths[row] > 0);
        if (!Take(row, limit) && !Take(row, least))
        {
            (lengths[row], beyond[row]) = (0, T.MinValue);
        }
    }

    /// <summary>Lists all columns up to a limit; not when they are too many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Take(int row, T limit)
    {
        ref T cost = ref MemoryMarshal.GetReference(table.RowAt(row));
        ref T price = ref MemoryMarshal.GetReference(table.Prices);
        Span<Candidate<T>> list = candidates.AsSpan(row * Most, Most);
        Vector256<T> most = Vector256.Create(limit);
        int count = 0;
        for (int at = 0; at < table.Stride; at += Vector256<T>.Count)
        {
            Vector256<T> found = Vector256.LoadUnsafe(ref cost, (nuint)at);
            uint cheap = Vector256.LessThanOrEqual(found - Vector256.LoadUnsafe(ref price, (nuint)at), most).ExtractMostSignificantBits();
            for (; cheap != 0; cheap &= cheap - 1)
            {
                if (count == Most)
                {
                    return false;
                }

                int column = at + BitOperations.TrailingZeroCount(cheap);
                list[count++] = new(column, Unsafe.Add(ref cost, column));
            }
        }

        (lengths[row], beyond[row]) = (count, limit + T.One);
        return true;
    }

    private static T[] Filled(int rows)
    {
        T[] all = new T[rows];
        Array.Fill(all, T.MinValue);
        return all;
    }
}
