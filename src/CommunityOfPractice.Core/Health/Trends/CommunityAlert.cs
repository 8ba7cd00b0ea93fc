using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Something about a community that wants attention, told once when it begins.</summary>
/// <remarks>Immutable and compared by value. Names nobody.</remarks>
/// <param name="Rule">The id of the rule: one of <see cref="AlertRules"/>.</param>
/// <param name="Raised">The period in which it began.</param>
/// <param name="Text">What it is, in words for a facilitator.</param>
public sealed record CommunityAlert(
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Rule,
    TimeWindow Raised,
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Text)
{
    /// <summary>Gets the period in which it ended.</summary>
    /// <value>Null while it lasts; what happens at once, such as a return, ends where it began.</value>
    public TimeWindow? Cleared { get; init; }

    /// <summary>Gets the numbers behind it.</summary>
    /// <value>Empty when they would be about too few people.</value>
    [JsonConverter(typeof(ValueListJsonConverter<Detail>))]
    public ValueList<Detail> Evidence { get; init => field = value ?? []; } = [];
}
