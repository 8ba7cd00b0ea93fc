using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Communities;

/// <summary>An approval of the terms of a first charter, which waits for their adoption.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Terms">What was approved; other terms are not.</param>
/// <param name="By">Who approved: the sponsor or the host.</param>
/// <param name="On">When, in UTC.</param>
public sealed record CharterApproval(CharterTerms Terms, Actor By, DateTimeOffset On);
