using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CommunityOfPractice.Core.Assignment;

/// <summary>Gives each column the least of its costs as its price, and to the row with that cost when that is still free.</summary>
/// <remarks>Rows are told one by one, as soon as they are written, while they are in the cache. With fewer rows than columns nothing is done: the price of a free column has to be 0.</remarks>
internal sealed class ColumnReduction<T>(CostTable<T> table)
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>, ISignedNumber<T>
{
    private readonly T[] cheapest = new T[table.Stride];

    /// <summary>Looks at the next row; the first one first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(int row)
    {
        if (table.Rows < table.Columns)
        {
            return;
        }

        if (row == 0)
        {
            table.RowAt(0).CopyTo(table.Prices);
            return;
        }

        ref T price = ref MemoryMarshal.GetReference(table.Prices);
        ref T least = ref MemoryMarshal.GetArrayDataReference(cheapest);
        ref T cost = ref MemoryMarshal.GetReference(table.RowAt(row));
        Vector256<T> here = Vector256.Create(T.CreateTruncating(row));
        for (nuint at = 0; at < (nuint)table.Stride; at += (nuint)Vector256<T>.Count)
        {
            Vector256<T> found = Vector256.LoadUnsafe(ref cost, at);
            Vector256<T> before = Vector256.LoadUnsafe(ref price, at);
            Vector256.ConditionalSelect(Vector256.LessThan(found, before), here, Vector256.LoadUnsafe(ref least, at)).StoreUnsafe(ref least, at);
            Vector256.Min(found, before).StoreUnsafe(ref price, at);
        }
    }

    /// <summary>After the last row: assigns.</summary>
    public void Assign()
    {
        if (table.Rows < table.Columns)
        {
            return;
        }

        table.Prices[table.Columns..].Clear();
        for (int column = table.Columns - 1; column >= 0; column--)
        {
            int row = int.CreateTruncating(cheapest[column]);
            if (table.ColumnOf[row] < 0)
            {
                table.Match(row, column, table.Prices[column]);
            }
        }
    }
}
