using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>One row of the table of questions: what leads from where to where, and what can stand against it.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Id">The number of the transition, such as <c>Q2</c>.</param>
/// <param name="Trigger">The name of the command, or of the rule's fact.</param>
/// <param name="From">The statuses from which it is possible; empty for the first question of that id.</param>
/// <param name="To">The statuses to which it can lead; empty when the status stays.</param>
/// <param name="Guards">The codes with which it is refused, in the order of the alphabet.</param>
public sealed record QuestionTransition(
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Id,
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Trigger,
    ValueList<QuestionStatus> From,
    ValueList<QuestionStatus> To,
    ValueList<string> Guards)
{
    /// <summary>Gets the statuses from which it is possible.</summary>
    /// <value>By number; empty for the first question of that id.</value>
    [JsonConverter(typeof(ValueListJsonConverter<QuestionStatus>))]
    public ValueList<QuestionStatus> From { get; init => field = value ?? []; } = From ?? [];

    /// <summary>Gets the statuses to which it can lead.</summary>
    /// <value>By number; empty when the status stays.</value>
    [JsonConverter(typeof(ValueListJsonConverter<QuestionStatus>))]
    public ValueList<QuestionStatus> To { get; init => field = value ?? []; } = To ?? [];

    /// <summary>Gets the codes with which it is refused.</summary>
    /// <value>In the order of the alphabet; empty for what a rule makes.</value>
    [JsonConverter(typeof(ValueListJsonConverter<string>))]
    public ValueList<string> Guards { get; init => field = value ?? []; } = Guards ?? [];
}
