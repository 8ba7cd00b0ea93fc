using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;

namespace CommunityOfPractice.Core.Records;

/// <summary>One recorded fact: a change with its place in the journal of its community, and the seal that ties it to what came before.</summary>
/// <remarks>Immutable and compared by value. Community and version name the entry, and with it the fact, for ever.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Version">The place in the community's journal: 1, 2, 3 …, without gaps.</param>
/// <param name="RecordedAt">When it was recorded, in UTC; not before it occurred.</param>
/// <param name="Change">What happened, when, through whom and why.</param>
/// <param name="Seal">The seal.</param>
[JsonConverter(typeof(JournalEntryJsonConverter))]
public sealed record JournalEntry(CommunityId Community, long Version, DateTimeOffset RecordedAt, Change Change, EntrySeal Seal)
{
    /// <summary>Gets when it was recorded.</summary>
    /// <value>In UTC.</value>
    public DateTimeOffset RecordedAt { get; init => field = value.ToUniversalTime(); } = RecordedAt.ToUniversalTime();
}
