using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Communities;

/// <summary>Who may see a community; who may see its members is said apart.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<Visibility>))]
public enum Visibility : byte
{
    /// <summary>Everybody sees it and its content.</summary>
    Public = 0,

    /// <summary>Everybody finds it and can ask to join; its content is for members.</summary>
    Listed = 1,

    /// <summary>Only members, invited people and the host see that it exists.</summary>
    Private = 2,
}
