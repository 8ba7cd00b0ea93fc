using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>What is proven about a pairing round, as an independent check found it.</summary>
/// <remarks>Immutable and compared by value. Value and bound are in the unit of the round's objective: the points, the penalties of repeats, and the debts of fairness, each in a tier above the ones before.</remarks>
/// <param name="Verified">Whether the check confirmed what <paramref name="Claim"/> says.</param>
/// <param name="Claim">What is proven, in a sentence.</param>
/// <param name="Value">What the round is worth.</param>
/// <param name="Bound">What no other round can exceed; equal to the value when the round is proven to be a best one.</param>
/// <param name="Faults">What the check found wrong; empty when it confirmed the claim.</param>
public sealed record PairingCertificate(
    [property: JsonRequired] bool Verified,
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Claim,
    [property: JsonRequired] long Value,
    [property: JsonRequired] long Bound,
    [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<string>))] ValueList<string> Faults)
{
    /// <summary>Gets the most that can be missing to the best.</summary>
    /// <value>Zero for a round that is proven to be a best one.</value>
    [JsonIgnore]
    public long Gap => Bound - Value;
}
