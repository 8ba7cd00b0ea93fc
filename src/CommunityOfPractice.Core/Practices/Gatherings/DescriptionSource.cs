using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Where a fact leaves a description, instead of writing it once more: what somebody wrote stands in the entry that names them alone, so that erasure finds it.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<DescriptionSource>))]
public enum DescriptionSource : byte
{
    /// <summary>The description that the gathering has already.</summary>
    Gathering = 1,

    /// <summary>The description of the series: for an occurrence, of its series; for a series, of the one that it continues.</summary>
    Series = 2,
}
