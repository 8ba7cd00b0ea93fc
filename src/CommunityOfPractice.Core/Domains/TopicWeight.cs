namespace CommunityOfPractice.Core.Domains;

/// <summary>How much of a domain a topic makes up.</summary>
/// <remarks>Immutable and compared by value. Weights compare with each other only: 2 and 1 say the same as 0.5 and 0.25.</remarks>
/// <param name="Topic">The topic.</param>
/// <param name="Weight">Above 0 and finite.</param>
public sealed record TopicWeight(TopicId Topic, double Weight);
