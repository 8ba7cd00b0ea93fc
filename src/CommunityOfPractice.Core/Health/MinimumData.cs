using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Health;

/// <summary>What must be there before a health model gives a score.</summary>
/// <remarks>Uncalibrated defaults from the project's domain research, section 4.4; published as data so that a host can be stricter.</remarks>
public sealed record MinimumData
{
    /// <summary>Gets how much of a dimension's weight must have values before the dimension has a score.</summary>
    /// <value>Between 0 and 1. The default value is 0.6. Indicators that are not applicable are left out of the whole.</value>
    [JsonRequired]
    public double DimensionCoverage { get; init; } = 0.6;

    /// <summary>Gets how many dimensions must have a score.</summary>
    /// <value>At least 1. The default value is 2.</value>
    [JsonRequired]
    public int Dimensions { get; init; } = 2;

    /// <summary>Gets the dimension that must have a score.</summary>
    /// <value>A dimension id, or null for none. The default value is null.</value>
    public string? RequiredDimension { get; init; }

    /// <summary>Gets how many people must be known in the community.</summary>
    /// <value>Members at the as-of instant, and whoever did something here before it. The default value is 0: no such number is asked for. Where small groups are withheld, any other is at least the smallest group that may be told.</value>
    public int People { get; init; }

    /// <summary>Gets how many people must have contributed in the window.</summary>
    /// <value>The default value is 5. Where small groups are withheld, at least the smallest group that may be told.</value>
    [JsonRequired]
    public int Contributors { get; init; } = 5;

    /// <summary>Gets how many contributions the window must hold.</summary>
    /// <value>The default value is 10.</value>
    [JsonRequired]
    public int Contributions { get; init; } = 10;

    /// <summary>Gets for how many days the community must have been observed.</summary>
    /// <value>Days from the first activity of a person to the as-of instant. The default value is 28.</value>
    [JsonRequired]
    public int ObservedDays { get; init; } = 28;
}
