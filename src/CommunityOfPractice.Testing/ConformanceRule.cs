using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Testing;

/// <summary>One rule of a port's contract that a store is tried against.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Name">Its stable name, such as <c>journal.append.stale-version</c>.</param>
/// <param name="Contract">What the contract says, in one sentence.</param>
/// <param name="Members">The members of the port that it tries.</param>
public sealed record ConformanceRule(string Name, string Contract, ValueList<string> Members);
