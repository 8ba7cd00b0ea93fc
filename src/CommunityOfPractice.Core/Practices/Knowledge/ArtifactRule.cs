namespace CommunityOfPractice.Core.Practices;

/// <summary>How long knowledge of one kind holds.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Kind">The kind.</param>
/// <param name="ReviewEvery">The longest time between two confirmations; from one day to ten years.</param>
/// <param name="HalfLife">After which time without confirmation it counts as half as fresh; from one day to ten years.</param>
public sealed record ArtifactRule(ArtifactKind Kind, TimeSpan ReviewEvery, TimeSpan HalfLife);
