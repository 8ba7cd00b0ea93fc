using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Vocabulary;

/// <summary>The range in which a measured value plausibly lies: a lower and an upper end, both inside.</summary>
/// <remarks>Compared by value. The default value is <c>[0, 0]</c>.</remarks>
public readonly record struct Interval
{
    /// <summary>Creates an interval.</summary>
    /// <param name="low">The lower end; finite.</param>
    /// <param name="high">The upper end; finite and not below <paramref name="low"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end is not finite, or <paramref name="high"/> lies below <paramref name="low"/>.</exception>
    [JsonConstructor]
    public Interval(double low, double high)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high) || high < low)
        {
            throw new ArgumentOutOfRangeException(nameof(high), $"[{low}, {high}] is not an interval of finite numbers.");
        }

        Low = low;
        High = high;
    }

    /// <summary>Gets the lower end.</summary>
    /// <value>Finite.</value>
    public double Low { get; }

    /// <summary>Gets the upper end.</summary>
    /// <value>Finite, at least <see cref="Low"/>.</value>
    public double High { get; }

    /// <summary>Returns whether a number lies inside, ends included.</summary>
    /// <param name="value">The number.</param>
    /// <returns><see langword="true"/> when inside.</returns>
    public bool Contains(double value) => value >= Low && value <= High;
}
