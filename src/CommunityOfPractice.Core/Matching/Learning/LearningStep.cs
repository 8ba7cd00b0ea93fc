using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>A task proposed to somebody new, and why.</summary>
/// <remarks>Immutable and compared by value. The shares add up to the score exactly.</remarks>
/// <param name="Task">The task.</param>
/// <param name="Score">From 0 to 1.</param>
/// <param name="Shares">What the score is made of: <c>step</c> (how well its size fits what was done before), <c>topics</c>, <c>waiting</c>.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record LearningStep(
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<LearningTask>))] LearningTask Task,
    double Score,
    [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<Share>))] ValueList<Share> Shares,
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<Reason>))] Reason Reason);
