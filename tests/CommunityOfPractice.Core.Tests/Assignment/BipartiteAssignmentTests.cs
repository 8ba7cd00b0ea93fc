using System.Text.Json;
using CommunityOfPractice.Core.Assignment;
using CommunityOfPractice.Core.Tests.Oracles;

namespace CommunityOfPractice.Core.Tests.Assignment;

public sealed class BipartiteAssignmentTests
{
    private const long Forbidden = BipartiteAssignment.Forbidden;
    private static readonly long[] Costs = [4, 1, 3, 2, 0, 5, 3, 2, 2];

    [Fact]
    public void Table_OfThree()
    {
        TableAssignment least = BipartiteAssignment.Minimum(Costs, 3, 3), greatest = BipartiteAssignment.Maximum(Costs, 3, 3);

        Assert.Equal([1, 0, 2], least.Partners);
        Assert.Equal((5, 11), (least.Total, greatest.Total));
        Assert.True(BipartiteAssignment.VerifyMinimum(Costs, least).IsProven && BipartiteAssignment.VerifyMaximum(Costs, greatest).IsProven);
        Assert.False(BipartiteAssignment.VerifyMaximum(Costs, least).IsProven);
    }

    [Fact]
    public void ForbiddenPairs_AreNotMade_EvenIfNobodyIsLeftToPairWith()
    {
        long[] values = [Forbidden, 9, Forbidden, 8];
        TableAssignment best = BipartiteAssignment.Maximum(values, 2, 2);

        Assert.Equal([1, -1], best.Partners);
        Assert.Equal((9, 1), (best.Total, best.PairCount));
    }

