using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>What became of one red flag: a status of its own, which never lowers or caps the score.</summary>
/// <param name="Id">The stable id with the version of the definition, such as <c>no-active-facilitator/v1</c>.</param>
/// <param name="Name">The name for people.</param>
/// <param name="Status">Whether it is up.</param>
/// <param name="Text">What was found, in one sentence.</param>
public sealed record RedFlag(
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Id,
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Name,
    [property: JsonRequired] RedFlagStatus Status,
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Text);
