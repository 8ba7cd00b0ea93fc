using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>What an indicator may read beside acts, replies, memberships, roles and attributes.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<ReadingRecord>))]
public enum ReadingRecord : byte
{
    /// <summary>Which answers the askers accepted.</summary>
    AcceptedAnswers = 0,

    /// <summary>Whether acts were formal or informal.</summary>
    Formality = 1,

    /// <summary>The community itself: its status, charter, reviews of the purpose, rhythm and breaks.</summary>
    Community = 2,

    /// <summary>Gatherings and series: when, by whom hosted, who said they come and who came.</summary>
    Gatherings = 3,

    /// <summary>Artifacts: by whom, who tends them, when confirmed, and who used them.</summary>
    Artifacts = 4,

    /// <summary>Stories of what came of the community.</summary>
    Stories = 5,

    /// <summary>How many people the organisation has in its departments and places.</summary>
    Organisation = 6,
}
