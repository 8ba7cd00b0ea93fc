using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Matching;

/// <summary>Where a mentoring relation stands.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<MentoringStatus>))]
public enum MentoringStatus : byte
{
    /// <summary>Proposed; not both of them have agreed yet.</summary>
    Proposed = 0,

    /// <summary>Both agreed; it has not begun.</summary>
    Accepted = 1,

    /// <summary>One of them declined, or let the time to answer pass. Final.</summary>
    Declined = 2,

    /// <summary>It goes on.</summary>
    Running = 3,

    /// <summary>It reached the end of its term, or both found that it did what it was for. Final.</summary>
    Completed = 4,

    /// <summary>One of them ended it before. Final; no reason is asked for.</summary>
    EndedEarly = 5,
}
