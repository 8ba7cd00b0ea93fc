using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>A group of a silo map.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Name">What the host calls it; <c>(others)</c> for all that are not among the largest.</param>
public sealed record SiloGroup(
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Name)
{
    /// <summary>Gets how many people of the communities belong to it.</summary>
    /// <value>The smallest group or more; null when withheld, and then all its cells are withheld too.</value>
    public int? People { get; init; }

    /// <summary>Gets how many ties have an end in it.</summary>
    /// <value>Zero or more; null when withheld.</value>
    public int? Ties { get; init; }

    /// <summary>Gets how many people have one of these ties, at either end.</summary>
    /// <value>0, or the smallest group or more; null when withheld.</value>
    public int? PeopleWithTies { get; init; }
}
