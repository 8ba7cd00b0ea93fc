using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Domains;

/// <summary>What brings people to a domain.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<FocusKind>))]
public enum FocusKind : byte
{
    /// <summary>A problem that they share.</summary>
    Challenge = 0,

    /// <summary>Something that they love to do.</summary>
    Passion = 1,

    /// <summary>A chance that they want to use.</summary>
    Opportunity = 2,
}
