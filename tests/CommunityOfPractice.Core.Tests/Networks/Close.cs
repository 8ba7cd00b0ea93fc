namespace CommunityOfPractice.Core.Tests.Networks;

internal static class Close
{
    /// <summary>Asserts that both measures are absent, or that both are there and differ by no more than 1e-12.</summary>
    public static void To(double? expected, double? actual)
    {
        Assert.Equal(expected is null, actual is null);
        Assert.Equal(expected ?? 0, actual ?? 0, 1e-12);
    }
}
