using CommunityOfPractice.Core.Vocabulary;

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

    /// <summary>Gets the grid of whole weeks, each from Monday 00:00 (UTC).</summary>
    /// <value>A step of 7 days; the default of reports, stages, trends, alerts and the portfolio.</value>
    public static PublicationGrid Weekly { get; } = new(new(2000, 1, 3, 0, 0, 0, TimeSpan.Zero), TimeSpan.FromDays(7));

    /// <summary>Gets the grid of whole days (UTC).</summary>
    /// <value>A step of 1 day: fresher, and two neighbouring reports differ by what few people did.</value>
    public static PublicationGrid Daily { get; } = new(new(2000, 1, 3, 0, 0, 0, TimeSpan.Zero), TimeSpan.FromDays(1));

    /// <summary>Gets the grid on which every moment lies: no protection against differencing.</summary>
    /// <value>A step of one tick; for readers who hold the raw data anyway.</value>
    public static PublicationGrid EveryMoment { get; } = new(new(2000, 1, 3, 0, 0, 0, TimeSpan.Zero), TimeSpan.FromTicks(1));

    /// <summary>Returns the window on the grid that stands for the one asked for.</summary>
    /// <param name="asked">The window.</param>
    /// <returns>It ends at the last moment at or before the end asked for, and is as long, rounded up to whole steps: the beginning cannot be moved by a little either. Cut at 0001-01-01.</returns>
    /// <exception cref="InvalidOperationException">The grid has no step.</exception>
    public TimeWindow WindowOf(TimeWindow asked)
    {
        DateTimeOffset until = At(asked.Until);
        long steps = (asked.Length.Ticks / Step.Ticks) + (asked.Length.Ticks % Step.Ticks > 0 ? 1 : 0);
        return TimeWindow.Last(steps > until.UtcTicks / Step.Ticks ? until - DateTimeOffset.MinValue : Step * steps, until);
    }

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
