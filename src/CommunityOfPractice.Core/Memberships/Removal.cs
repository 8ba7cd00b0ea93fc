using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>A removal that stands, with the ways back. Its reason is told by the journal.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="By">Who removed.</param>
/// <param name="AppealUntil">The first instant at which it is too late to appeal, in UTC.</param>
/// <param name="RejoinFrom">The first instant at which the person can ask to join again, in UTC.</param>
public sealed record Removal(Actor By, DateTimeOffset AppealUntil, DateTimeOffset RejoinFrom)
{
    /// <summary>Gets a value indicating whether the person appealed.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool IsAppealed { get; init; }

    /// <summary>Gets a value indicating whether the appeal was decided, and the removal stands.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool IsUpheld { get; init; }
}
