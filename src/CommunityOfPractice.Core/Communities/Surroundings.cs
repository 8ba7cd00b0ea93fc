using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>What a decision about one community needs to know from outside of it.</summary>
/// <remarks>Immutable and compared by value. What is not stated is not taken for granted: a rule that needs it refuses.</remarks>
public sealed record Surroundings
{
    /// <summary>Gets the surroundings about which nothing is stated.</summary>
    /// <value>No open item, no ancestry.</value>
    public static Surroundings Unstated { get; } = new();

    /// <summary>Gets what the host keeps outside of the record and the community has not settled.</summary>
    /// <value>Names; empty by default. A community does not close before. What stands in the record (artifacts) is added by itself.</value>
    [JsonConverter(typeof(ValueListJsonConverter<string>))]
    public ValueList<string> OpenItems { get; init => field = value ?? []; } = [];

    /// <summary>Gets what stands above the community that the command names.</summary>
    /// <value>Null when it was not looked up; then a command that could close a circle is refused.</value>
    public Ancestry? Ancestry { get; init; }
}
