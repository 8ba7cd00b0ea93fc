using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>What an automatic fact rests on: which rule of which policy, with which parameters, on what evidence.</summary>
/// <remarks>Immutable and compared by value. No personal data: evidence is counts and times.</remarks>
/// <param name="RuleId">The stable id of the rule, such as <c>lapse-inactive/1</c>.</param>
/// <param name="PolicyVersion">The version of the policy in force.</param>
/// <param name="Parameters">The parameters that the rule used, in its own order.</param>
/// <param name="Evidence">What it saw, in its own order.</param>
public sealed record RuleGround(
    string RuleId,
    string PolicyVersion,
    [property: JsonConverter(typeof(ValueListJsonConverter<Field>))] ValueList<Field> Parameters,
    [property: JsonConverter(typeof(ValueListJsonConverter<Field>))] ValueList<Field> Evidence);
