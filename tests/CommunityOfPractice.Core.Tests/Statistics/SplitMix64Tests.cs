using CommunityOfPractice.Core.Statistics;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Statistics;

public class SplitMix64Tests
{
    [Fact]
    public void GoldenVectors_OfTheReferenceCode()
    {
        ulong[] expected = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];
        Assert.Equal(expected, Enumerable.Range(0, 5).Select(place => new SplitMix64(1234567).At(place)));
        Assert.Equal([0xE220A8397B1DCDAFUL, 0x6E789E6AA1B965F4UL, 0x06C45D188009454FUL], Enumerable.Range(0, 3).Select(place => default(SplitMix64).At(place)));
    }

    /// <summary>What was once drawn must be drawn again by every later version, or no report could be made again.</summary>
    [Fact]
    public void BranchesAndTexts_KeepTheirSeeds()
    {
        ulong[] branches = [16044830758880139855, 6254137048406096942, 17862164244654524565];
        Assert.Equal(branches, Enumerable.Range(0, 3).Select(branch => new SplitMix64(42).Split(branch).Seed));
        Assert.Equal(14695981039346656037UL, SplitMix64.FromText(string.Empty).Seed);
        Assert.Equal(620337896427418084UL, SplitMix64.FromText("a").Seed);
        Assert.Equal(9300838837635980178UL, SplitMix64.FromText("agile é").Seed);
    }

    [Property]
    public void Unit_IsTheTopOfTheNumber(ulong seed, long place)
    {
        SplitMix64 random = new(seed);
        Assert.InRange(random.Unit(place), 0, 1 - (1.0 / (1L << 53)));
        Assert.Equal(random.At(place) / Math.Pow(2, 64), random.Unit(place), 2.0 / (1L << 52));
    }

    [Property]
    public void Below_StaysBelow_AndFollowsTheNumber(ulong seed, long place, PositiveInt bound)
    {
        SplitMix64 random = new(seed);
        Assert.Equal((int)(((UInt128)random.At(place) * (ulong)bound.Get) >> 64), random.Below(place, bound.Get));
        Assert.InRange(random.Below(place, bound.Get), 0, bound.Get - 1);
    }

    [Fact]
    public void Numbers_FillTheirRangeEvenly()
    {
        int[] hits = new int[10];
        for (int branch = 0; branch < 1000; branch++)
        {
            for (int place = 0; place < 100; place++)
            {
                hits[new SplitMix64(7).Split(branch).Below(place, 10)]++;
            }
        }

        // 100 000 draws over ten numbers: five standard deviations are 474.
        Assert.All(hits, count => Assert.InRange(count, 9526, 10474));
    }

    [Property]
    public void Shuffle_KeepsTheItems(ulong seed, int[] items)
    {
        int[] shuffled = [.. items];
        new SplitMix64(seed).Shuffle<int>(shuffled);
        Assert.Equal(items.Order(), shuffled.Order());
    }

    [Fact]
    public void Shuffle_MakesEveryOrderAsOften()
    {
        var counts = Enumerable.Range(0, 24_000).Select(branch =>
        {
            char[] items = ['a', 'b', 'c', 'd'];
            new SplitMix64(11).Split(branch).Shuffle<char>(items);
            return new string(items);
        }).CountBy(order => order).ToArray();
        Assert.Equal(24, counts.Length);
        Assert.All(counts, pair => Assert.InRange(pair.Value, 845, 1155)); // 1000, five standard deviations
    }

    [Property]
    public void Draw_IsTheEndOfAShuffle(ulong seed, int[] items, NonNegativeInt wanted)
    {
        int count = wanted.Get % (items.Length + 1);
        int[] shuffled = [.. items];
        int[] drawn = [.. items];
        new SplitMix64(seed).Shuffle<int>(shuffled);
        new SplitMix64(seed).Draw<int>(drawn, count);
        Assert.Equal(shuffled[^count..], drawn[^count..]);
        Assert.Equal(items.Order(), drawn.Order());
    }

    [Fact]
    public void Misuse_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => default(SplitMix64).Below(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => default(SplitMix64).Draw<int>([1], 2));
        Assert.Throws<ArgumentNullException>(() => SplitMix64.FromText(null!));
    }
}
