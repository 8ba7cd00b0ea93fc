namespace CommunityOfPractice.Core.Memberships;

/// <summary>How many invitations a member sent on the latest day on which they sent any.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Day">The day, in UTC.</param>
/// <param name="Count">One or more.</param>
public sealed record InvitationsSent(DateOnly Day, int Count)
{
    /// <summary>One more, sent at an instant.</summary>
    internal static InvitationsSent Next(InvitationsSent? before, DateTimeOffset at)
    {
        DateOnly day = DayOf(at);
        return before?.Day == day ? before with { Count = before.Count + 1 } : new(day, 1);
    }

    /// <summary>How many were sent on the day of an instant.</summary>
    internal static int On(InvitationsSent? sent, DateTimeOffset at) => sent?.Day == DayOf(at) ? sent.Count : 0;

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
