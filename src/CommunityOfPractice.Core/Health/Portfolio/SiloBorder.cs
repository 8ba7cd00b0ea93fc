using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Health;

/// <summary>What the groups of a silo map are.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<SiloBorder>))]
public enum SiloBorder : byte
{
    /// <summary>Departments.</summary>
    Department = 0,

    /// <summary>Places of work.</summary>
    Location = 1,
}
