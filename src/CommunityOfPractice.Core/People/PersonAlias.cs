using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.People;

/// <summary>One id that stands for a person who has another one: an account of a chat, a code host, a former name.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Alias">The id that stands for the person.</param>
/// <param name="Person">The person; may be an alias of somebody in turn.</param>
public sealed record PersonAlias([property: JsonRequired] PersonId Alias, [property: JsonRequired] PersonId Person);
