using CommunityOfPractice.Core.Communities;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>How many members somebody counted, where the members themselves are not known: one row of the kind headcount.</summary>
/// <remarks>Immutable and compared by value. Nothing is computed from it: people who are not named are no memberships.</remarks>
public sealed record HeadcountEntry
{
    /// <summary>Creates an entry.</summary>
    /// <param name="community">Whose members were counted.</param>
    /// <param name="at">When.</param>
    /// <param name="members">How many there were: 0 or more.</param>
    /// <exception cref="ArgumentException"><paramref name="community"/> is the default value.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="members"/> is negative.</exception>
    public HeadcountEntry(CommunityId community, DateTimeOffset at, int members)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(members);
        (Community, At, Members) = (EntryText.Named(community, nameof(community)), at.ToUniversalTime(), members);
    }

    /// <summary>Gets whose members were counted.</summary>
    /// <value>The community's id.</value>
    public CommunityId Community { get; }

    /// <summary>Gets when.</summary>
    /// <value>In UTC.</value>
    public DateTimeOffset At { get; }

    /// <summary>Gets how many there were.</summary>
    /// <value>0 or more.</value>
    public int Members { get; }

    /// <summary>Gets where they were counted, when a community has several lists.</summary>
    /// <value>Such as <c>listserv</c>; null when unknown.</value>
    public string? Source { get; init => field = EntryText.Check(value); }
}
