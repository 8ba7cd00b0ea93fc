namespace CommunityOfPractice.Core.Memberships;

/// <summary>A warning that a membership is about to lapse.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="WarnedOn">When it was given, in UTC.</param>
/// <param name="LapsesOn">When the membership lapses unless the person is seen, in UTC.</param>
public sealed record LapseWarning(DateTimeOffset WarnedOn, DateTimeOffset LapsesOn);
