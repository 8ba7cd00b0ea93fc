using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Communities;

/// <summary>What sort of group it is.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<CommunityKind>))]
public enum CommunityKind : byte
{
    /// <summary>People who share a domain and develop a practice together; also called guild or chapter.</summary>
    CommunityOfPractice = 0,

    /// <summary>People who share an interest, without a practice of their own.</summary>
    InterestGroup = 1,

    /// <summary>A temporary group with exit criteria, which closes when they are met.</summary>
    WorkingGroup = 2,

    /// <summary>People who support each other around a shared experience or identity.</summary>
    ResourceGroup = 3,
}
