using System.Numerics;
using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Statistics;

/// <summary>The participation profile: how many people gave nothing, a little, and much.</summary>
/// <remarks>
/// <para>Many silent people are normal in voluntary groups (the "90-9-1" habit of speech); what matters is whether the profile moves. Put a <see cref="Wilson"/> interval beside a share;
/// below twenty people show the counts only.</para>
/// <para>Compared by value. The default value is that of nobody.</para>
/// <para>Source: Nielsen (2006), <i>Participation Inequality: The 90-9-1 Rule for Social Features</i>.</para>
/// </remarks>
/// <param name="Silent">How many gave nothing.</param>
/// <param name="Some">How many gave something, but less than the bound.</param>
/// <param name="Many">How many gave at least the bound.</param>
/// <example><code>ParticipationProfile.Of([0, 0, 1, 4, 9])  // Silent 2, Some 2, Many 1</code></example>
public readonly record struct ParticipationProfile(
    [property: JsonRequired] int Silent,
    [property: JsonRequired] int Some,
    [property: JsonRequired] int Many)
{
    /// <summary>Counts the profile of some people.</summary>
    /// <remarks>Time O(n), space O(1).</remarks>
    /// <typeparam name="T">A whole-number type whose values fit a <see cref="long"/>.</typeparam>
    /// <param name="counts">One count per person, zero or more each, in any order.</param>
    /// <param name="bound">From how many on it is much; one or more.</param>
    /// <returns>The profile; its three numbers add up to the number of people.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or <paramref name="bound"/> is below one.</exception>
    public static ParticipationProfile Of<T>(ReadOnlySpan<T> counts, int bound = 5)
        where T : IBinaryInteger<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        int silent = 0;
        int many = 0;
        foreach (T count in counts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(counts));
            silent += T.IsZero(count) ? 1 : 0;
            many += long.CreateChecked(count) >= bound ? 1 : 0;
        }

        return new(silent, counts.Length - silent - many, many);
    }
}
