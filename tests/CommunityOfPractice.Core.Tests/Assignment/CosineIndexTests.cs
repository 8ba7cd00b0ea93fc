using CommunityOfPractice.Core.Assignment;
using CommunityOfPractice.Core.Statistics;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Assignment;

public sealed class CosineIndexTests
{
    [Property(MaxTest = 200)]
    public void TheTop_IsThatOfBruteForce(ulong seed)
    {
        SplitMix64 random = new(seed);
        int rows = random.Below(0, 60), columns = 1 + random.Below(1, 12), k = 1 + random.Below(2, 12);
        double[][] table = [.. Enumerable.Range(0, rows + 1).Select(r => Enumerable.Range(0, columns).Select(c => random.Below(10 + (r * columns) + c, 3) == 0 ? (double)random.Below(5000 + (r * columns) + c, 9) : 0).ToArray())];
        double[] query = table[rows];
        CosineSearch search = Index(table[..rows], columns).NewSearch();
        for (int repeat = 0; repeat < 2; repeat++)
        {
            int[] found = new int[k];
            float[] cosines = new float[k];
            int[] at = [.. Enumerable.Range(0, columns).Where(c => query[c] > 0)];
            int count = search.Top(at, [.. at.Select(c => query[c])], found, cosines);
            (int Row, double Cosine)[] expected = [.. table[..rows].Select((row, r) => (r, Cosine(row, query))).Where(x => x.Item2 > 0).OrderByDescending(x => x.Item2).Take(k)];

            Assert.Equal(expected.Length, count);
            Assert.Equal(count, found[..count].Distinct().Count());
            for (int i = 0; i < count; i++)
            {
                Assert.Equal(expected[i].Cosine, cosines[i], 1e-5);
                Assert.Equal(Cosine(table[found[i]], query), cosines[i], 1e-5);
            }
        }
    }

    /// <summary>Rows beyond one block, more rows asked for than the scan has groups, and weights whose squares no number holds.</summary>
    [Theory]
    [InlineData(70_000, 10, 1)]
    [InlineData(40_000, 100, 1)]
    [InlineData(300, 40, 1e-200)]
    [InlineData(300, 40, 1e200)]
    public void TheTop_OfManyRows_IsThatOfSorting(int rows, int k, double unit)
    {
        const int Columns = 40;
        Random random = new(rows);
        int[] starts = [.. Enumerable.Range(0, rows + 1).Select(row => 3 * row)];
        int[] columns = [.. Enumerable.Range(0, rows).SelectMany(_ => Enumerable.Range(0, Columns).OrderBy(_ => random.Next()).Take(3))];
        double[] weights = [.. columns.Select(_ => unit * random.Next(1, 8))];
        double[] query = [.. Enumerable.Range(0, Columns).Select(c => c % 2 == 0 ? unit * random.Next(1, 8) : 0)];
        int[] asked = [.. Enumerable.Range(0, Columns).Where(c => query[c] > 0)];
        (int[] found, float[] cosines) = (new int[k], new float[k]);
        CosineSearch search = CosineIndex.Of(Columns, starts, columns, weights).NewSearch();
        for (int repeat = 0; repeat < 2; repeat++)
        {
            Assert.Equal(k, search.Top(asked, [.. asked.Select(c => query[c])], found, cosines));
            Assert.Equal(k, found.Distinct().Count());
            double[] all = [.. Enumerable.Range(0, rows).Select(Exact)];
            Assert.All(all.OrderDescending().Take(k).Zip(cosines), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
            Assert.All(found.Zip(cosines), pair => Assert.Equal(all[pair.First], pair.Second, 1e-5));
        }

        double Exact(int row)
        {
            double dot = 0, own = 0;
            for (int at = 3 * row; at < (3 * row) + 3; at++)
            {
                dot += weights[at] / unit * (query[columns[at]] / unit);
                own += weights[at] / unit * (weights[at] / unit);
            }

            return dot / Math.Sqrt(own * query.Sum(w => w / unit * (w / unit)));
        }
    }

    /// <summary>Of equal cosines the lower row, also where most rows are equal.</summary>
    [Fact]
    public void EqualCosines_GoToTheLowerRows()
    {
        const int Rows = 40_000;
        CosineIndex index = CosineIndex.Of(2, [.. Enumerable.Range(0, Rows + 1)], [.. Enumerable.Range(0, Rows).Select(row => row % 3 == 0 ? 1 : 0)], [.. Enumerable.Repeat(2.0, Rows)]);
        int[] found = new int[12];
        Assert.Equal(12, index.NewSearch().Top([0], [5], found, new float[12]));
        Assert.Equal([1, 2, 4, 5, 7, 8, 10, 11, 13, 14, 16, 17], found);
    }

    /// <summary>Rows and queries whose length itself no number holds, or only the least ones.</summary>
    [Theory]
    [InlineData(1.7e308)]
    [InlineData(double.MaxValue)]
    [InlineData(double.Epsilon)]
    public void AnyFiniteWeights_HaveADirection(double weight)
    {
        CosineSearch search = CosineIndex.Of(2, [0, 2, 3, 4], [0, 1, 0, 1], [weight, weight, weight, 0]).NewSearch();
        (int[] found, float[] cosines) = (new int[3], new float[3]);
        Assert.Equal(2, search.Top([0, 1], [weight, weight], found, cosines));
        Assert.Equal([0, 1], found[..2]);
        Assert.Equal(1, cosines[0], 1e-6);
        Assert.Equal(Math.Sqrt(0.5), cosines[1], 1e-6);
    }

    [Fact]
    public void ASearch_AllocatesNothing()
    {
        CosineSearch search = CosineIndex.Of(2, [0, 1, 2], [1, 0], [2, 3]).NewSearch();
        (int[] at, double[] weights, int[] found, float[] cosines) = ([0, 1], [1, 2], new int[2], new float[2]);
        search.Top(at, weights, found, cosines);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            search.Top(at, weights, found, cosines);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Misuse_Throws()
    {
        CosineIndex index = CosineIndex.Of(2, [0, 1], [1], [2]);
        Assert.Equal((1, 2), (index.RowCount, index.ColumnCount));
        Assert.Throws<ArgumentException>(() => CosineIndex.Of(2, [0, 2], [1], [2]));
        Assert.Throws<ArgumentException>(() => CosineIndex.Of(2, [0, 1], [1], []));
        Assert.Throws<ArgumentException>(() => CosineIndex.Of(2, [0, 2, 1, 2], [0, 1], [1, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => CosineIndex.Of(2, [0, 1], [2], [2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => CosineIndex.Of(2, [0, 1], [1], [double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => index.NewSearch().Top([2], [1], new int[1], new float[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => index.NewSearch().Top([1], [-1], new int[1], new float[1]));
        Assert.Throws<ArgumentException>(() => index.NewSearch().Top([1], [], new int[1], new float[1]));
    }

    private static CosineIndex Index(double[][] table, int columns)
    {
        List<int> starts = [0], at = [];
        List<double> weights = [];
        foreach (double[] row in table)
        {
            for (int c = 0; c < columns; c++)
            {
                if (row[c] > 0)
                {
                    at.Add(c);
                    weights.Add(row[c]);
                }
            }

            starts.Add(at.Count);
        }

        return CosineIndex.Of(columns, starts.ToArray(), at.ToArray(), weights.ToArray());
    }

    private static double Cosine(double[] one, double[] other)
    {
        double length = Math.Sqrt(one.Sum(x => x * x) * other.Sum(x => x * x));
        return length == 0 ? 0 : one.Zip(other, (x, y) => x * y).Sum() / length;
    }
}
