namespace CommunityOfPractice.Core.Memberships;

/// <summary>What is set to happen to a membership by a date.</summary>
/// <remarks>Immutable and compared by value. No longer a member: no dates.</remarks>
public sealed record MembershipDates
{
    /// <summary>Gets when a leave ends by itself.</summary>
    /// <value>In UTC; null when the member is not on leave, or on leave until further notice.</value>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>Gets the warning that the membership is about to lapse.</summary>
    /// <value>Null when none was given, or it was lifted.</value>
    public LapseWarning? LapseWarning { get; init; }

    /// <summary>Gets when the membership ends by its term.</summary>
    /// <value>In UTC; null for an open end.</value>
    public DateTimeOffset? TermEndsOn { get; init; }
}
