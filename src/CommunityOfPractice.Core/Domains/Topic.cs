using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Domains;

/// <summary>A topic of a vocabulary, with the names under which people look for it.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Id">The canonical id.</param>
/// <param name="Label">The name for people.</param>
/// <param name="Synonyms">Other names for the same thing, in any order.</param>
public sealed record Topic(
    TopicId Id,
    string Label,
    [property: JsonConverter(typeof(ValueListJsonConverter<string>))] ValueList<string> Synonyms);
