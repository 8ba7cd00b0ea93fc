namespace CommunityOfPractice.AotApp;

/// <summary>A clock that is set by hand, so that every run tells the same.</summary>
internal sealed class SetClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan by) => now += by;
}
