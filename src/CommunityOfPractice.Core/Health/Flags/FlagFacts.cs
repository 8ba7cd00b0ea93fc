namespace CommunityOfPractice.Core.Health;

/// <summary>What red flags look at that no evidence holds: what a host knows from elsewhere, as of the as-of instant.</summary>
/// <remarks>Null is "unknown" and never "none". Immutable and compared by value.</remarks>
public sealed record FlagFacts
{
    /// <summary>Gets how many reports that somebody does not feel safe are not dealt with yet.</summary>
    /// <value>Null when the host does not tell; the library keeps no such reports.</value>
    public int? OpenSafetyReports { get; init; }
}
