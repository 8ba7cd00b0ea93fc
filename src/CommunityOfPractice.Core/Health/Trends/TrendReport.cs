using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>How the readings of a community move over periods of one length, with tests.</summary>
/// <remarks>
/// Immutable and compared by value. All tests of a report are taken together: the chance that any rise or fall in it is a false one is at most 5 % when nothing moves
/// (Holm). Periods do not overlap; people who are there in several of them make the tests less exact than they look.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Periods">The periods, the oldest first.</param>
/// <param name="Trends">One trend an indicator, in the order of the indicators.</param>
public sealed record TrendReport(
    CommunityId Community,
    [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<TimeWindow>))] ValueList<TimeWindow> Periods,
    [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<IndicatorTrend>))] ValueList<IndicatorTrend> Trends)
{
    /// <summary>Gets how many tests were made.</summary>
    /// <value>Zero or more.</value>
    public int Tests { get; init; }
}
