using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>One thing that is computed about a community or a person: a row of the processing record.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Id">The id of the indicator, or of what else is computed.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Purpose">What it tells, in one sentence.</param>
/// <param name="Sources">What is read for it; null when that was not declared: then everything that is recorded must be taken to be read.</param>
public sealed record ProcessingEntry(
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Id,
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Name,
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Purpose,
    ReadingSources? Sources)
{
    /// <summary>Gets whether the result is about one person.</summary>
    /// <value>The default value is <see langword="false"/>: it is about a community, or a group of at least the smallest size.</value>
    public bool AboutOnePerson { get; init; }

    /// <summary>Gets who may see the result.</summary>
    /// <value>A sentence.</value>
    [JsonConverter(typeof(NeededJsonConverter<string>))]
    public required string SeenBy { get; init; }

    /// <summary>Gets how long the result is kept.</summary>
    /// <value>A sentence.</value>
    [JsonConverter(typeof(NeededJsonConverter<string>))]
    public required string Kept { get; init; }

    /// <summary>Gets how small groups are protected.</summary>
    /// <value>A sentence.</value>
    [JsonConverter(typeof(NeededJsonConverter<string>))]
    public required string SmallGroups { get; init; }
}
