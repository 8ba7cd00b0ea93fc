namespace CommunityOfPractice.Core.Health;

/// <summary>What is known of a community beside its activity, as of the as-of instant.</summary>
/// <remarks>Null is "unknown" and never "none". Immutable and compared by value.</remarks>
public sealed record FlagFacts
{
    /// <summary>Gets when the next review of the purpose is or was due.</summary>
    /// <value>Null when unknown, or when none is due.</value>
    public DateTimeOffset? PurposeReviewDue { get; init; }

    /// <summary>Gets how long the purpose holds from one review to the next.</summary>
    /// <value>Positive; null when unknown.</value>
    public TimeSpan? PurposeReviewCadence { get; init; }

    /// <summary>Gets how many reports that somebody does not feel safe are not dealt with yet.</summary>
    /// <value>Null when the host does not tell.</value>
    public int? OpenSafetyReports { get; init; }

    /// <summary>Gets how many artifacts in use have nobody who looks after them.</summary>
    /// <value>Null when unknown.</value>
    public int? OrphanedArtifacts { get; init; }

    /// <summary>Gets whether somebody has accepted to follow the last facilitator.</summary>
    /// <value>Null when unknown.</value>
    public bool? SuccessorReady { get; init; }
}
