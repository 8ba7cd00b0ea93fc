namespace CommunityOfPractice.Core.Indicators;

/// <summary>Whether it is known who came to gatherings.</summary>
internal static class Attendance
{
    /// <summary>A reading that nobody is known to have come to anything, or null when somebody is.</summary>
    public static Reading? Unknown(HealthEvidence evidence) => evidence.Gatherings.AttendanceKnown
        ? null
        : Reading.NotApplicable("attendance.unknown", "The data do not say who came to gatherings.");
}
