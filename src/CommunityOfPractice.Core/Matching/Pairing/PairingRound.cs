using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>A round: groups, and everybody who is in none, with reasons. Everybody of the request is in exactly one of the two lists.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="At">The moment of the round, in UTC.</param>
/// <param name="Seed">What decided between what is equally good.</param>
/// <param name="Groups">The groups, sorted by their first person.</param>
/// <param name="Unmatched">Everybody without a group, sorted by id.</param>
/// <param name="Conflict">When not everybody who takes part found a group because of rules: the ids of a smallest set of rules that bring this about together, of which none can be left out. Rules that nobody may learn of are never named.</param>
/// <param name="Certificate">What is proven.</param>
public sealed record PairingRound(
    [property: JsonRequired] DateTimeOffset At,
    [property: JsonRequired] ulong Seed,
    [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<PairingGroup>))] ValueList<PairingGroup> Groups,
    [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<UnmatchedPerson>))] ValueList<UnmatchedPerson> Unmatched,
    [property: JsonRequired, JsonConverter(typeof(ValueListJsonConverter<string>))] ValueList<string> Conflict,
    [property: JsonRequired, JsonConverter(typeof(NeededJsonConverter<PairingCertificate>))] PairingCertificate Certificate)
{
    /// <summary>Gets the points of all groups together.</summary>
    /// <value>The sum of their weights.</value>
    [JsonIgnore]
    public long TotalWeight => Groups.Sum(g => g.Weight);

    /// <summary>Returns the meetings that this round proposes, as history for later rounds: each group, and each person who wanted a group and found none.</summary>
    /// <returns>In the order of the groups, then of the people.</returns>
    public ValueList<PastMeeting> ToHistory() =>
    [
        .. Groups.Select(g => new PastMeeting(At, g.People) { Host = g.Host }),
        .. Unmatched.Where(u => u.Reasons[0].Code == PairingReasons.NoPartner).Select(u => new PastMeeting(At, [u.Person])),
    ];
}
