namespace CommunityOfPractice.Core.Statistics;

/// <summary>A relation that readers of a table know: one cell is the sum of others.</summary>
/// <remarks>Immutable. Cells are known by their places in the table.</remarks>
public sealed class CellSum
{
    /// <summary>Creates a relation.</summary>
    /// <param name="total">The place of the cell that is the sum.</param>
    /// <param name="parts">The places of the cells that are added up, each once; one or more, without the total.</param>
    /// <exception cref="ArgumentOutOfRangeException">A place is negative.</exception>
    /// <exception cref="ArgumentException">There is no part, a part stands twice, or the total is among them.</exception>
    public CellSum(int total, ReadOnlySpan<int> parts)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        HashSet<int> seen = [total];
        foreach (int part in parts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(part, nameof(parts));
            if (!seen.Add(part))
            {
                throw new ArgumentException($"The cell {part} stands twice in one sum.", nameof(parts));
            }
        }

        if (parts.IsEmpty)
        {
            throw new ArgumentException("A sum has a part.", nameof(parts));
        }

        Total = total;
        Parts = parts.ToArray();
    }

    /// <summary>Gets the place of the cell that is the sum.</summary>
    /// <value>Zero or more.</value>
    public int Total { get; }

    /// <summary>Gets the places of the cells that are added up.</summary>
    /// <value>Distinct, one or more.</value>
    public IReadOnlyList<int> Parts { get; }

    /// <summary>All places in the relation.</summary>
    internal IEnumerable<int> Cells => Parts.Append(Total);
}
