using CommunityOfPractice.Core.Assignment;

namespace CommunityOfPractice.Core.Tests.Assignment;

public sealed class CapacitatedAssignmentTests
{
    [Fact]
    public void APlaceForTwo_IsUsedTwice()
    {
        CapacityProblem problem = CapacityProblem.FromPairs([1, 1], [2, 1], [0, 0, 1], [0, 1, 0], [5, 4, 3]);
        CapacityAssignment best = Proven(problem, false);

        Assert.Equal([0, 1], best.Rows);
        Assert.Equal([0, 0], best.Columns);
        Assert.Equal(8, best.TotalWeight);
    }

    [Fact]
    public void MorePairs_ComeFirst_WhenAskedFor_AndTheCutSaysWhyThereAreNoMore()
    {
        CapacityProblem problem = CapacityProblem.FromPairs([1, 1, 1], [1, 1], [0, 0, 1, 2], [0, 1, 0, 0], [9, 1, 7, 8]);

        Assert.Equal([0], Proven(CapacityProblem.FromPairs([1, 1], [1], [0, 1], [0, 0], [9, 7]), false).Rows);
        CapacityAssignment most = Proven(problem, true);
        Assert.Equal((2, 9L), (most.Rows.Length, most.TotalWeight));
        Assert.Equal([1, 2], most.CutRows); // both want the one place of column 0
        Assert.Equal([0], most.CutColumns);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [Trait("Law", "58")]
    public void Law58_SmallProblems_AgreeWithTryingAll(int seed)
    {
        Random random = new(seed);
        for (int i = 0; i < 400; i++)
        {
            CapacityProblem problem = Draw(random, 4, 10);
            bool mostPairs = random.Next(2) == 0;
            CapacityAssignment found = Proven(problem, mostPairs);
            (int pairs, long total) = Best(problem, mostPairs);

            Assert.Equal(total, found.TotalWeight);
            Assert.True(!mostPairs || pairs == found.Rows.Length);
        }
    }

    [Fact]
    [Trait("Law", "58")]
    public void Law58_LargerProblems_KeepToCapacities_AndCarryTheirProof()
    {
        Random random = new(3);
        for (int i = 0; i < 100; i++)
        {
            CapacityProblem problem = Draw(random, 40, 600);
            foreach (bool mostPairs in (bool[])[false, true])
            {
                CapacityAssignment found = Proven(problem, mostPairs);
                Assert.All(found.Rows.ToArray().CountBy(r => r), load => Assert.True(load.Value <= problem.RowCapacities[load.Key]));
                Assert.All(found.Columns.ToArray().CountBy(c => c), load => Assert.True(load.Value <= problem.ColumnCapacities[load.Key]));
            }
        }
    }

    /// <summary>For both solvers: rows of one place, and a row of two.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void ATotalBeyond64Bits_IsRefused(int places)
    {
        CapacityProblem Problem(int rows) => CapacityProblem.FromPairs(
            [.. Enumerable.Repeat(places, rows)], [.. Enumerable.Repeat(1, rows)], [.. Enumerable.Range(0, rows)], [.. Enumerable.Range(0, rows)], [.. Enumerable.Repeat(CapacitatedAssignment.LargestWeight, rows)]);

        Assert.Equal(31 * CapacitatedAssignment.LargestWeight, CapacitatedAssignment.Of(Problem(31)).TotalWeight);
        Assert.Throws<OverflowException>(() => CapacitatedAssignment.Of(Problem(40)));
    }

    /// <summary>Rows of one place have a solver of their own; a row of two places without pairs sends the same problem to the general one.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [Trait("Law", "58")]
    public void Law58_BothSolvers_FindTheSame_WherePlacesAreScarceEnoughOrPlenty(int seed)
    {
        Random random = new(seed);
        for (int i = 0; i < 150; i++)
        {
            int rows = random.Next(1, 120), columns = random.Next(1, 25), places = random.Next(1, 12);
            long range = ((long[])[1, 5, 300, 1L << 40])[random.Next(4)], least = random.Next(3) == 0 ? -range : random.Next(2) * 10 * range;
            (int Row, int Column, long Weight)[] pairs = [.. Enumerable.Range(0, rows).SelectMany(row =>
                Enumerable.Range(0, random.Next(0, 9)).Select(_ => (row, (int)(columns * random.NextDouble() * random.NextDouble()), least + random.NextInt64(range + 1))))];
            int[] capacities = [.. Enumerable.Range(0, columns).Select(_ => random.Next(0, places))], single = [.. Enumerable.Repeat(1, rows)];
            CapacityProblem Problem(int[] rowCapacities) =>
                CapacityProblem.FromPairs(rowCapacities, capacities, [.. pairs.Select(p => p.Row)], [.. pairs.Select(p => p.Column)], [.. pairs.Select(p => p.Weight)]);
            foreach (bool mostPairs in (bool[])[false, true])
            {
                CapacityAssignment own = Proven(Problem(single), mostPairs), general = Proven(Problem([.. single, 2]), mostPairs);
                Assert.Equal((general.TotalWeight, mostPairs ? general.Rows.Length : 0), (own.TotalWeight, mostPairs ? own.Rows.Length : 0));
            }
        }
    }

    /// <summary>An auction may leave a place at a price that nobody pays any more: the search lowers it until somebody comes or it is free.</summary>
    [Fact]
    [Trait("Law", "58")]
    public void Law58_APlaceThatIsTooDear_IsFilledOrBecomesFree()
    {
        Random random = new(5);
        int lowered = 0;
        for (int i = 0; i < 300; i++)
        {
            int rows = random.Next(1, 30), columns = random.Next(1, 10);
            int[] row = [.. Enumerable.Range(0, rows * 3).Select(p => p / 3)], column = [.. row.Select(_ => random.Next(columns))];
            CapacityProblem problem = CapacityProblem.FromPairs([.. Enumerable.Repeat(1, rows)], [.. Enumerable.Repeat(3, columns)], row, column, [.. row.Select(_ => (long)random.Next(1, 50))]);
            PlaceMarket<int> market = new(problem, 0, 16);
            foreach (int c in Enumerable.Range(0, columns))
            {
                market.Prices[c] = random.Next(0, 800); // nobody has a place, so any prices will do
            }

            lowered += market.Prices.Count(price => price > 0);
            new PlaceSearch<int>(market).Run();
            long total = Enumerable.Range(0, rows).Where(r => market.OfferOf[r] >= 0).Sum(r => (long)market.Offers[market.OfferOf[r]].Weight);
            Assert.Equal(16 * Proven(problem, false).TotalWeight, total);
            Assert.All(Enumerable.Range(0, columns), c => Assert.True(market.Prices[c] == 0 || market.IsFull(c)));
        }

        Assert.True(lowered > 500);
    }

    /// <summary>With all capacities at one, two other solvers answer the same question.</summary>
    [Fact]
    public void CapacitiesOfOne_AreAnAssignmentOnATable_AndAMatching()
    {
        Random random = new(4);
        for (int i = 0; i < 200; i++)
        {
            int rows = random.Next(1, 20), columns = random.Next(1, 20), count = random.Next(0, rows * columns);
            int[] row = [.. Enumerable.Range(0, count).Select(_ => random.Next(rows))], column = [.. Enumerable.Range(0, count).Select(_ => random.Next(columns))];
            long[] weight = [.. Enumerable.Range(0, count).Select(_ => (long)random.Next(-5, 30))];
            long[] table = [.. Enumerable.Repeat(BipartiteAssignment.Forbidden, rows * columns)];
            for (int pair = 0; pair < count; pair++)
            {
                table[(row[pair] * columns) + column[pair]] = Math.Max(table[(row[pair] * columns) + column[pair]], weight[pair]);
            }

            CapacityProblem problem = CapacityProblem.FromPairs([.. Enumerable.Repeat(1, rows)], [.. Enumerable.Repeat(1, columns)], row, column, weight);
            WeightedGraph graph = WeightedGraph.FromEdges(rows + columns, row, [.. column.Select(c => rows + c)], weight);
            foreach (bool mostPairs in (bool[])[false, true])
            {
                CapacityAssignment found = Proven(problem, mostPairs);
                TableAssignment onTable = BipartiteAssignment.Maximum(table, rows, columns, mostPairs);
                GraphMatching matching = MaximumWeightMatching.Of(graph, mostPairs);
                Assert.Equal((onTable.Total, matching.TotalWeight), (found.TotalWeight, found.TotalWeight));
                Assert.True(!mostPairs || (onTable.PairCount == found.Rows.Length && matching.PairCount == found.Rows.Length));
            }
        }
    }

    [Fact]
    public void EveryDamage_IsNoticed()
    {
        CapacityProblem problem = CapacityProblem.FromPairs([1, 1, 1], [1, 2], [0, 0, 1, 1, 2], [0, 1, 0, 1, 0], [9, 3, 7, 6, 8]);
        CapacityAssignment good = Proven(problem, true);
        int[] rows = good.Rows.ToArray(), columns = good.Columns.ToArray();
        Refused(new(rows, columns, good.TotalWeight + 1, good.PairBonus, good.RowDuals, good.ColumnDuals, good.CutRows, good.CutColumns));
        Refused(new(rows.AsSpan(1), columns.AsSpan(1), good.TotalWeight, good.PairBonus, good.RowDuals, good.ColumnDuals, good.CutRows, good.CutColumns));
        Refused(new(rows.AsSpan(1), columns, good.TotalWeight, good.PairBonus, good.RowDuals, good.ColumnDuals, good.CutRows, good.CutColumns));
        Refused(new([0, 0, 1], columns, good.TotalWeight, good.PairBonus, good.RowDuals, good.ColumnDuals, good.CutRows, good.CutColumns));
        Refused(new(rows, columns, good.TotalWeight, good.PairBonus, good.RowDuals, good.ColumnDuals, [0], []));
        Refused(new(rows, columns, good.TotalWeight, good.PairBonus, good.RowDuals, [-1, 0], good.CutRows, good.CutColumns));
        foreach (long change in (long[])[-1_000_000, 1_000_000, long.MaxValue / 2])
        {
            for (int row = 0; row < 3; row++)
            {
                long[] duals = good.RowDuals.ToArray();
                duals[row] += change;
                Refused(new(rows, columns, good.TotalWeight, good.PairBonus, duals, good.ColumnDuals, good.CutRows, good.CutColumns));
            }
        }

        Assert.False(CapacitatedAssignment.Verify(problem, good).IsProven);

        void Refused(CapacityAssignment damaged) => Assert.False(CapacitatedAssignment.Verify(problem, damaged, true).IsProven);
    }

    [Fact]
    public void Nonsense_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => CapacityProblem.FromPairs([1], [1], [0], [0], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => CapacityProblem.FromPairs([-1], [1], [], [], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => CapacityProblem.FromPairs([1], [1], [1], [0], [5]));
        Assert.Throws<ArgumentOutOfRangeException>(() => CapacitatedAssignment.Of(CapacityProblem.FromPairs([1], [1], [0], [0], [long.MaxValue])));
    }

    private static CapacityAssignment Proven(CapacityProblem problem, bool mostPairs)
    {
        CapacityAssignment found = CapacitatedAssignment.Of(problem, mostPairs);
        Verification proof = CapacitatedAssignment.Verify(problem, found, mostPairs);
        Assert.True(proof.IsProven, string.Join(" ", proof.Faults.ToArray()));
        return found;
    }

    private static CapacityProblem Draw(Random random, int mostSide, int mostPairs)
    {
        int rows = random.Next(0, mostSide + 1), columns = random.Next(0, mostSide + 1), range = ((int[])[1, 3, 20, 1000])[random.Next(4)];
        int count = rows * columns == 0 ? 0 : random.Next(0, mostPairs + 1), most = random.Next(2, 5);
        int[] Capacities(int n, int limit) => [.. Enumerable.Range(0, n).Select(_ => random.Next(0, limit))];
        return CapacityProblem.FromPairs(
            random.Next(2) == 0 ? Capacities(rows, 3) : [.. Enumerable.Repeat(1, rows)],
            Capacities(columns, most),
            [.. Enumerable.Range(0, count).Select(_ => random.Next(rows))],
            [.. Enumerable.Range(0, count).Select(_ => random.Next(columns))],
            [.. Enumerable.Range(0, count).Select(_ => (long)random.Next(random.Next(3) == 0 ? -range : 0, range + 1))]);
    }

    private static (int Pairs, long Total) Best(CapacityProblem problem, bool mostPairs)
    {
        (int Row, int Column, long Weight)[] pairs = [.. Enumerable.Range(0, problem.RowCapacities.Length).SelectMany(r =>
            Enumerable.Range(0, problem.Columns(r).Length).Select(i => (r, problem.Columns(r)[i], problem.Weights(r)[i])))];
        (int, long) best = default;
        for (int chosen = 0; chosen < 1 << pairs.Length; chosen++)
        {
            (int Row, int Column, long Weight)[] made = [.. pairs.Where((_, i) => (chosen & (1 << i)) != 0)];
            if (made.CountBy(p => p.Row).All(l => l.Value <= problem.RowCapacities[l.Key]) && made.CountBy(p => p.Column).All(l => l.Value <= problem.ColumnCapacities[l.Key]))
            {
                (int, long) found = (made.Length, made.Sum(p => p.Weight));
                best = (mostPairs ? found.CompareTo(best) > 0 : found.Item2 > best.Item2) ? found : best;
            }
        }

        return best;
    }
}
