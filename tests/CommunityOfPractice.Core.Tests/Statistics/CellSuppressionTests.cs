using System.Numerics;
using CommunityOfPractice.Core.Statistics;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Statistics;

/// <summary>Law 44 on tables: nothing small is published, and nothing hidden follows from what is.</summary>
public sealed class CellSuppressionTests
{
    [Property(MaxTest = 300), Trait("Law", "44")]
    public void Law44_PartsOfATotal_NoneSmallAndNoneDerivable(int seed)
    {
        Random random = new(seed);
        long[] parts = [.. Enumerable.Range(0, random.Next(1, 7)).Select(_ => (long)random.Next(0, 14))];
        int k = random.Next(2, 8);
        bool[] hidden = CellSuppression.HideParts(parts, k);

        Assert.All(Enumerable.Range(0, parts.Length).Where(i => !hidden[i]), i => Assert.False(parts[i] > 0 && parts[i] < k));
        long[] withheld = [.. parts.Where((_, i) => hidden[i])];
        Assert.NotEqual(1, withheld.Length == 1 && parts.Sum() >= k ? 1 : 0);
        if (withheld.Length > 0 && parts.Sum() >= k)
        {
            Assert.True(withheld.Sum() >= k, "what is hidden together stands for k people");
        }
    }

    [Property(MaxTest = 200), Trait("Law", "44")]
    public void Law44_TablesWithMargins_NoneSmallAndNoneDerivable(int seed)
    {
        Random random = new(seed);
        (long[] populations, CellSum[] sums) = random.Next(2) == 0 ? Rectangle(random, random.Next(1, 4), random.Next(1, 4)) : Square(random, random.Next(1, 5));
        int k = random.Next(2, 8);
        bool[] hidden = CellSuppression.Hide(populations, sums, k);
        Assert.All(Enumerable.Range(0, populations.Length).Where(i => !hidden[i]), i => Assert.False(populations[i] > 0 && populations[i] < k));
        foreach (int cell in Enumerable.Range(0, hidden.Length).Where(i => hidden[i]))
        {
            Assert.True(SecondTable(hidden, sums, cell), $"cell {cell} of seed {seed} follows");
        }
    }

    [Property(MaxTest = 200), Trait("Law", "44")]
    public void Law44_Derivable_IsWhatTheRankSays(int seed)
    {
        Random random = new(seed);
        (long[] populations, CellSum[] sums) = random.Next(2) == 0 ? Rectangle(random, random.Next(1, 5), random.Next(1, 5)) : Square(random, random.Next(1, 6));
        bool[] hidden = [.. populations.Select(_ => random.Next(3) == 0)];
        int[] expected = [.. Enumerable.Range(0, hidden.Length).Where(c => hidden[c] && !SecondTable(hidden, sums, c))];
        Assert.Equal(expected, CellSuppression.Derivable(hidden, sums));
    }

    [Property(MaxTest = 100)]
    public void Hide_NoComplementIsNeedless(int seed)
    {
        Random random = new(seed);
        (long[] populations, CellSum[] sums) = Square(random, random.Next(2, 5));
        bool[] hidden = CellSuppression.Hide(populations, sums, 5);
        foreach (int cell in Enumerable.Range(0, hidden.Length).Where(c => hidden[c] && !(populations[c] is > 0 and < 5)))
        {
            bool[] less = [.. hidden];
            less[cell] = false;
            bool exposed = CellSuppression.Derivable(less, sums).Count > 0
                || sums.Any(s => !less[s.Total] && s.Parts.Any(p => less[p]) && s.Parts.Where(p => less[p]).Sum(p => populations[p]) < 5);
            Assert.True(exposed, $"cell {cell} of seed {seed} could be shown");
        }
    }

    [Fact]
    public void HideParts_OneSmall_HidesTheNextSmallestToo() => Assert.Equal([true, false, true], CellSuppression.HideParts([3, 20, 9], 5));

    [Fact]
    public void HideParts_TotalUnknown_HidesTheSmallOneOnly() => Assert.Equal([true, false, false], CellSuppression.HideParts([3, 20, 9], 5, totalPublished: false));

    [Fact]
    public void HideParts_NothingSmall_HidesNothing() => Assert.Equal([false, false], CellSuppression.HideParts([5, 0], 5));

    [Theory]
    [InlineData(10, 10, false)]
    [InlineData(10, 11, true)]
    [InlineData(10, 6, true)]
    [InlineData(10, 15, false)]
    [InlineData(10, 5, false)]
    public void IsHeld_ChangeOfMoreThanNoneAndFewerThanK_IsHeld(long before, long now, bool held) => Assert.Equal(held, CellSuppression.IsHeld(before, now, 5));

