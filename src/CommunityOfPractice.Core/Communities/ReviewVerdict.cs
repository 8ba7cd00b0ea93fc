using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Communities;

/// <summary>What a purpose review came to.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<ReviewVerdict>))]
public enum ReviewVerdict : byte
{
    /// <summary>The purpose holds as it is.</summary>
    Reaffirm = 0,

    /// <summary>The purpose or the charter changes.</summary>
    Amend = 1,

    /// <summary>The purpose is fulfilled or gone; the community closes.</summary>
    Retire = 2,
}
