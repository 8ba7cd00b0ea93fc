using System.Text.Json.Serialization.Metadata;

namespace CommunityOfPractice.Core.Records;

/// <summary>Reads and writes snapshots of records as JSON, without reflection.</summary>
/// <remarks>Reading is strict: a member that is missing or unknown is a <see cref="System.Text.Json.JsonException"/>; then replay the journal.</remarks>
/// <example><code>
/// string json = JsonSerializer.Serialize(record.ToSnapshot(), RecordJson.Snapshot);
/// CommunityRecord back = CommunityRecord.Restore(JsonSerializer.Deserialize(json, RecordJson.Snapshot)!);
/// </code></example>
public static class RecordJson
{
    /// <summary>Gets how a snapshot is written.</summary>
    /// <value>Metadata for <see cref="System.Text.Json.JsonSerializer"/>.</value>
    public static JsonTypeInfo<CommunitySnapshot> Snapshot => FactTypes.Context.CommunitySnapshot;
}
