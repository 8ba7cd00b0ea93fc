using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>One row of the table of gatherings: by which command or fact, from where to where, with which guards.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Id">The number of the transition, such as <c>G1</c>; a dash where the status stays.</param>
/// <param name="Trigger">The name of the command, or of the fact that follows from something else.</param>
/// <param name="From">The statuses from which it is possible, in their order.</param>
/// <param name="To">The statuses to which it can lead; empty when the status stays as it is.</param>
/// <param name="Guards">The codes of its guards; those of time, rules and series are not repeated here.</param>
public sealed record GatheringTransition(
    string Id,
    string Trigger,
    [property: JsonConverter(typeof(ValueListJsonConverter<GatheringStatus>))] ValueList<GatheringStatus> From,
    [property: JsonConverter(typeof(ValueListJsonConverter<GatheringStatus>))] ValueList<GatheringStatus> To,
    [property: JsonConverter(typeof(ValueListJsonConverter<string>))] ValueList<string> Guards);
