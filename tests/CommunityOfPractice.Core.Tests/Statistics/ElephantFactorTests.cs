using CommunityOfPractice.Core.Statistics;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Statistics;

[Properties(Arbitrary = [typeof(Samples)], MaxTest = 300)]
public class ElephantFactorTests
{
    [Property]
    public void Law5_IsTheFewestGroups_ThatReachHalf(Counts counts, int seed)
    {
        int[] groups = GroupsOf(counts, seed);
        decimal[] sums = [.. groups.Distinct().Where(group => group >= 0).Select(group => counts.Values.Where((_, i) => groups[i] == group).Sum(count => (decimal)count))];
        int? expected = sums.Sum() == 0 ? null : Subsets.Of(sums.Length).Where(set => set.Sum(i => sums[i]) * 2 >= sums.Sum()).Min(set => set.Length);
        Assert.Equal(expected, ElephantFactor.Of<long>(counts.Values, groups));
    }

    [Property]
    public void Law1_OrderAndNamesOfGroups_DoNotShow(Counts counts, int seed)
    {
        int[] groups = GroupsOf(counts, seed);
        Assert.Equal(
            ElephantFactor.Of<long>(counts.Values, groups),
            ElephantFactor.Of<long>([.. counts.Values.Reverse()], [.. groups.Reverse().Select(group => group < 0 ? -7 : 1000 - group)]));
    }

    [Property]
    public void OfGroupsOfOne_IsTheAbsenceFactor(Counts counts) =>
        Assert.Equal(AbsenceFactor.Of<long>(counts.Values, 0.8), ElephantFactor.Of<long>(counts.Values, [.. Enumerable.Range(0, counts.Values.Length)], 0.8));

    [Fact]
    public void Examples()
    {
        Assert.Equal(1, ElephantFactor.Of([5, 4, 6], [7, 7, 2]));
        Assert.Equal(2, ElephantFactor.Of([5, 4, 6], [7, 7, 2], 0.7));
        Assert.Null(ElephantFactor.Of([5, 4], [-1, -1]));
        Assert.Null(ElephantFactor.Of<int>([], []));
    }

    [Fact]
    public void Misuse_Throws()
    {
        Assert.Throws<ArgumentException>(() => ElephantFactor.Of([1, 2], [0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ElephantFactor.Of([1, -2], [0, 0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ElephantFactor.Of([1, 2], [0, 0], 0));
        Assert.Throws<OverflowException>(() => ElephantFactor.Of([long.MaxValue, 1], [0, 0]));
    }

    private static int[] GroupsOf(Counts counts, int seed)
    {
        Random random = new(seed);
        return [.. counts.Values.Select(_ => random.Next(-1, 4))];
    }
}
