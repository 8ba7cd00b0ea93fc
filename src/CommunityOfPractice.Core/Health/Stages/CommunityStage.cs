using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Health;

/// <summary>How mature a community is: derived from what it shows, never commanded, and free to go back.</summary>
/// <remarks>
/// The five stages of Wenger, McDermott and Snyder (2002). Apart from the status, which is decided: a dormant community keeps its stage.
/// The numbers are stable and are never reused.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<CommunityStage>))]
public enum CommunityStage : byte
{
    /// <summary>People discover what they have in common; there is no running community yet.</summary>
    Potential = 0,

    /// <summary>It runs, carried by those who facilitate it.</summary>
    Coalescing = 1,

    /// <summary>Members start half of what happens or more, on several shoulders, and newcomers arrive.</summary>
    Maturing = 2,

    /// <summary>Members carry it: they start nearly everything, tend what they made, and look at their purpose on time.</summary>
    Stewardship = 3,

    /// <summary>It ends, merges, splits, or fades while its purpose is overdue for review.</summary>
    Transformation = 4,
}
