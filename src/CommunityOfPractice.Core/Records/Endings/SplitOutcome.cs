using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>What a split writes into both journals, in one transaction, and what the new community still lacks.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Parent">The changes of the community that was split.</param>
/// <param name="Child">The changes of the new community.</param>
/// <param name="StillMissing">
/// What stands between it and its launch, empty when it is launched: <c>community.no-facilitator</c>, <c>charter.no-approval</c>,
/// <c>community.too-few-members</c>, <c>launch.no-gathering</c> (the split named no first gathering).
/// </param>
public sealed record SplitOutcome(
    [property: JsonConverter(typeof(ValueListJsonConverter<Change>))] ValueList<Change> Parent,
    [property: JsonConverter(typeof(ValueListJsonConverter<Change>))] ValueList<Change> Child,
    [property: JsonConverter(typeof(ValueListJsonConverter<Reason>))] ValueList<Reason> StillMissing);
