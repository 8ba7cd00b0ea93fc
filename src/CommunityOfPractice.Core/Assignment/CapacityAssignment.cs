namespace CommunityOfPractice.Core.Assignment;

/// <summary>Pairs of rows and columns within their capacities, and the certificate that no others weigh more.</summary>
/// <remarks>
/// <para>The certificate is a price for a place of each row and column, zero or more: <c>row + column ≥ weight + bonus</c> for each pair that is not made. What a made pair is
/// worth beyond its two prices is its own. No choice can be worth more than all places and these margins together, and this one is worth as much.</para>
/// <para>Where the number of pairs comes first, a cut proves it: pairs can only be made of a row outside the cut's rows, or with a column of the cut's columns, or from
/// a row of the cut to a column outside; these capacities add up to the number of pairs (Ford and Fulkerson 1956).</para>
/// <para>Immutable; compared by reference.</para>
/// </remarks>
public sealed class CapacityAssignment
{
    private readonly int[] rows;
    private readonly int[] columns;
    private readonly long[] rowDuals;
    private readonly long[] columnDuals;
    private readonly int[] cutRows;
    private readonly int[] cutColumns;

    /// <summary>Makes an assignment, so that one that comes from elsewhere can be checked.</summary>
    /// <param name="rows">The row of each pair.</param>
    /// <param name="columns">The column of each pair.</param>
    /// <param name="totalWeight">The sum of the weights of the pairs.</param>
    /// <param name="pairBonus">What was added to each weight; see <see cref="PairBonus"/>.</param>
    /// <param name="rowDuals">The price of a place of each row.</param>
    /// <param name="columnDuals">The price of a place of each column.</param>
    /// <param name="cutRows">The rows of the cut; see <see cref="CutRows"/>.</param>
    /// <param name="cutColumns">The columns of the cut; see <see cref="CutColumns"/>.</param>
    public CapacityAssignment(
        ReadOnlySpan<int> rows,
        ReadOnlySpan<int> columns,
        long totalWeight,
        long pairBonus,
        ReadOnlySpan<long> rowDuals,
        ReadOnlySpan<long> columnDuals,
        ReadOnlySpan<int> cutRows,
        ReadOnlySpan<int> cutColumns)
    {
        this.rows = rows.ToArray();
        this.columns = columns.ToArray();
        this.rowDuals = rowDuals.ToArray();
        this.columnDuals = columnDuals.ToArray();
        this.cutRows = cutRows.ToArray();
        this.cutColumns = cutColumns.ToArray();
        TotalWeight = totalWeight;
        PairBonus = pairBonus;
    }

    /// <summary>Gets the row of each pair.</summary>
    /// <value>In a result of the solver ascending.</value>
    public ReadOnlySpan<int> Rows => rows;

    /// <summary>Gets the column of each pair.</summary>
    /// <value>As long as <see cref="Rows"/>; in a result of the solver ascending for the same row.</value>
    public ReadOnlySpan<int> Columns => columns;

    /// <summary>Gets the sum of the weights of the pairs.</summary>
    /// <value>In the unit of the weights.</value>
    public long TotalWeight { get; }

    /// <summary>Gets what was added to each weight so that more pairs beat any weight.</summary>
    /// <value>Zero when only the weight counts.</value>
    public long PairBonus { get; }

    /// <summary>Gets the price of a place of each row.</summary>
    /// <value>Zero or more in a certificate of the solver; zero for a row with a place left.</value>
    public ReadOnlySpan<long> RowDuals => rowDuals;

    /// <summary>Gets the price of a place of each column.</summary>
    /// <value>Zero or more in a certificate of the solver; zero for a column with a place left.</value>
    public ReadOnlySpan<long> ColumnDuals => columnDuals;

    /// <summary>Gets the rows that have a place left or could be freed for one that has.</summary>
    /// <value>Ascending; empty when only the weight counts.</value>
    public ReadOnlySpan<int> CutRows => cutRows;

    /// <summary>Gets the columns that stand in the way of more pairs: all their places are taken by rows of the cut.</summary>
    /// <value>Ascending; empty when only the weight counts.</value>
    public ReadOnlySpan<int> CutColumns => cutColumns;
}
