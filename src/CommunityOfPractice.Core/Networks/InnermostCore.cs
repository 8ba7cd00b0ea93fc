using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Networks;

/// <summary>The part of a graph with the largest core number.</summary>
/// <remarks>Compared by value. The default value is that of a graph without vertices.</remarks>
/// <param name="Number">The largest core number, also called degeneracy; zero without edges.</param>
/// <param name="Size">How many vertices have it; all vertices without edges.</param>
/// <param name="Vertices">How many vertices there are.</param>
public readonly record struct InnermostCore(
    [property: JsonRequired] int Number,
    [property: JsonRequired] int Size,
    [property: JsonRequired] int Vertices)
{
    /// <summary>Gets the share of the vertices that are in the innermost core.</summary>
    /// <value>Above 0 and at most 1; null without edges, where there is no core to speak of.</value>
    [JsonIgnore]
    public double? Share => Number == 0 ? null : (double)Size / Vertices;
}
