
namespace CommunityOfPractice.Core.Indicators;

/// <summary>The share of those with a place at a gathering of the window who came.</summary>
/// <remarks>
/// Counts gatherings at which anybody is recorded as present. Range: 0 to 1, Wilson interval. Little data: insufficient below 5 places taken; not applicable when nobody ever said that they come, or no attendance is known.
/// Details: gatherings. O(gatherings x answers). Source: CHAOSS, Event Attendees.
/// </remarks>
public sealed class PromisesKept : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "attendance-kept/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "People who came",
        "share",
        "Which part of those who said that they come to a gathering came.")
    {
        Chaoss = "Meeting Attendee Count",
        NextStep = "Send a short note the day before, and ask those who did not come what would suit them.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        GatheringsHeld gatherings = evidence.Gatherings;
        if (!gatherings.AnswersKnown || !gatherings.AttendanceKnown)
        {
            return Reading.NotApplicable("rsvp.unknown", "The data do not say who meant to come and who came.");
        }

        Held[] recorded = [.. gatherings.InWindow.Where(g => g.Attended.Count > 0 && g.Going > 0)];
        return Reading.OfShare(recorded.Sum(g => g.Came), recorded.Sum(g => g.Going), 5, "places taken") with { Details = [new("gatherings", recorded.Length)] };
    }
}
