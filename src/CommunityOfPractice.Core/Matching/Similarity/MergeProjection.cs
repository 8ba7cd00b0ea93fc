namespace CommunityOfPractice.Core.Matching;

/// <summary>What two communities would be together, if everybody of both came along; nobody becomes a member by a merger.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Members">How many people belong to either.</param>
/// <param name="Facilitators">How many facilitate either.</param>
/// <param name="AbsenceFactor">How many people would have to stay away before half of the contributions are missing; null when no contributions are known.</param>
public sealed record MergeProjection(int Members, int Facilitators, int? AbsenceFactor);
