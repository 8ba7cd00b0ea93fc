using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>Everything that a record holds, at one version: what spares replaying a long journal from its beginning.</summary>
/// <remarks>
/// Immutable and compared by value: two records that hold the same give equal snapshots. A snapshot is a cache; the journal is what
/// counts. It holds ids and texts of people: throw those away that are older than an erasure, and those of another schema.
/// </remarks>
/// <param name="Schema">The shape of the snapshot, see <see cref="CurrentSchema"/>.</param>
/// <param name="Community">The community.</param>
/// <param name="Members">Everybody who stands, or stood, in some relation to it, by id.</param>
/// <param name="Practice">What it does and makes.</param>
/// <param name="Version">The version of the latest entry that is folded in.</param>
/// <param name="Head">The hash of that entry; null when there is none.</param>
/// <param name="LatestAt">When the latest change occurred, in UTC; null when there is none.</param>
/// <param name="Handled">The commands by which a repetition is recognised, the oldest first.</param>
public sealed record CommunitySnapshot(
    int Schema,
    Community Community,
    [property: JsonConverter(typeof(ValueListJsonConverter<Membership>))] ValueList<Membership> Members,
    PracticeState Practice,
    long Version,
    string? Head,
    DateTimeOffset? LatestAt,
    [property: JsonConverter(typeof(ValueListJsonConverter<HandledCommand>))] ValueList<HandledCommand> Handled)
{
    /// <summary>The shape that this version of the library makes and restores; it changes whenever state is added or means something else.</summary>
    public const int CurrentSchema = 2;
}
