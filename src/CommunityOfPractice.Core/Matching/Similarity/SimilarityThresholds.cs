namespace CommunityOfPractice.Core.Matching;

/// <summary>From when on two communities count as similar; choices of this library, meant to be changed.</summary>
/// <remarks>Immutable and compared by value.</remarks>
public sealed record SimilarityThresholds
{
    /// <summary>Gets the thresholds as they are unless a host changes them.</summary>
    /// <value>Every part at its own default.</value>
    public static SimilarityThresholds Default { get; } = new();

    /// <summary>Gets the topic cosine from which on it may be the same thing.</summary>
    /// <value>From 0 to 1; the default value is 0.8.</value>
    public double DuplicateTopics { get; init; } = 0.8;

    /// <summary>Gets the topic cosine from which on topics overlap.</summary>
    /// <value>From 0 to 1; the default value is 0.4.</value>
    public double OverlapTopics { get; init; } = 0.4;

    /// <summary>Gets the topic cosine from which on topics are related.</summary>
    /// <value>From 0 to 1; the default value is 0.1.</value>
    public double RelatedTopics { get; init; } = 0.1;

    /// <summary>Gets the share of the interested people who are members, from which on people overlap when it is no chance.</summary>
    /// <value>From 0 to 1; the default value is 0.5.</value>
    public double OverlapPeople { get; init; } = 0.5;

    /// <summary>Gets how improbable a number of people in common must be to be no chance.</summary>
    /// <value>From 0 to 1; the default value is 0.01.</value>
    public double Significance { get; init; } = 0.01;

    /// <summary>Gets the topic cosine from which on two communities could be one.</summary>
    /// <value>From 0 to 1; the default value is 0.6.</value>
    public double MergeTopics { get; init; } = 0.6;

    /// <summary>Gets the share of the smaller community that belongs to the larger one, from which on two with the same topics could be one.</summary>
    /// <value>From 0 to 1; the default value is 0.4.</value>
    public double MergeOverlap { get; init; } = 0.4;

    /// <summary>Gets the same share, from which on the smaller one could be a group within the larger one.</summary>
    /// <value>From 0 to 1; the default value is 0.8.</value>
    public double Contained { get; init; } = 0.8;

    /// <summary>Gets the share of artifacts used by both, from which on two communities could do something together.</summary>
    /// <value>From 0 to 1; the default value is 0.3.</value>
    public double OverlapArtifacts { get; init; } = 0.3;

    /// <summary>Gets how many members a community needs to go on by itself.</summary>
    /// <value>Zero or more; the default value is 5.</value>
    public int CriticalMass { get; init; } = 5;
}
