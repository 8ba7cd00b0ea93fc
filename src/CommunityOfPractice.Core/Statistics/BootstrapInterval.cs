using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Statistics;

/// <summary>An estimate and how far it may be off, as <see cref="ClusterBootstrap"/> finds it.</summary>
/// <remarks>Compared by value. The default value is an estimate of 0 without a draw.</remarks>
/// <param name="Estimate">The statistic of the data as observed.</param>
/// <param name="Low">The lower end; at most <paramref name="Estimate"/>.</param>
/// <param name="High">The upper end; at least <paramref name="Estimate"/>.</param>
/// <param name="Draws">How many draws had a value.</param>
/// <param name="Undefined">How many draws had none. When they are many, the interval holds only for the data in which the statistic exists.</param>
public readonly record struct BootstrapInterval(
    [property: JsonRequired] double Estimate,
    [property: JsonRequired] double Low,
    [property: JsonRequired] double High,
    [property: JsonRequired] int Draws,
    [property: JsonRequired] int Undefined);
