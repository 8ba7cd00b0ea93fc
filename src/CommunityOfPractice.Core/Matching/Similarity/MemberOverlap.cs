using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Matching;

/// <summary>How far two groups of people are the same people.</summary>
/// <remarks>Compared by value.</remarks>
/// <param name="One">How many belong to the one.</param>
/// <param name="Other">How many belong to the other.</param>
/// <param name="Shared">How many belong to both.</param>
/// <param name="Population">How many people there are, both groups included.</param>
public readonly record struct MemberOverlap(
    [property: JsonRequired] int One, [property: JsonRequired] int Other, [property: JsonRequired] int Shared, [property: JsonRequired] int Population)
{
    /// <summary>Gets the share of those in either who are in both (Jaccard).</summary>
    /// <value>From 0 to 1; null when either is empty.</value>
    [JsonIgnore]
    public double? Jaccard => Known ? (double)Shared / (One + Other - Shared) : null;

    /// <summary>Gets the share of the smaller group that belongs to the larger one (overlap coefficient).</summary>
    /// <value>From 0 to 1; null when either is empty.</value>
    [JsonIgnore]
    public double? Containment => Known ? (double)Shared / Math.Min(One, Other) : null;

    /// <summary>Gets how many would be shared by mere chance.</summary>
    /// <value>Zero or more; null when either is empty.</value>
    [JsonIgnore]
    public double? Expected => Known ? (double)One * Other / Population : null;

    /// <summary>Gets how probable so many shared people or more are by mere chance (hypergeometric upper tail).</summary>
    /// <value>From 0 to 1; null when either is empty. O(smaller group).</value>
    [JsonIgnore]
    public double? Significance => Known ? Hypergeometric.UpperTail(Shared, Population, Other, One) : null;

    private bool Known => One > 0 && Other > 0;

    /// <summary>Makes an overlap; the population is at least as large as both groups together.</summary>
    /// <param name="one">How many belong to the one; zero or more.</param>
    /// <param name="other">How many belong to the other; zero or more.</param>
    /// <param name="shared">How many belong to both.</param>
    /// <param name="population">How many people there are, as far as known; zero when it is not.</param>
    /// <returns>The overlap.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or more are shared than the smaller group has.</exception>
    public static MemberOverlap Of(int one, int other, int shared, int population)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(one);
        ArgumentOutOfRangeException.ThrowIfNegative(other);
        ArgumentOutOfRangeException.ThrowIfNegative(shared);
        ArgumentOutOfRangeException.ThrowIfNegative(population);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(shared, Math.Min(one, other));
        return new(one, other, shared, Math.Max(population, one + other - shared));
    }
}
