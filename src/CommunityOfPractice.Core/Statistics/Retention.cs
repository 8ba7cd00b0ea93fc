using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Statistics;

/// <summary>How many of those who joined were seen again, out of those who were watched for long enough.</summary>
/// <remarks>Compared by value. The default value is that of an empty cohort. Put a <see cref="Wilson"/> interval beside the share.</remarks>
/// <param name="Retained">How many were seen again.</param>
/// <param name="Complete">How many were watched for long enough to tell: the denominator.</param>
/// <param name="Incomplete">How many were not, and are left out.</param>
public readonly record struct Retention(
    [property: JsonRequired] int Retained,
    [property: JsonRequired] int Complete,
    [property: JsonRequired] int Incomplete)
{
    /// <summary>Gets the share that was seen again.</summary>
    /// <value>From 0 to 1; null when nobody was watched for long enough.</value>
    [JsonIgnore]
    public double? Share => Complete == 0 ? null : (double)Retained / Complete;
}
