using CommunityOfPractice.Core.Assignment;

namespace CommunityOfPractice.Core.Tests.Assignment;

/// <summary>Tables large and odd enough for every path of the solver: lists of candidates, rows that are read whole, 32 and 64 bits, turned tables.</summary>
public sealed class TableAssignmentLawTests
{
    private const long Forbidden = BipartiteAssignment.Forbidden;
    private static readonly string[] Kinds = ["uniform", "ties", "equal", "product", "distance", "hubs", "dear columns", "dear rows", "negative", "wide"];

    [Theory]
    [InlineData("uniform")]
    [InlineData("ties")]
    [InlineData("equal")]
    [InlineData("product")]
    [InlineData("distance")]
    [InlineData("hubs")]
    [InlineData("dear columns")]
    [InlineData("dear rows")]
    [InlineData("negative")]
    [InlineData("wide")]
    [Trait("Law", "49")]
    public void Law49_EveryKindOfTable_HasTheTotalOfThePlainHungarianMethod_AndIsProven(string kind)
    {
        Random random = new(kind.Length);
        foreach ((int rows, int columns) in ((int, int)[])[(1, 1), (1, 9), (9, 1), (2, 64), (31, 32), (33, 33), (64, 65), (65, 64), (90, 90), (40, 130), (130, 40), (150, 150)])
        {
            long[] costs = Draw(random, kind, rows, columns);

            Assert.Equal(Hungarian(costs, rows, columns), Least(costs, rows, columns));
            Assert.Equal(-Hungarian([.. costs.Select(c => -c)], rows, columns), Greatest(costs, rows, columns));
        }
    }

    [Fact]
    [Trait("Law", "49")]
    public void Law49_AroundTheLargestPlainValue_NothingOverflows()
    {
        Random random = new(27);
        foreach (long large in (long[])[ValueTable.LargestPlain - 1, ValueTable.LargestPlain, ValueTable.LargestPlain + 1, int.MaxValue / 8, int.MaxValue, 1L + int.MaxValue, 1L << 50])
        {
            foreach ((int rows, int columns) in ((int, int)[])[(2, 2), (20, 20), (20, 21), (21, 20), (70, 70), (50, 80)])
            {
                long[] extremes = [.. Enumerable.Range(0, rows * columns).Select(_ => random.Next(2) == 0 ? large : -large)];
                long[] near = [.. extremes.Select(v => v - (Math.Sign(v) * random.Next(3)))];
                long[] whole = [.. extremes.Select(_ => random.NextInt64(-large, large + 1))];
                long[] high = [.. near.Select(v => Math.Max(v, 0))], low = [.. near.Select(v => Math.Min(v, 0))];
                foreach (long[] costs in (long[][])[extremes, near, whole, high, low])
                {
                    Assert.Equal(Hungarian(costs, rows, columns), Least(costs, rows, columns));
                    Assert.Equal(-Hungarian([.. costs.Select(c => -c)], rows, columns), Greatest(costs, rows, columns));
                }
            }
        }
    }

    [Fact]
    [Trait("Law", "49")]
    public void Law49_OneForbiddenPairAnywhere_IsNoticed()
    {
        Random random = new(8);
        for (int place = 0; place < 20 * 21; place++)
        {
            long[] costs = Draw(random, "uniform", 20, 21);
            costs[place] = Forbidden;
            long[] dear = [.. costs];
            dear[place] = 1_000_000_000;

            Assert.Equal(Hungarian(dear, 20, 21), Least(costs, 20, 21));
        }
    }

    [Fact]
    [Trait("Law", "49")]
    public void Law49_MovingAllValuesBySomeNumber_MovesTheTotal()
    {
        Random random = new(49);
        foreach (string kind in Kinds)
        {
            long[] costs = Draw(random, kind, 60, 60);
            long total = Least(costs, 60, 60);
            foreach (long moved in (long[])[-100_000_000, 7, ValueTable.LargestPlain, 1L << 40])
            {
                Assert.Equal(total + (60 * moved), Least([.. costs.Select(c => c + moved)], 60, 60));
            }
        }
    }

    [Fact]
    public void NoRowsOrColumns_IsNoPair()
    {
        foreach ((int rows, int columns) in ((int, int)[])[(0, 0), (0, 5), (5, 0)])
        {
            TableAssignment none = BipartiteAssignment.Minimum([], rows, columns);

            Assert.Equal((0, 0, rows, columns), (none.PairCount, none.Total, none.Partners.Length, none.ColumnCount));
            Assert.True(BipartiteAssignment.VerifyMinimum([], none).IsProven);
        }
    }

