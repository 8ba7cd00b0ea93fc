using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Whether people turn to each other across the borders of departments or places, and between which more or less than by chance.</summary>
/// <remarks>
/// <para>Immutable and compared by value. Without names; small cells are withheld, with whatever else is needed so that they cannot be worked out from the rest.
/// Chance is all ways to hand out the groups among the people who have one, the ties staying as they are.</para>
/// <para>A tie counts by the departments or places in which the two stood when they last turned to each other in the window, so that a reorganisation does not rewrite the past. Who had ties in several is
/// one person in each.</para>
/// </remarks>
public sealed record SiloMap
{
    /// <summary>Gets what the groups are.</summary>
    /// <value>A defined attribute.</value>
    public required SiloBorder Attribute { get; init; }

    /// <summary>Gets the window.</summary>
    /// <value>Half-open.</value>
    public required TimeWindow Window { get; init; }

    /// <summary>Gets the rule about small groups that was applied.</summary>
    /// <value>The version of the policy and its smallest group.</value>
    [JsonConverter(typeof(NeededJsonConverter<string>))]
    public required string Policy { get; init; }

    /// <summary>Gets the smallest group that is told about.</summary>
    /// <value>3 or more.</value>
    public required int SmallestGroup { get; init; }

    /// <summary>Gets the seed of the permutations.</summary>
    /// <value>Any number; the same seed gives the same map.</value>
    public required ulong Seed { get; init; }

    /// <summary>Gets how many permutations there were.</summary>
    /// <value>One or more.</value>
    public required int Permutations { get; init; }

    /// <summary>Gets how far ties cross borders more (above 0) or less (below 0) than by chance: the E-I index minus its expectation.</summary>
    /// <value>From −2 to 2; no value without groups, below 70 % of ties with both groups known, or when withheld.</value>
    [JsonConverter(typeof(NeededJsonConverter<Measurement>))]
    public required Measurement Crossing { get; init; }

    /// <summary>Gets which part of all ties has both groups known.</summary>
    /// <value>From 0 to 1; null without ties or when withheld.</value>
    public double? Coverage { get; init; }

    /// <summary>Gets how many ties have both groups known.</summary>
    /// <value>Zero or more; null when withheld.</value>
    public int? Ties { get; init; }

    /// <summary>Gets how many of them lie inside a group.</summary>
    /// <value>Zero or more; null when withheld.</value>
    public int? Within { get; init; }

    /// <summary>Gets how many of them cross a border.</summary>
    /// <value>Zero or more; null when withheld.</value>
    public int? Across { get; init; }

    /// <summary>Gets how many cells are withheld.</summary>
    /// <value>Zero or more.</value>
    [JsonIgnore]
    public int WithheldCells => Cells.Count(c => c.Finding == SiloFinding.Withheld);

    /// <summary>Gets the groups.</summary>
    /// <value>By name (ordinal), <c>(others)</c> last; empty when there is nothing to show.</value>
    [JsonConverter(typeof(ValueListJsonConverter<SiloGroup>))]
    public required ValueList<SiloGroup> Groups { get; init; }

    /// <summary>Gets the cells.</summary>
    /// <value>Row by row, each pair of groups once; empty when there is nothing to show.</value>
    [JsonConverter(typeof(ValueListJsonConverter<SiloCell>))]
    public required ValueList<SiloCell> Cells { get; init; }
}
