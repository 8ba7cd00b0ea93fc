using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Statistics;

/// <summary>Ladder momentum: whether people move up or down the levels of participation between two moments.</summary>
/// <remarks>
/// <para>
/// <see cref="Weighted"/> sums people by the square of their level's weight, as the Orbit model of 2022 does; <see cref="PerMember"/> is the change of that sum for
/// each member, which that model calls gravity. An older version calls something else by that name, so the name is not used here.
/// The rates of up, held and down say the same in words: read them first.
/// </para>
/// <para>Compared by value. The default value is that of nobody.</para>
/// <para>Source: Orbit model (2022), github.com/orbit-love/orbit-model.</para>
/// </remarks>
/// <param name="Up">How many of those who were there at both moments stand higher.</param>
/// <param name="Held">How many stand where they stood.</param>
/// <param name="Down">How many stand lower.</param>
public readonly record struct LadderMomentum(
    [property: JsonRequired] int Up,
    [property: JsonRequired] int Held,
    [property: JsonRequired] int Down)
{
    /// <summary>Gets the share that moved up.</summary>
    /// <value>From 0 to 1; null when nobody was there at both moments.</value>
    [JsonIgnore]
    public double? UpRate => Rate(Up);

    /// <summary>Gets the share that moved down.</summary>
    /// <value>From 0 to 1; null when nobody was there at both moments.</value>
    [JsonIgnore]
    public double? DownRate => Rate(Down);

    /// <summary>Gets the weights of the four levels of the Orbit model, from the outermost in.</summary>
    /// <value>1, 4, 7, 10.</value>
    public static ReadOnlySpan<int> OrbitWeights => [1, 4, 7, 10];

    /// <summary>Counts who moved.</summary>
    /// <remarks>Time O(n), space O(1).</remarks>
    /// <param name="before">The level of each person at the earlier moment, higher being deeper in; any numbers.</param>
    /// <param name="after">Their levels at the later moment, in the same order.</param>
    /// <param name="level">Only those who stood on this level before; null for all.</param>
    /// <returns>The counts.</returns>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    /// <example><code>LadderMomentum.Of([0, 0, 1, 2], [0, 1, 1, 1])  // Up 1, Held 2, Down 1</code></example>
    public static LadderMomentum Of(ReadOnlySpan<int> before, ReadOnlySpan<int> after, int? level = null)
    {
        Demand.SameLength(before.Length, after.Length, nameof(after));
        int up = 0;
        int held = 0;
        int down = 0;
        for (int person = 0; person < before.Length; person++)
        {
            if (level is null || before[person] == level)
            {
                up += after[person] > before[person] ? 1 : 0;
                held += after[person] == before[person] ? 1 : 0;
                down += after[person] < before[person] ? 1 : 0;
            }
        }

        return new(up, held, down);
    }

    /// <summary>Returns the weighted commitment <c>Σ w_l²·N_l</c>.</summary>
    /// <remarks>Time O(levels), space O(1).</remarks>
    /// <param name="people">How many people stand on each level; zero or more each.</param>
    /// <param name="weights">The weight of each level, in the same order.</param>
    /// <returns>Zero or more.</returns>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <example><code>LadderMomentum.Weighted([17, 8, 4, 1], LadderMomentum.OrbitWeights)  // 441</code></example>
    public static long Weighted(ReadOnlySpan<int> people, ReadOnlySpan<int> weights)
    {
        Demand.SameLength(people.Length, weights.Length, nameof(weights));
        long sum = 0;
        for (int level = 0; level < people.Length; level++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(people[level], nameof(people));
            sum = checked(sum + ((long)weights[level] * weights[level] * people[level]));
        }

        return sum;
    }

    /// <summary>Returns the change of the weighted commitment for each member of the later moment.</summary>
    /// <remarks>It grows with every move inward and with every newcomer. Time O(levels), space O(1).</remarks>
    /// <param name="before">How many people stood on each level at the earlier moment; zero or more each.</param>
    /// <param name="after">How many stand on each level at the later moment; zero or more each.</param>
    /// <param name="weights">The weight of each level, in the same order.</param>
    /// <returns>Negative when commitment fell; null without members at the later moment.</returns>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <example><code>LadderMomentum.PerMember([17, 8, 4, 1], [15, 9, 5, 1], LadderMomentum.OrbitWeights)  // 2.1</code></example>
    public static double? PerMember(ReadOnlySpan<int> before, ReadOnlySpan<int> after, ReadOnlySpan<int> weights)
    {
        long change = Weighted(after, weights) - Weighted(before, weights);
        long members = 0;
        foreach (int count in after)
        {
            members += count;
        }

        return members == 0 ? null : (double)change / members;
    }

    private double? Rate(int part)
    {
        long all = (long)Up + Held + Down;
        return all == 0 ? null : (double)part / all;
    }
}
