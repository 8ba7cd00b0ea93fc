using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>What a closing writes into the journals, in one transaction.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Changes">The changes of the community that closes.</param>
/// <param name="Takeovers">What others take over, by community; empty when nobody does.</param>
public sealed record ClosingOutcome(
    [property: JsonConverter(typeof(ValueListJsonConverter<Change>))] ValueList<Change> Changes,
    [property: JsonConverter(typeof(ValueListJsonConverter<Takeover>))] ValueList<Takeover> Takeovers);

/// <summary>What one community takes over from another that closes.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Community">The community that takes over.</param>
/// <param name="Changes">Its changes.</param>
public sealed record Takeover(CommunityId Community, [property: JsonConverter(typeof(ValueListJsonConverter<Change>))] ValueList<Change> Changes);
