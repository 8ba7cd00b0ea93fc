using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>A question for which somebody is looked for.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Id">Names the question; not blank.</param>
/// <param name="Asker">Who asked, and is never asked back.</param>
/// <param name="Topics">Its topics.</param>
public sealed record OpenAsk(
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Id,
    [property: JsonRequired] PersonId Asker,
    [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<TopicId>))] ValueList<TopicId> Topics)
{
    /// <summary>Gets who was asked before and did not answer; they are passed over.</summary>
    /// <value>Empty by default.</value>
    [JsonConverter(typeof(ValueListJsonConverter<PersonId>))]
    public ValueList<PersonId> AskedBefore { get; init => field = value ?? []; } = [];
}