    [Fact]
    public void Misuse_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CellSuppression.HideParts([-1], 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => CellSuppression.HideParts([1], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => CellSuppression.Hide([1], [new(1, [0])], 5));
        Assert.Throws<ArgumentException>(() => CellSuppression.Hide([1], [], 5, [true, false]));
        Assert.Throws<ArgumentException>(() => new CellSum(0, [0]));
        Assert.Throws<ArgumentException>(() => new CellSum(0, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CellSum(-1, [0]));
    }

    /// <summary>A table of counts with row totals, column totals and a grand total.</summary>
    private static (long[] Populations, CellSum[] Sums) Rectangle(Random random, int rows, int columns)
    {
        long[,] table = new long[rows + 1, columns + 1];
        for (int r = 0; r < rows; r++)
        {
            for (int c = 0; c < columns; c++)
            {
                long value = random.Next(3) == 0 ? random.Next(0, 5) : random.Next(5, 30);
                table[r, c] = value;
                table[r, columns] += value;
                table[rows, c] += value;
                table[rows, columns] += value;
            }
        }

        int At(int r, int c) => (r * (columns + 1)) + c;
        return (
            [.. table.Cast<long>()],
            [
                .. Enumerable.Range(0, rows + 1).Select(r => new CellSum(At(r, columns), [.. Enumerable.Range(0, columns).Select(c => At(r, c))])),
                .. Enumerable.Range(0, columns + 1).Select(c => new CellSum(At(rows, c), [.. Enumerable.Range(0, rows).Select(r => At(r, c))])),
            ]);
    }

    /// <summary>A table of groups by groups, each pair once, with a total for each group and one for all cells.</summary>
    private static (long[] Populations, CellSum[] Sums) Square(Random random, int groups)
    {
        Dictionary<(int, int), int> place = [];
        List<long> populations = [];
        for (int i = 0; i < groups; i++)
        {
            for (int j = i; j < groups; j++)
            {
                place[(i, j)] = populations.Count;
                populations.Add(random.Next(3) == 0 ? random.Next(0, 5) : random.Next(5, 30));
            }
        }

        int cells = populations.Count;
        List<CellSum> sums = [];
        for (int i = 0; i < groups; i++)
        {
            int[] row = [.. Enumerable.Range(0, groups).Select(j => place[(Math.Min(i, j), Math.Max(i, j))])];
            sums.Add(new(populations.Count, row));
            populations.Add(row.Sum(c => populations[c]));
        }

        sums.Add(new(populations.Count, [.. Enumerable.Range(0, cells)]));
        populations.Add(populations.Take(cells).Sum());
        return ([.. populations], [.. sums]);
    }

    /// <summary>
    /// Brute force by another road than the library: a hidden cell can differ in a second table that agrees with everything published, exactly when adding
    /// its unit row raises the rank of the known relations (fractions, row by row).
    /// </summary>
    private static bool SecondTable(bool[] hidden, IReadOnlyList<CellSum> sums, int cell)
    {
        List<Fraction[]> rows = [];
        foreach (CellSum sum in sums)
        {
            Fraction[] row = [.. hidden.Select(_ => new Fraction(0, 1))];
            foreach (int part in sum.Parts.Where(p => hidden[p]))
            {
                row[part] = new(1, 1);
            }

            if (hidden[sum.Total])
            {
                row[sum.Total] = new(-1, 1);
            }

            rows.Add(row);
        }

        Fraction[] unit = [.. hidden.Select((_, i) => new Fraction(i == cell ? 1 : 0, 1))];
        return Rank([.. rows, unit]) > Rank(rows);
    }

    private static int Rank(List<Fraction[]> rows)
    {
        List<Fraction[]> basis = [];
        foreach (Fraction[] row in rows.Select(r => (Fraction[])r.Clone()))
        {
            foreach (Fraction[] known in basis)
            {
                int lead = Array.FindIndex(known, f => !f.IsZero);
                Fraction factor = row[lead] / known[lead];
                for (int i = 0; i < row.Length; i++)
                {
                    row[i] -= factor * known[i];
                }
            }

            if (Array.Exists(row, f => !f.IsZero))
            {
                basis.Add(row);
            }
        }

        return basis.Count;
    }

    private readonly record struct Fraction(BigInteger Up, BigInteger Down)
    {
        public bool IsZero => Up.IsZero;

        public static Fraction operator -(Fraction a, Fraction b) => Reduced((a.Up * b.Down) - (b.Up * a.Down), a.Down * b.Down);

        public static Fraction operator *(Fraction a, Fraction b) => Reduced(a.Up * b.Up, a.Down * b.Down);

        public static Fraction operator /(Fraction a, Fraction b) => Reduced(a.Up * b.Down, a.Down * b.Up);

        private static Fraction Reduced(BigInteger up, BigInteger down)
        {
            BigInteger common = BigInteger.GreatestCommonDivisor(up, down);
            return new(up / common, down / common);
        }
    }
}
