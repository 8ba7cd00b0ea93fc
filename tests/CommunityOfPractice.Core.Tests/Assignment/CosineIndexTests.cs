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
