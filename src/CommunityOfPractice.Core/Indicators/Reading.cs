using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>What an indicator found: the measurement, and the numbers behind it.</summary>
/// <param name="Measurement">The measured value, or why there is none.</param>
public sealed record Reading(
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<Measurement>))] Measurement Measurement)
{
    /// <summary>Gets the numbers behind the measurement, such as how many questions were answered.</summary>
    /// <value>Empty when there is nothing to add.</value>
    [JsonConverter(typeof(ValueListJsonConverter<Detail>))]
    public ValueList<Detail> Details { get; init => field = value ?? []; } = []; // generated serializers give null for a list that is not there

    /// <summary>Gets what was found in words, where a number alone misleads, such as "no detectable trend".</summary>
    /// <value>Null when the number says it all.</value>
    public string? Finding { get; init; }

    /// <summary>Gets the numbers of people that a report told before and this reading does not tell: the next report is compared with them.</summary>
    /// <value>
    /// Named <c>n</c> (how many people it rested on), <c>value</c> (what was read) and as the details; null, the default, for none. Only beside a report that was published before; readers of that chain know them already.
    /// </value>
    [JsonConverter(typeof(ValueListJsonConverter<Detail>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ValueList<Detail>? LastTold { get; init; }

    /// <summary>Makes a reading of a share with its Wilson interval.</summary>
    /// <param name="count">How many of <paramref name="of"/>.</param>
    /// <param name="of">The whole.</param>
    /// <param name="need">How large the whole must be for a value.</param>
    /// <param name="what">What the whole counts, in the plural.</param>
    /// <param name="enoughOn">When the whole will be large enough, where time alone brings it about.</param>
    /// <returns>A value from 0 to 1 with a 95 % interval, or insufficient data.</returns>
    internal static Reading OfShare(int count, int of, int need, string what, DateTimeOffset? enoughOn = null)
    {
        if (of < need)
        {
            return Insufficient(what, of, need, enoughOn);
        }

        (double low, double high) = Statistics.Wilson.Interval(count, of)!.Value;
        return new(new Measurement.Value((double)count / of, of, new Interval(low, high)));
    }

    /// <summary>Makes a reading of a question that does not arise.</summary>
    internal static Reading NotApplicable(string code, string text) => new(new Measurement.NotApplicable(new Reason(code, text)));

    /// <summary>Makes a reading of too little data.</summary>
    internal static Reading Insufficient(string what, double have, double need, DateTimeOffset? enoughOn = null) =>
        new(new Measurement.InsufficientData(what, have, need) { EnoughOn = enoughOn });
}
