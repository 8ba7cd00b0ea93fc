using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>One row of the table of transitions: what leads from where to where, who can do it, and what can stand against it.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Id">The number in the domain's table, such as <c>M1</c>; <c>-</c> when nothing about the standing changes.</param>
/// <param name="Trigger">The name of the command, or of the fact that a rule makes.</param>
/// <param name="From">The statuses from which it is possible.</param>
/// <param name="To">The statuses to which it can lead; empty when the status stays.</param>
/// <param name="Actor">Who can do it.</param>
/// <param name="Guards">The codes with which it is refused, in the order in which they are checked; empty for what a rule makes.</param>
public sealed record MembershipTransition(
    string Id,
    string Trigger,
    [property: JsonConverter(typeof(ValueListJsonConverter<MembershipStatus>))] ValueList<MembershipStatus> From,
    [property: JsonConverter(typeof(ValueListJsonConverter<MembershipStatus>))] ValueList<MembershipStatus> To,
    TransitionActor Actor,
    [property: JsonConverter(typeof(ValueListJsonConverter<string>))] ValueList<string> Guards)
{
    /// <summary>Gets a value indicating whether a rule makes it, without a command.</summary>
    /// <value>Follows from the actor.</value>
    [JsonIgnore]
    public bool IsAutomatic => Actor == TransitionActor.Rule;
}
