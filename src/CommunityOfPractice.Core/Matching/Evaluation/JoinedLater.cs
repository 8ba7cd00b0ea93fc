using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>What one person joined after the cut of an evaluation.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Person">The person.</param>
/// <param name="Communities">By id; at least one.</param>
public sealed record JoinedLater(PersonId Person, [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<CommunityId>))] ValueList<CommunityId> Communities);
