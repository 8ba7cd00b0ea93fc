using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Communities;

/// <summary>A fact with when it happened, through whom and why: what a decision would write into the journal.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="OccurredAt">When it happened; kept in UTC.</param>
/// <param name="By">Who acted.</param>
/// <param name="Because">Why: the command or the rule behind it.</param>
/// <param name="Fact">What happened.</param>
public sealed record Change(DateTimeOffset OccurredAt, Actor By, Cause Because, Fact Fact)
{
    /// <summary>Gets when it happened.</summary>
    /// <value>In UTC.</value>
    public DateTimeOffset OccurredAt { get; init => field = value.ToUniversalTime(); } = OccurredAt.ToUniversalTime();
}
