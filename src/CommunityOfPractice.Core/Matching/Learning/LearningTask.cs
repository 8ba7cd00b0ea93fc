using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>Something small that waits to be done in a community and really helps it.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Kind">What sort of thing it is.</param>
/// <param name="Id">The id of the question, artifact or gathering.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Since">Since when it waits, in UTC; for a gathering, when it begins.</param>
public sealed record LearningTask(LearningTaskKind Kind, [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Id, [property: PersonalData, JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Title, DateTimeOffset Since)
{
    /// <summary>Gets what it is about.</summary>
    /// <value>Empty when unknown.</value>
    [JsonConverter(typeof(ValueListJsonConverter<TopicWeight>))]
    public ValueList<TopicWeight> Topics { get; init => field = value ?? []; } = [];
}
