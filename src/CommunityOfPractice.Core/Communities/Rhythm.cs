namespace CommunityOfPractice.Core.Communities;

/// <summary>How often the members meet or hear from each other.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Every">The usual time between two gatherings, above zero.</param>
/// <param name="Description">The rhythm in words: "second Tuesday of the month, 60 minutes, online".</param>
public sealed record Rhythm(TimeSpan Every, string Description)
{
    /// <summary>Gets what happens how often, in words.</summary>
    /// <value>Never null.</value>
    public string Description { get; init; } = Description ?? throw new ArgumentNullException(nameof(Description));
}