    [Fact]
    public void Candidates_AreAllUpToALimit_AlsoAfterPricesFell()
    {
        Random random = new(64);
        for (int i = 0; i < 300; i++)
        {
            int columns = random.Next(1, 200), range = ((int[])[1, 2, 30, 100_000])[random.Next(4)];
            CostTable<int> table = new(1, columns, new int[CostTable<int>.StrideOf(columns)]);
            for (int column = 0; column < columns; column++)
            {
                table.Put(0, column, random.Next(range));
            }

            using CandidateLists<int> lists = new(table);
            for (int time = 0; time < 4; time++)
            {
                lists.Make(0);
                HashSet<int> listed = [.. lists.Of(0).ToArray().Select(c => c.Column)];
                Assert.All(lists.Of(0).ToArray(), c => Assert.Equal(c.Column < columns ? table.CostOf(0, c.Column) : CostTable<int>.Far, c.Cost));
                for (int fall = 0; fall < 20; fall++)
                {
                    table.Prices[random.Next(columns)] -= random.Next(range);
                    Assert.All(Enumerable.Range(0, columns).Where(c => !listed.Contains(c)), c => Assert.True(table.CostOf(0, c) - table.Prices[c] >= lists.Beyond(0)));
                }
            }
        }
    }

    private static long Least(long[] costs, int rows, int columns)
    {
        TableAssignment found = BipartiteAssignment.Minimum(costs, rows, columns);
        Verification proof = BipartiteAssignment.VerifyMinimum(costs, found);
        Assert.True(proof.IsProven, string.Join(" ", proof.Faults.ToArray()));
        return found.Total;
    }

    private static long Greatest(long[] values, int rows, int columns)
    {
        TableAssignment found = BipartiteAssignment.Maximum(values, rows, columns);
        Verification proof = BipartiteAssignment.VerifyMaximum(values, found);
        Assert.True(proof.IsProven, string.Join(" ", proof.Faults.ToArray()));
        return found.Total;
    }

    private static long[] Draw(Random random, string kind, int rows, int columns)
    {
        long[] own = [.. Enumerable.Range(0, rows).Select(_ => (long)random.Next(10_000))], theirs = [.. Enumerable.Range(0, columns).Select(_ => (long)random.Next(10_000))];
        return [.. Enumerable.Range(0, rows * columns).Select(at => Cost(at / columns, at % columns))];

        long Cost(int row, int column) => kind switch
        {
            "uniform" => random.Next(1_000_000),
            "ties" => random.Next(4),
            "equal" => 5,
            "product" => (row + 1L) * (column + 1),
            "distance" => Math.Abs(own[row] - theirs[column]),
            "hubs" => (column % 10 == 0 ? 0 : 500) + random.Next(50),
            "dear columns" => (1000 * theirs[column]) + random.Next(100),
            "dear rows" => (1000 * own[row]) + random.Next(100),
            "negative" => random.Next(-1000, 1000),
            _ => random.NextInt64(1L << 40),
        };
    }

    /// <summary>The textbook method with potentials, one cell at a time: O(k²l).</summary>
    private static long Hungarian(long[] costs, int rows, int columns)
    {
        if (rows > columns)
        {
            return Hungarian([.. Enumerable.Range(0, rows * columns).Select(at => costs[(at % rows * columns) + (at / rows)])], columns, rows);
        }

        long[] u = new long[rows + 1], v = new long[columns + 1];
        int[] rowOf = new int[columns + 1], way = new int[columns + 1];
        for (int row = 1; row <= rows; row++)
        {
            rowOf[0] = row;
            int column = 0;
            long[] slack = [.. Enumerable.Repeat(long.MaxValue, columns + 1)];
            bool[] used = new bool[columns + 1];
            do
            {
                used[column] = true;
                int owner = rowOf[column], next = 0;
                long least = long.MaxValue;
                for (int other = 1; other <= columns; other++)
                {
                    if (!used[other])
                    {
                        long reduced = costs[((owner - 1) * columns) + other - 1] - u[owner] - v[other];
                        (slack[other], way[other]) = reduced < slack[other] ? (reduced, column) : (slack[other], way[other]);
                        (least, next) = slack[other] < least ? (slack[other], other) : (least, next);
                    }
                }

                for (int other = 0; other <= columns; other++)
                {
                    if (used[other])
                    {
                        u[rowOf[other]] += least;
                        v[other] -= least;
                    }
                    else if (other > 0)
                    {
                        slack[other] -= least;
                    }
                }

                column = next;
            }
            while (rowOf[column] != 0);
            for (; column != 0; column = way[column])
            {
                rowOf[column] = rowOf[way[column]];
            }
        }

        return Enumerable.Range(1, columns).Where(c => rowOf[c] > 0).Sum(c => costs[((rowOf[c] - 1) * columns) + c - 1]);
    }
}
