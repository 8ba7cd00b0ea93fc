using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>What is known of a community before it is proposed.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Name">The name it is to have.</param>
/// <param name="Topics">Its topics, canonical and without problems; empty when that is open.</param>
/// <param name="Interested">Who is interested; empty when nobody has said.</param>
public sealed record CommunityDraft([property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Name, [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<TopicWeight>))] ValueList<TopicWeight> Topics, [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<PersonId>))] ValueList<PersonId> Interested);
