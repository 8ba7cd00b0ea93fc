using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>The ties between two groups, or inside one, beside what chance would give.</summary>
/// <remarks>Immutable and compared by value. All numbers of a withheld cell are null.</remarks>
/// <param name="First">A group.</param>
/// <param name="Second">A group, the same for ties inside it; not before <paramref name="First"/> in the order of the map.</param>
/// <param name="Finding">What the cell shows.</param>
public sealed record SiloCell(
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string First,
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Second,
    SiloFinding Finding)
{
    /// <summary>Gets how many ties there are: pairs of people of whom one turned to the other.</summary>
    /// <value>Zero or more; null when withheld.</value>
    public int? Ties { get; init; }

    /// <summary>Gets how many there would be on average if groups did not matter.</summary>
    /// <value>Zero or more; null when withheld.</value>
    public double? Expected { get; init; }

    /// <summary>Gets ties divided by expected ties.</summary>
    /// <value>1 is chance; null when withheld or when none are expected.</value>
    public double? Ratio => Ties is { } ties && Expected is > 0 and { } expected ? ties / expected : null;

    /// <summary>Gets how probable so extreme a count is by chance, corrected for the number of cells that are shown (Holm).</summary>
    /// <value>From 0 to 1; null when withheld.</value>
    public double? P { get; init; }

    /// <summary>Gets how many people have one of these ties.</summary>
    /// <value>0, or the smallest group or more; null when withheld.</value>
    public int? People { get; init; }
}
