using System.Text.Json.Serialization;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Who hosted a series before others did: a change of hosts does not rewrite who hosted what is over.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Hosts">Who hosted, in the order of their turns.</param>
/// <param name="Through">The last instant at which an occurrence starts that they host.</param>
public sealed record PastHosts([property: JsonConverter(typeof(ValueListJsonConverter<PersonId>))] ValueList<PersonId> Hosts, DateTimeOffset Through);
