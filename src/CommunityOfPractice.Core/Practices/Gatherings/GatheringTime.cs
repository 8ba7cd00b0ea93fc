namespace CommunityOfPractice.Core.Practices;

/// <summary>When a gathering is: by the clock on the wall, and as instants that no later change of a time zone's rules moves.</summary>
/// <remarks>Immutable and compared by value. Made by <see cref="LocalSlot.Resolve()"/>; the stretch of time is <c>[Start, End)</c>.</remarks>
/// <param name="LocalStart">The local date and time of the start, as people said it.</param>
/// <param name="LocalEnd">The local date and time of the end.</param>
/// <param name="Zone">The IANA id of the time zone.</param>
/// <param name="Start">The first instant, in UTC.</param>
/// <param name="End">The first instant after it, in UTC.</param>
public sealed record GatheringTime(DateTime LocalStart, DateTime LocalEnd, string Zone, DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>Gets the same without the instants.</summary>
    /// <returns>The slot that the time was made of.</returns>
    public LocalSlot ToSlot() => new(LocalStart, LocalEnd, Zone);
}
