using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>An answer that somebody gave: what speaks for asking them again.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Person">Who answered.</param>
/// <param name="At">When it was known: of an accepted answer when it was accepted, as far as that is known.</param>
/// <param name="Topics">The topics of the question.</param>
/// <param name="Accepted">Whether the asker accepted it.</param>
public sealed record AnswerEvidence(
    [property: JsonRequired] PersonId Person,
    [property: JsonRequired] DateTimeOffset At,
    [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<TopicId>))] ValueList<TopicId> Topics,
    [property: JsonRequired] bool Accepted);
