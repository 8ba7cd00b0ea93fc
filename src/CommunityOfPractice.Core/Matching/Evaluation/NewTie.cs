using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>A tie that came about, or could have, and whether it crosses a boundary.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Cluster">What hangs together, such as the round or the person who was matched; whole clusters are drawn for the interval.</param>
/// <param name="CrossesSilos">Whether the two are of different departments, as of then.</param>
public sealed record NewTie([property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Cluster, bool CrossesSilos);
