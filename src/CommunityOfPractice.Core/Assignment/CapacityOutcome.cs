namespace CommunityOfPractice.Core.Assignment;

/// <summary>What a solver of a problem with capacities found: the pairs by ascending rows and columns, their weight without bonuses, and the prices.</summary>
internal sealed record CapacityOutcome(int[] Rows, int[] Columns, long Total, long[] RowDuals, long[] ColumnDuals);
