namespace CommunityOfPractice.Core.Indicators;

/// <summary>Arithmetic on instants that does not overflow.</summary>
internal static class Moments
{
    /// <summary>The instant a stretch of time later; null when the calendar ends before.</summary>
    public static DateTimeOffset? Later(this DateTimeOffset at, TimeSpan by) => at <= DateTimeOffset.MaxValue - by ? at + by : null;
}
