namespace CommunityOfPractice.Core.Assignment;

/// <summary>A column that a row may want, and what it costs there.</summary>
internal readonly record struct Candidate<T>(int Column, T Cost);
