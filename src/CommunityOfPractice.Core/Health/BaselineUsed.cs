using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Which baseline a score is explained against, and why not the one that was asked for.</summary>
/// <param name="Kind">The baseline that was used.</param>
/// <param name="Asked">The baseline that was asked for.</param>
public sealed record BaselineUsed([property: JsonRequired] HealthBaseline Kind, [property: JsonRequired] HealthBaseline Asked)
{
    /// <summary>Gets the window of the baseline.</summary>
    /// <value>Null for <see cref="HealthBaseline.Okay"/>.</value>
    public TimeWindow? Window { get; init; }

    /// <summary>Gets why the baseline that was asked for could not be used.</summary>
    /// <value>Null when it was used; otherwise <c>baseline.no-score</c>: the community had no score then.</value>
    public Reason? Why { get; init; }
}
