using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>So many acts of one kind, and what the indicator reads after them.</summary>
/// <param name="Acts">How many acts; one or more.</param>
/// <param name="Value">What the indicator reads after them, exactly; in its unit.</param>
/// <param name="Text">What to do, in words a facilitator uses.</param>
public sealed record ActOffer(
    [property: JsonRequired] int Acts,
    [property: JsonRequired] double Value,
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Text)
{
    /// <summary>Gets how many such acts there are to choose from.</summary>
    /// <value>Null when there is no limit.</value>
    public int? Available { get; init; }

    /// <summary>Gets how many acts would bring the reading to the target.</summary>
    /// <value>More than <see cref="Acts"/>; null when those do, or when even all there are do not.</value>
    public int? Wanted { get; init; }
}
