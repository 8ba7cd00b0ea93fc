namespace CommunityOfPractice.Testing;

/// <summary>The clock of a history: stands still until the history goes on.</summary>
internal sealed class HistoryClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan by) => now += by;
}
