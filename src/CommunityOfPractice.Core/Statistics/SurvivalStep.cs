using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Statistics;

/// <summary>One step down of a <see cref="SurvivalCurve"/>: a time at which at least one event was observed.</summary>
/// <remarks>Compared by value.</remarks>
/// <param name="Time">When; zero or more, in the unit of the durations.</param>
/// <param name="AtRisk">How many observations lasted at least until then, without an event before.</param>
/// <param name="Events">How many of them had their event then; from 1 to <paramref name="AtRisk"/>.</param>
/// <param name="Survival">The estimated share without an event up to and including then; from 0 to 1.</param>
public readonly record struct SurvivalStep(
    [property: JsonRequired] double Time,
    [property: JsonRequired] int AtRisk,
    [property: JsonRequired] int Events,
    [property: JsonRequired] double Survival);
