namespace CommunityOfPractice.Core.Tests.Statistics;

/// <summary>All subsets of 0..n-1: the oracle for whatever claims to be a smallest or a largest group.</summary>
internal static class Subsets
{
    public static IEnumerable<int[]> Of(int n) =>
        from bits in Enumerable.Range(0, 1 << n)
        select Enumerable.Range(0, n).Where(i => (bits >> i & 1) == 1).ToArray();
}
