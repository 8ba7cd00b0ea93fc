using System.Globalization;
using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>How small a group may be that something is told about.</summary>
/// <remarks>Immutable and compared by value. The defaults follow Viva Insights and Culture Amp, which tell nothing about groups below five.</remarks>
public sealed record SuppressionPolicy
{
    /// <summary>The smallest group that is told about when nothing else is said.</summary>
    public const int Usual = 5;

    /// <summary>Below this, nothing can be said that is not about single people.</summary>
    public const int Floor = 3;

    /// <summary>Gets the policy with its defaults.</summary>
    /// <value>Version <c>suppression/1</c>: groups of 5, distributions of 10.</value>
    public static SuppressionPolicy Default { get; } = new();

    /// <summary>Gets the version, which processing records and maps name.</summary>
    /// <value>The default value is <c>suppression/1</c>.</value>
    public string Version { get; init => field = value ?? "suppression/1"; } = "suppression/1";

    /// <summary>Gets how many people a group has at least that something is told about, <c>k</c>.</summary>
    /// <value>The default value is 5; 3 and 4 need <see cref="SmallerGroups"/>.</value>
    public int SmallestGroup { get; init; } = Usual;

    /// <summary>Gets how many people a group has at least whose spread over classes is told.</summary>
    /// <value><see cref="SmallestGroup"/> or more; the default value is 10.</value>
    public int SmallestDistribution { get; init; } = 10;

    /// <summary>Gets a value indicating whether groups of 3 and 4 are allowed; set in code only, since configuration does not carry it.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    [JsonIgnore]
    public bool SmallerGroups { get; init; }

    /// <summary>Returns what is wrong with the policy.</summary>
    /// <returns>Every fault, empty when there is none: <c>policy.suppression.group</c>, <c>.distribution</c>, <c>.version</c>.</returns>
    public ValueList<Reason> Problems()
    {
        Guards guards = new();
        int least = SmallerGroups ? Floor : Usual;
        guards.Require(!string.IsNullOrWhiteSpace(Version), "policy.suppression.version", "A policy has a version.");
        guards.Require(SmallestGroup >= least, "policy.suppression.group", string.Create(CultureInfo.InvariantCulture, $"The smallest group has {least} people or more."));
        guards.Require(SmallestDistribution >= SmallestGroup, "policy.suppression.distribution", "A distribution needs as many people as a group, or more.");
        return guards.Unmet;
    }

    /// <summary>The policy, or an exception that says what is wrong with it.</summary>
    internal static SuppressionPolicy Checked(SuppressionPolicy? policy, string parameter) => (policy ?? Default).Problems() is { Count: > 0 } problems
        ? throw new ArgumentException($"Something is wrong with the policy: {string.Join(" ", problems.Select(p => p.Text))}", parameter)
        : policy ?? Default;

    /// <summary>Whether so many people are some, but too few to be told about.</summary>
    internal bool IsSmall(double people) => people > 0 && people < SmallestGroup;

    /// <summary>Whether a number of people changed by so few since it was told that the difference would tell about them.</summary>
    internal bool IsHeld(long published, long now) => CellSuppression.IsHeld(published, now, SmallestGroup);

    /// <summary>The measurement that stands for something about too few people.</summary>
    internal Measurement Withheld() => new Measurement.Suppressed(new Reason("group.small", string.Create(CultureInfo.InvariantCulture, $"It would be about fewer than {SmallestGroup} people."))
    {
        Arguments = [SmallestGroup.ToString(CultureInfo.InvariantCulture)],
    });
}
