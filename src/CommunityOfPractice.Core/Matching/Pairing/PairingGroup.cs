using System.Text.Json.Serialization;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>People who should meet, and what speaks for it.</summary>
/// <remarks>Immutable and compared by value. Nothing in it tells of a block, of a break or of what others chose.</remarks>
/// <param name="People">Who; two or more, sorted by id.</param>
/// <param name="Weight">How good it is: the shares add up to it. 0 to 1000 points for each two of them, less what a repeat costs.</param>
/// <param name="Shares">What each criterion adds, over each two of them.</param>
/// <param name="Repeats">How many two of them met before.</param>
/// <param name="Because">What speaks for it, in sentences.</param>
public sealed record PairingGroup(
    [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<PersonId>))] ValueList<PersonId> People,
    [property: JsonRequired] long Weight,
    [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<Share>))] ValueList<Share> Shares,
    [property: JsonRequired] int Repeats,
    [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<string>))] ValueList<string> Because)
{
    /// <summary>Gets who invites the others.</summary>
    /// <value>The one of them who was host least often; null for pairs and trios.</value>
    public PersonId? Host { get; init; }
}
