using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>What a merge writes into both journals, in one transaction.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="From">The changes of the community that goes.</param>
/// <param name="Into">The changes of the community that stays.</param>
public sealed record MergeOutcome(
    [property: JsonConverter(typeof(ValueListJsonConverter<Change>))] ValueList<Change> From,
    [property: JsonConverter(typeof(ValueListJsonConverter<Change>))] ValueList<Change> Into);
