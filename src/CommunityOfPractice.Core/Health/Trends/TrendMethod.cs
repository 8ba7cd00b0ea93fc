using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Health;

/// <summary>How a trend was tested.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<TrendMethod>))]
public enum TrendMethod : byte
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>Two shares, of the period before and of the last one: Fisher's exact test and Newcombe's interval.</summary>
    TwoProportions = 1,

    /// <summary>All periods: the Mann-Kendall score against all orders of the values.</summary>
    MannKendallExact = 2,

    /// <summary>All periods: the Mann-Kendall score by its normal approximation, from nine periods on.</summary>
    MannKendall = 3,
}
