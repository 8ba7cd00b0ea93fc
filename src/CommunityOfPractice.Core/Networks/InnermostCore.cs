using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Networks;

/// <summary>The part of a graph with the largest core number.</summary>
/// <remarks>Compared by value. The default value is that of a graph without vertices.</remarks>
/// <param name="Number">The largest core number, also called degeneracy; zero without edges.</param>
/// <param name="Size">How many vertices have it; all vertices without edges.</param>
public readonly record struct InnermostCore(
    [property: JsonRequired] int Number,
    [property: JsonRequired] int Size);
