using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>A view of consecutive activities of one community in an <see cref="ActivityLog"/>, sorted by time and id; nothing is copied.</summary>
/// <remarks>
/// The columns are spans of equal length: index <c>i</c> of each speaks of the same activity. People are numbers that mean the same
/// throughout a log (<see cref="ActivityLog.Person"/>). The default value is not a view and throws on use.
/// </remarks>
public readonly struct ActivityWindow : IEquatable<ActivityWindow>
{
    internal ActivityWindow(ActivityLog log, int start, int count)
    {
        Log = log;
        Start = start;
        Count = count;
    }

    /// <summary>Gets the log that is looked at.</summary>
    /// <value>The log.</value>
    public ActivityLog Log { get; }

    /// <summary>Gets the position in the log of the first activity in view.</summary>
    /// <value>0 for an empty view of an unknown community.</value>
    public int Start { get; }

    /// <summary>Gets how many activities are in view.</summary>
    /// <value>Zero or more.</value>
    public int Count { get; }

    /// <summary>Gets when each activity happened.</summary>
    /// <value>UTC ticks of 100 ns since 0001-01-01, never decreasing.</value>
    public ReadOnlySpan<long> Times => Log.Columns.At.AsSpan(Start, Count);

    /// <summary>Gets who acted.</summary>
    /// <value>Numbers of people in the log.</value>
    public ReadOnlySpan<int> People => Log.Columns.Person.AsSpan(Start, Count);

    /// <summary>Gets what was done.</summary>
    /// <value>One act for each activity.</value>
    public ReadOnlySpan<Act> Acts => Log.Columns.Acts.AsSpan(Start, Count);

    /// <summary>Gets the position in the log of what each activity replies to.</summary>
    /// <value>
    /// A position in the log, -1 for no reply, below -1 for a reply to something that the log does not hold or that cannot be replied to.
    /// Empty when no activity of the log replies to anything. What is replied to may lie outside the view.
    /// </value>
    public ReadOnlySpan<int> Replies => Log.Columns.Reply is { } reply ? reply.AsSpan(Start, Count) : [];

    /// <summary>Gets an activity in view.</summary>
    /// <param name="index">From 0 to <see cref="Count"/>, without it.</param>
    /// <value>A new object at each call.</value>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is outside the view.</exception>
    public Activity this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return Log[Start + index];
        }
    }

    /// <summary>Returns whether a program acted.</summary>
    /// <param name="index">From 0 to <see cref="Count"/>, without it.</param>
    /// <returns><see langword="true"/> for a bot.</returns>
    public bool IsBot(int index) => ActivityColumns.ActorOf(Log.Columns.FlagsOf(Start + index)) == ActorKind.Bot;

    /// <summary>Whether a program did anything in view.</summary>
    internal bool HasBots => Log.Columns.Flags.Length > 0 && Log.Columns.Flags.AsSpan(Start, Count).ContainsAnyInRange(ActivityColumns.Pack(Formality.Unstated, ActorKind.Bot), byte.MaxValue);

    /// <summary>Returns in which setting an activity happened.</summary>
    /// <param name="index">From 0 to <see cref="Count"/>, without it.</param>
    /// <returns>Formal, informal or unstated.</returns>
    public Formality FormalityOf(int index) => ActivityColumns.FormalityOf(Log.Columns.FlagsOf(Start + index));

    /// <summary>Returns the people addressed by an activity.</summary>
    /// <param name="index">From 0 to <see cref="Count"/>, without it.</param>
    /// <returns>Numbers of people in the log; empty when nobody is addressed.</returns>
    public ReadOnlySpan<int> Addressed(int index) => Log.Addressed(Start + index);

    /// <summary>Narrows the view to a window of time.</summary>
    /// <param name="window">The window.</param>
    /// <returns>The activities in view that happened in the window. O(log n).</returns>
    public ActivityWindow Between(TimeWindow window)
    {
        int from = FirstNotBefore(window.From), until = FirstNotBefore(window.Until);
        return new(Log, Start + from, until - from);
    }

    /// <summary>Narrows the view to what happened before an instant.</summary>
    /// <param name="until">The first instant left out.</param>
    /// <returns>The activities in view that happened earlier. O(log n).</returns>
    public ActivityWindow Before(DateTimeOffset until) => new(Log, Start, FirstNotBefore(until));

    /// <summary>Returns whether the other view shows the same part of the same log.</summary>
    /// <param name="other">The other view.</param>
    /// <returns><see langword="true"/> when equal.</returns>
    public bool Equals(ActivityWindow other) => ReferenceEquals(Log, other.Log) && Start == other.Start && Count == other.Count;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ActivityWindow other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Log, Start, Count);

    /// <summary>Returns whether two views are equal.</summary>
    /// <param name="left">One view.</param>
    /// <param name="right">The other view.</param>
    /// <returns><see langword="true"/> when equal.</returns>
    public static bool operator ==(ActivityWindow left, ActivityWindow right) => left.Equals(right);

    /// <summary>Returns whether two views differ.</summary>
    /// <param name="left">One view.</param>
    /// <param name="right">The other view.</param>
    /// <returns><see langword="true"/> when not equal.</returns>
    public static bool operator !=(ActivityWindow left, ActivityWindow right) => !left.Equals(right);

    private int FirstNotBefore(DateTimeOffset instant)
    {
        ReadOnlySpan<long> times = Times;
        long ticks = instant.UtcTicks;
        int low = 0, high = times.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = times[middle] < ticks ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
