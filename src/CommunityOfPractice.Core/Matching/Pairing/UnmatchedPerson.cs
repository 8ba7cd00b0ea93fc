using System.Text.Json.Serialization;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>Somebody without a group in a round, why, and what would help. The reasons are for themselves and for whoever runs the round, not for the others.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Person">Who it is.</param>
/// <param name="Reasons">Why; at least one. Never names a block.</param>
/// <param name="Relaxation">The ids of the fewest rules that would have to be lifted for this person, so that they too find a group and nobody else loses one; empty when lifting rules does not help or was not looked for.</param>
public sealed record UnmatchedPerson(
    [property: JsonRequired] PersonId Person,
    [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<Reason>))] ValueList<Reason> Reasons,
    [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<string>))] ValueList<string> Relaxation);
