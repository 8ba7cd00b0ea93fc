namespace CommunityOfPractice.Testing;

/// <summary>A store does not do what a rule says.</summary>
internal sealed class RuleBrokenException(string found) : Exception(found);
