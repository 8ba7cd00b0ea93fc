using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>Entries for the journal of one community, with the version that the journal must have.</summary>
/// <remarks>Immutable and compared by value. A batch without entries only claims the version: nothing may have happened since.</remarks>
/// <param name="Community">The community.</param>
/// <param name="ExpectedVersion">The version on which the entries were decided; 0 for a journal that does not exist yet.</param>
/// <param name="Entries">The entries, numbered from the expected version on.</param>
public sealed record JournalBatch(CommunityId Community, long ExpectedVersion, [property: JsonConverter(typeof(ValueListJsonConverter<JournalEntry>))] ValueList<JournalEntry> Entries)
{
    /// <summary>Gets what changes in the directory with the entries; saved in the same transaction.</summary>
    /// <value>Null when the store keeps no directory, or nothing changes in it.</value>
    public DirectoryUpdate? Directory { get; init; }
}
