using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>The communities above one, as they stand when something is decided.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Of">Whose ancestors they are.</param>
/// <param name="Ancestors">Its parent, the parent's parent and so on; redirects followed.</param>
public sealed record Ancestry(
    CommunityId Of,
    [property: JsonConverter(typeof(ValueListJsonConverter<CommunityId>))] ValueList<CommunityId> Ancestors);
