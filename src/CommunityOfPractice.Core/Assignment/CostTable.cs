using System.Numerics;
using System.Runtime.Intrinsics;

namespace CommunityOfPractice.Core.Assignment;

/// <summary>A table of costs with no more rows than columns, the prices of its columns, and who has whom so far.</summary>
/// <remarks>Rows are filled up to whole vectors with <see cref="Far"/>. A price only ever falls once rows are listed, so a reduced cost (cost minus price) only ever rises.</remarks>
internal sealed class CostTable<T>
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>, ISignedNumber<T>
{
    private readonly T[] costs;
    private readonly T[] prices;
    private readonly T[] paid;
    private readonly int[] rowOf;
    private readonly int[] columnOf;

    /// <summary>Makes an empty table; its costs are written afterwards, into <see cref="RowAt"/>.</summary>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="columns">How many columns there are, no fewer.</param>
    /// <param name="costs">Room for rows times <see cref="StrideOf"/> costs, with anything in it.</param>
    public CostTable(int rows, int columns, T[] costs)
    {
        (Rows, Columns, Stride, this.costs) = (rows, columns, StrideOf(columns), costs);
        prices = new T[Stride];
        paid = new T[rows];
        rowOf = new int[Stride];
        columnOf = new int[rows];
        for (int row = 0; row < rows; row++)
        {
            RowAt(row)[columns..].Fill(Far);
        }

        Array.Fill(rowOf, -1);
        Array.Fill(columnOf, -1);
    }

    /// <summary>Gets what stands for no column at all.</summary>
    public static T Far => T.MaxValue >> 1;

    /// <summary>Gets more than any distance, and less than what is computed for a column that is shut.</summary>
    public static T Bound => T.MaxValue >> 2;

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>Gets how long a row is with its filling.</summary>
    public int Stride { get; }

    /// <summary>Gets the dual of each column; behind the last one there is filling.</summary>
    public Span<T> Prices => prices;

    /// <summary>Gets for each column its row, or -1.</summary>
    public ReadOnlySpan<int> RowOf => rowOf;

    /// <summary>Gets for each row its column, or -1.</summary>
    public ReadOnlySpan<int> ColumnOf => columnOf;

    public static int StrideOf(int columns) => (columns + Vector256<T>.Count - 1) / Vector256<T>.Count * Vector256<T>.Count;

    public Span<T> RowAt(int row) => costs.AsSpan(row * Stride, Stride);

    public T CostOf(int row, int column) => costs[(row * Stride) + column];

    public void Put(int row, int column, T cost) => costs[(row * Stride) + column] = cost;

    public void Match(int row, int column, T cost) => (rowOf[column], columnOf[row], paid[row]) = (row, column, cost);

    /// <summary>Takes a row's column from it; the column has got another row before.</summary>
    public void Displace(int row) => columnOf[row] = -1;

    /// <summary>The dual of a row that has a column: the least that it would cost anywhere, after prices.</summary>
    public T DualOf(int row) => paid[row] - prices[columnOf[row]];
}
