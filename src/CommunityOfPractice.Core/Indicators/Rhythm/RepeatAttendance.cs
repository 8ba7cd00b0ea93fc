using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The share of those who came to a gathering in the window who came to more than one.</summary>
/// <remarks>
/// Range: 0 to 1, Wilson interval. Little data: insufficient below 5 attendees, and below 2 gatherings with known attendance; not applicable when attendance is unknown. O(attendances).
/// </remarks>
public sealed class RepeatAttendance : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "attendance-repeat/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "People who come again",
        "share",
        "Which part of those who came to a gathering came to another one as well.")
    {
        NextStep = "Thank those who came for the first time, and tell them what comes next.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (Attendance.Unknown(evidence) is { } unknown)
        {
            return unknown;
        }

        Held[] recorded = [.. evidence.Gatherings.InWindow.Where(g => g.Attended.Count > 0)];
        if (recorded.Length < 2)
        {
            return Reading.Insufficient("gatherings with known attendance", recorded.Length, 2);
        }

        Dictionary<PersonId, int> came = [];
        foreach (PersonId person in recorded.SelectMany(g => g.Attended))
        {
            came[person] = came.GetValueOrDefault(person) + 1;
        }

        return Reading.OfShare(came.Values.Count(times => times > 1), came.Count, 5, "attendees") with { Details = [new("gatherings", recorded.Length)] };
    }
}
