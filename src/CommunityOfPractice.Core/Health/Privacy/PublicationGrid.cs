namespace CommunityOfPractice.Core.Health;

/// <summary>The fixed moments at which group figures are published, so that nobody can ask for two windows that differ by one person.</summary>
/// <remarks>Immutable and compared by value. The default value has no step and is of no use.</remarks>
/// <param name="Origin">A moment on the grid.</param>
/// <param name="Step">How far apart moments are; more than zero.</param>
public readonly record struct PublicationGrid(DateTimeOffset Origin, TimeSpan Step)
{
    /// <summary>Gets the grid of thirteen whole weeks, counted from Monday, 3 January 2000 (UTC).</summary>
    /// <value>A step of 91 days.</value>
    public static PublicationGrid Quarterly { get; } = new(new(2000, 1, 3, 0, 0, 0, TimeSpan.Zero), TimeSpan.FromDays(91));

    /// <summary>Returns the last moment on the grid at or before an instant.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>A moment in UTC; for an instant that lies within one step of the beginning of time, the instant itself.</returns>
    /// <exception cref="InvalidOperationException">The grid has no step.</exception>
    public DateTimeOffset At(DateTimeOffset at)
    {
        if (Step <= TimeSpan.Zero)
        {
            throw new InvalidOperationException("A grid has a step of more than zero.");
        }

        long since = at.UtcTicks - Origin.UtcTicks, over = ((since % Step.Ticks) + Step.Ticks) % Step.Ticks;
        return new(Math.Max(at.UtcTicks - over, at.UtcTicks < Step.Ticks ? at.UtcTicks : 0), TimeSpan.Zero);
    }
}
