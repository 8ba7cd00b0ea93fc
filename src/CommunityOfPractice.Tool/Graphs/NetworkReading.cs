namespace CommunityOfPractice.Tool.Graphs;

/// <summary>One line of a network report.</summary>
/// <param name="Key">Its name in JSON: a contract.</param>
/// <param name="Name">Its name in words.</param>
/// <param name="Value">The number; null when there is none.</param>
/// <param name="Why">Why there is none.</param>
/// <param name="IsCount">Whether it is a whole number.</param>
internal sealed record NetworkReading(string Key, string Name, double? Value, string Why, bool IsCount)
{
    public static NetworkReading Count(string key, string name, double? value, string why = "") => new(key, name, value, why, IsCount: true);

    public static NetworkReading Measure(string key, string name, double? value, string why) => new(key, name, value, why, IsCount: false);

    /// <summary>The same without its value.</summary>
    public NetworkReading Without(string why) => this with { Value = null, Why = why };
}
