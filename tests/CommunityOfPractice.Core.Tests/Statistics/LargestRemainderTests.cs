using CommunityOfPractice.Core.Statistics;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Statistics;

[Properties(MaxTest = 300)]
public class LargestRemainderTests
{
    [Property]
    public void Law27_RoundedParts_AddUpToTheRoundedTotal(int[] thousandths, byte digits)
    {
        int decimals = digits % 5;
        double[] parts = [.. thousandths.Select(part => part / 1000.0)];
        decimal total = Math.Round(thousandths.Sum(part => part / 1000m), decimals, MidpointRounding.AwayFromZero);
        Assert.Equal(total, LargestRemainder.Round(parts, decimals).Sum());
    }

    [Property]
    public void EachPart_MovesByLessThanOneUnit_AndRoundOnesStay(int[] thousandths, byte digits)
    {
        int decimals = digits % 5;
        decimal unit = (decimal)Math.Pow(10, -decimals);
        decimal[] rounded = LargestRemainder.Round([.. thousandths.Select(part => part / 1000.0)], decimals);
        for (int i = 0; i < rounded.Length; i++)
        {
            decimal part = thousandths[i] / 1000m;
            Assert.True(Math.Abs(rounded[i] - part) < unit);
            Assert.Equal(0, rounded[i] % unit);
            Assert.True(part % unit != 0 || rounded[i] == part);
        }
    }

    [Property]
    public void NoOtherRoundingWithThatTotal_MovesThePartsLess(int[] hundredths)
    {
        decimal[] parts = [.. hundredths.Take(9).Select(part => part / 100m)];
        decimal[] rounded = LargestRemainder.Round([.. parts.Select(part => (double)part)], 0);
        decimal least = Subsets.Of(parts.Length)
            .Select(up => parts.Select((part, i) => Math.Floor(part) + (up.Contains(i) ? 1 : 0)).ToArray())
            .Where(other => other.Sum() == rounded.Sum())
            .Min(other => other.Zip(parts, (one, part) => Math.Abs(one - part)).Sum());
        Assert.Equal(least, rounded.Zip(parts, (one, part) => Math.Abs(one - part)).Sum());
    }

    [Fact]
    public void EqualRemainders_GoByPosition()
    {
        Assert.Equal([33.4m, 33.3m, 33.3m], LargestRemainder.Round([100 / 3.0, 100 / 3.0, 100 / 3.0], 1));
        Assert.Equal([1m, 0m], LargestRemainder.Round([0.5, 0.5], 0));
        Assert.Equal([0m, -1m], LargestRemainder.Round([-0.5, -0.5], 0));
    }

    [Fact]
    public void WorkedExample() => Assert.Equal([33.4m, 33.3m, 33.3m], LargestRemainder.Round([33.34, 33.33, 33.33], 1));

    [Fact]
    public void GoldenVector_OfContributions()
    {
        decimal[] shown = LargestRemainder.Round([13.3150764, 3.0990724, -2.5286387], 1);
        Assert.Equal([13.3m, 3.1m, -2.5m], shown);
        Assert.Equal(13.9m, shown.Sum());
    }

    [Fact]
    public void TheLargestParts_Fit()
    {
        double[] parts = [.. Enumerable.Repeat(1e12, 100), .. Enumerable.Repeat(-1e12, 99)];
        Assert.Equal(1_000_000_000_000m, LargestRemainder.Round(parts, 10).Sum());
    }

    [Fact]
    public void Nothing_IsNothing() => Assert.Empty(LargestRemainder.Round([], 2));

    [Fact]
    public void Misuse_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => LargestRemainder.Round([1], -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => LargestRemainder.Round([1], 11));
        Assert.Throws<ArgumentOutOfRangeException>(() => LargestRemainder.Round([2e12], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => LargestRemainder.Round([double.NaN], 1));
    }
}
