using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Matching;

/// <summary>When somebody works, by the clock where they are.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Start">When they begin, in minutes after midnight: 0 to 1439.</param>
/// <param name="End">When they stop, in minutes after midnight: above <paramref name="Start"/>, to 1440.</param>
public sealed record WorkingDay(int Start, int End)
{
    /// <summary>Gets when they begin.</summary>
    /// <value>0 to 1439, in minutes after midnight.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [JsonRequired]
    public int Start { get; init => field = value is >= 0 and < 1440 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "From 0 to 1439."); } =
        Start is >= 0 and < 1440 ? Start : throw new ArgumentOutOfRangeException(nameof(Start), Start, "From 0 to 1439.");

    /// <summary>Gets when they stop.</summary>
    /// <value>1 to 1440, in minutes after midnight; a day that ends before it begins has no minutes.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    [JsonRequired]
    public int End { get; init => field = value is > 0 and <= 1440 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "From 1 to 1440."); } =
        End > Start && End <= 1440 ? End : throw new ArgumentOutOfRangeException(nameof(End), End, "Above the start, to 1440.");
}
