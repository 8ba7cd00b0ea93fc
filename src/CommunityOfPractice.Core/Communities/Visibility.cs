using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Communities;

/// <summary>Who sees that a community exists, and what it is.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<Visibility>))]
public enum Visibility : byte
{
    /// <summary>Everybody whom the host lets in sees it and can read what it publishes.</summary>
    Public = 0,

    /// <summary>Everybody sees that it exists; its content is for members.</summary>
    Listed = 1,

    /// <summary>Only members and those invited see that it exists.</summary>
    Private = 2,
}