    [Fact]
    public void MorePairs_ComeFirst_UnlessOnlyTheTotalCounts()
    {
        long[] values = [9, 1, 8, Forbidden];

        Assert.Equal([1, 0], BipartiteAssignment.Maximum(values, 2, 2).Partners);
        Assert.Equal([0, -1], BipartiteAssignment.Maximum([9, -1, 8, Forbidden], 2, 2, mostPairs: false).Partners);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [Trait("Law", "49")]
    public void Law49_SmallTables_AgreeWithTryingAll(int seed)
    {
        Random random = new(seed);
        for (int i = 0; i < 1000; i++)
        {
            (long[] values, int rows, int columns) = Draw(random, 7, random.Next(3) * 0.3);
            bool greatest = random.Next(2) == 0, mostPairs = random.Next(2) == 0;
            TableAssignment found = Proven(values, rows, columns, greatest, mostPairs);
            (int pairs, long total) = Best(values, rows, columns, greatest ? 1 : -1, mostPairs);

            Assert.Equal(total, found.Total);
            Assert.True(!mostPairs || pairs == found.PairCount);
        }
    }

    [Fact]
    [Trait("Law", "49")]
    public void Law49_LargerTables_CarryTheirProof_AndOrderDoesNotMatter()
    {
        Random random = new(4);
        for (int i = 0; i < 60; i++)
        {
            (long[] values, int rows, int columns) = Draw(random, 70, random.Next(2) * 0.5);
            long[] turned = [.. Enumerable.Range(0, columns).SelectMany(c => Enumerable.Range(0, rows).Select(r => values[(r * columns) + c]))];
            long total = Proven(values, rows, columns, true, true).Total;

            Assert.Equal(total, Proven(turned, columns, rows, true, true).Total);
            Assert.Equal(-total, Proven([.. values.Select(v => v == Forbidden ? v : -v)], rows, columns, false, true).Total);
        }
    }

    [Fact]
    public void LargeValues_AreExact_AndTooLargeOnesRefused()
    {
        long large = (1L << 57) + 1;
        long[] values = [large, large + 1, large + 2, large];

        Assert.Equal((2 * large) + 3, Proven(values, 2, 2, true, true).Total);
        Assert.Equal(2 * large, Proven(values, 2, 2, false, true).Total);
        Assert.Throws<ArgumentOutOfRangeException>(() => BipartiteAssignment.Maximum([long.MaxValue], 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => BipartiteAssignment.Minimum([long.MinValue + 1], 1, 1));
        Assert.Throws<ArgumentException>(() => BipartiteAssignment.Minimum([1, 2, 3], 2, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => BipartiteAssignment.Minimum([], -1, 0));
    }

    [Fact]
    public void EveryDamage_IsNoticed()
    {
        long[] values = [4, 1, 3, 2, 0, Forbidden, 3, 2, 2, 7, 8, 1];
        TableAssignment good = Proven(values, 4, 3, true, true);
        int[] mates = good.Partners.ToArray();
        Refused(new(mates, 3, good.Total + 1, good.PairBonus, good.RowDuals, good.ColumnDuals));
        Refused(new(mates, 3, good.Total, good.PairBonus, good.RowDuals[1..], good.ColumnDuals));
        Refused(new([.. Enumerable.Repeat(mates[0], 4)], 3, good.Total, good.PairBonus, good.RowDuals, good.ColumnDuals));
        Refused(new([-1, -1, -1, -1], 3, 0, good.PairBonus, good.RowDuals, good.ColumnDuals));
        Refused(new([-1, 2, 0, 1], 3, 0, good.PairBonus, good.RowDuals, good.ColumnDuals));
        Refused(new([0, 1, 2, 3], 3, 0, good.PairBonus, good.RowDuals, good.ColumnDuals));
        foreach (long change in (long[])[-1, 1, long.MaxValue - 2])
        {
            for (int row = 0; row < 4; row++)
            {
                long[] duals = good.RowDuals.ToArray();
                duals[row] += change;
                Refused(new(mates, 3, good.Total, good.PairBonus, duals, good.ColumnDuals));
            }

            for (int column = 0; column < 3; column++)
            {
                long[] duals = good.ColumnDuals.ToArray();
                duals[column] += change;
                Refused(new(mates, 3, good.Total, good.PairBonus, good.RowDuals, duals));
            }
        }

        void Refused(TableAssignment damaged) => Assert.NotEmpty(BipartiteAssignment.VerifyMaximum(values, damaged).Faults.ToArray());
    }

    [PythonFact("scipy", "numpy")]
    [Trait("Category", "Slow")]
    [Trait("Law", "49")]
    public void Law49_Scipy_FindsTheSameTotals()
    {
        Random random = new(20260103);
        (long[] Values, int Rows, int Columns, bool Greatest)[] cases = [.. Enumerable.Range(0, 2000).Select(i =>
        {
            (long[] values, int rows, int columns) = Draw(random, i < 1900 ? 12 : 120, 0);
            return (values, rows, columns, random.Next(2) == 0);
        })];
        JsonElement[] answers = PythonOracle.Ask("assignment.py", [.. cases.Select(c => new { c.Values, c.Rows, c.Columns, c.Greatest })]);

        Assert.All(cases.Zip(answers), pair => Assert.Equal(
            pair.Second.GetProperty("total").GetInt64(), Proven(pair.First.Values, pair.First.Rows, pair.First.Columns, pair.First.Greatest, true).Total));
    }

    private static (long[] Values, int Rows, int Columns) Draw(Random random, int most, double forbidden)
    {
        int rows = random.Next(0, most + 1), columns = random.Next(0, most + 1), range = ((int[])[1, 3, 20, 1000, 1_000_000, 1_000_000_000])[random.Next(6)];
        return ([.. Enumerable.Range(0, rows * columns).Select(_ => random.NextDouble() < forbidden ? Forbidden : random.Next(random.Next(3) == 0 ? -range : 0, range + 1))], rows, columns);
    }

    private static TableAssignment Proven(long[] values, int rows, int columns, bool greatest, bool mostPairs)
    {
        TableAssignment found = greatest ? BipartiteAssignment.Maximum(values, rows, columns, mostPairs) : BipartiteAssignment.Minimum(values, rows, columns, mostPairs);
        Verification proof = greatest ? BipartiteAssignment.VerifyMaximum(values, found, mostPairs) : BipartiteAssignment.VerifyMinimum(values, found, mostPairs);
        Assert.True(proof.IsProven, string.Join(" ", proof.Faults.ToArray()));
        return found;
    }

    private static (int Pairs, long Total) Best(long[] values, int rows, int columns, int sign, bool mostPairs)
    {
        (int pairs, long total) = From(0, 0);
        return (pairs, sign * total);

        (int, long) From(int row, int used)
        {
            if (row == rows)
            {
                return default;
            }

            (int, long) best = From(row + 1, used);
            for (int column = 0; column < columns; column++)
            {
                if ((used & (1 << column)) == 0 && values[(row * columns) + column] != Forbidden)
                {
                    (int count, long sum) = From(row + 1, used | (1 << column));
                    (int, long) found = (count + 1, sum + (sign * values[(row * columns) + column]));
                    best = (mostPairs ? found.CompareTo(best) > 0 : found.Item2 > best.Item2) ? found : best;
                }
            }

            return best;
        }
    }
}
