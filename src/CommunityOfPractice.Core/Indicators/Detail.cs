using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>A number behind a measurement.</summary>
/// <param name="Name">A stable name in camel case, such as <c>answered</c>.</param>
/// <param name="Number">The number; finite.</param>
public sealed record Detail(
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Name,
    [property: JsonRequired] double Number);
