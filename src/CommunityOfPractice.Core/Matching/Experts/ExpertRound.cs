using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>Open questions assigned to people, all at once.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Asks">Who is asked what, by question.</param>
/// <param name="Unassigned">The ids of the questions for which nobody free has any evidence, or everybody who has is taken by others; by id.</param>
/// <param name="Verified">Whether an independent check confirmed, by prices and a minimum cut, that no other assignment asks more questions, or as many with a greater total score, within what people take.</param>
/// <param name="TotalScore">The sum of the scores in millionths, as the check counted it.</param>
public sealed record ExpertRound(
    [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<ExpertSuggestion>))] ValueList<ExpertSuggestion> Asks,
    [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<string>))] ValueList<string> Unassigned,
    [property: JsonRequired] bool Verified,
    [property: JsonRequired] long TotalScore)
{
    /// <summary>Gets why nobody is asked, for each question of <see cref="Unassigned"/>.</summary>
    /// <value>In their order; empty for a round that was made up elsewhere.</value>
    [JsonConverter(typeof(ValueListJsonConverter<UnassignedQuestion>))]
    public ValueList<UnassignedQuestion> Explained { get; init => field = value ?? []; } = [];
}
