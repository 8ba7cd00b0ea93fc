using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Something a facilitator can do, and what it would bring.</summary>
/// <param name="Indicator">The id of the indicator that it improves.</param>
/// <param name="Text">What to do and how often, in one or two sentences.</param>
/// <param name="Gain">The points by which the score would rise if exactly that were done; worked out anew with the reading as it would be then, all else being equal.</param>
public sealed record NextStep(
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Indicator,
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Text,
    [property: JsonRequired] double Gain)
{
    /// <summary>Gets how many acts it takes: what the step costs, and what can be done in the coming quarter (<see cref="IHealthAct.PerWeek"/>).</summary>
    /// <value>One or more; each act counts the same.</value>
    public int Acts { get; init; }

    /// <summary>Gets how many such acts there are to choose from.</summary>
    /// <value>Null when there is no limit.</value>
    public int? Available { get; init; }

    /// <summary>Gets how many acts would bring the gain that was asked for, where that is more than can be done in the coming quarter.</summary>
    /// <value>More than <see cref="Acts"/>; null when those bring it, or when even all there are do not.</value>
    public int? Wanted { get; init; }

    /// <summary>Gets what the indicator would read then.</summary>
    /// <value>In the indicator's unit.</value>
    public double Value { get; init; }

    /// <summary>Gets whether the step brings the gain that was asked for.</summary>
    /// <value><see langword="false"/> when it is a first step (<see cref="Wanted"/>), or when even all acts there are would bring less; the text says which.</value>
    public bool Reaches { get; init; }
}
