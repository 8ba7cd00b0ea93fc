using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>How one reading moves over periods, and how sure that is.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Info">The indicator.</param>
/// <param name="Series">What it read in each period, the oldest first.</param>
public sealed record IndicatorTrend(
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<IndicatorInfo>))] IndicatorInfo Info,
    [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<Measurement>))] ValueList<Measurement> Series)
{
    /// <summary>Gets the direction over all periods.</summary>
    /// <value>Rising or falling only when the adjusted p-value is below the level.</value>
    public TrendDirection Direction { get; init; }

    /// <summary>Gets how the direction was tested.</summary>
    /// <value><see cref="TrendMethod.None"/> when there is too little data.</value>
    public TrendMethod Method { get; init; }

    /// <summary>Gets the typical change per period (Theil-Sen).</summary>
    /// <value>In the unit of the indicator; null for fewer than two values.</value>
    public double? SlopePerPeriod { get; init; }

    /// <summary>Gets the p-value of the direction on its own.</summary>
    /// <value>From 0 to 1, two-sided; null when nothing was tested.</value>
    public double? P { get; init; }

    /// <summary>Gets the p-value corrected for all tests of the report (Holm).</summary>
    /// <value>From <see cref="P"/> to 1; null when nothing was tested.</value>
    public double? AdjustedP { get; init; }

    /// <summary>Gets whether the last period differs from the one before.</summary>
    /// <value>Too little data for anything but shares of whole numbers: two other values have no test of their own.</value>
    public TrendDirection LastChange { get; init; }

    /// <summary>Gets the value of the last period minus that of the one before.</summary>
    /// <value>In the unit of the indicator, with a 95 % interval for shares; null when one of the two has no value.</value>
    public double? Change { get; init; }

    /// <summary>Gets the range in which the change plausibly lies.</summary>
    /// <value>A 95 % interval, for this reading alone; null where there is none.</value>
    public Interval? ChangeInterval { get; init; }

    /// <summary>Gets the p-value of the last change, corrected for all tests of the report (Holm).</summary>
    /// <value>From 0 to 1; null when it was not tested.</value>
    public double? ChangeAdjustedP { get; init; }
}
