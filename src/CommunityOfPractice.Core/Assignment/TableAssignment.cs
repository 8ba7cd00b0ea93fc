namespace CommunityOfPractice.Core.Assignment;

/// <summary>For each row of a table a column or none, no column twice, and the certificate that no other choice is better.</summary>
/// <remarks>
/// <para>The certificate is a price for each row and column, zero or more, so that for each pair that is allowed <c>row + column ≥ value + bonus</c> (of the negated
/// value where the least total is asked for). No choice can then be worth more than all prices together, and this one is worth as much.</para>
/// <para>Immutable; compared by reference.</para>
/// </remarks>
public sealed class TableAssignment
{
    private readonly int[] partners;
    private readonly long[] rowDuals;
    private readonly long[] columnDuals;

    /// <summary>Makes an assignment, so that one that comes from elsewhere can be checked.</summary>
    /// <param name="partners">For each row its column, or -1.</param>
    /// <param name="columnCount">How many columns there are.</param>
    /// <param name="total">The sum of the values of the pairs.</param>
    /// <param name="pairBonus">What was added to each value; see <see cref="PairBonus"/>.</param>
    /// <param name="rowDuals">The price of each row.</param>
    /// <param name="columnDuals">The price of each column.</param>
    public TableAssignment(ReadOnlySpan<int> partners, int columnCount, long total, long pairBonus, ReadOnlySpan<long> rowDuals, ReadOnlySpan<long> columnDuals)
    {
        this.partners = partners.ToArray();
        this.rowDuals = rowDuals.ToArray();
        this.columnDuals = columnDuals.ToArray();
        ColumnCount = columnCount;
        Total = total;
        PairBonus = pairBonus;
        PairCount = partners.Length - partners.Count(-1);
    }

    /// <summary>Gets the column of each row.</summary>
    /// <value>One number a row; -1 for none.</value>
    public ReadOnlySpan<int> Partners => partners;

    /// <summary>Gets the number of columns.</summary>
    /// <value>Zero or more.</value>
    public int ColumnCount { get; }

    /// <summary>Gets the number of pairs.</summary>
    /// <value>From 0 to the smaller side.</value>
    public int PairCount { get; }

    /// <summary>Gets the sum of the values of the pairs.</summary>
    /// <value>In the unit of the values, not negated.</value>
    public long Total { get; }

    /// <summary>Gets what was added to each value (after its sign) so that more pairs come first.</summary>
    /// <value>Zero when only the total counts.</value>
    public long PairBonus { get; }

    /// <summary>Gets the price of each row.</summary>
    /// <value>Zero or more in a certificate of the solver; zero for a row without a column.</value>
    public ReadOnlySpan<long> RowDuals => rowDuals;

    /// <summary>Gets the price of each column.</summary>
    /// <value>Zero or more in a certificate of the solver; zero for a column without a row.</value>
    public ReadOnlySpan<long> ColumnDuals => columnDuals;
}
