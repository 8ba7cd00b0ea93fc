using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>A question for which nobody is asked, and why.</summary>
/// <remarks>Immutable and compared by value. Names nobody.</remarks>
/// <param name="Question">The question's id.</param>
/// <param name="Reason">Why: <c>experts.no-topics</c>, <c>experts.no-evidence</c>, <c>experts.not-free</c> or <c>experts.taken</c>.</param>
public sealed record UnassignedQuestion(
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Question,
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<Reason>))] Reason Reason);
