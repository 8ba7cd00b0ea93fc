using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>Something that a check of the registry found.</summary>
/// <remarks>Immutable and compared by value. Names no person: findings are shown in overviews.</remarks>
/// <param name="Community">Where.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Reason">What it is: a stable code such as <c>registry.review-overdue</c>, and a sentence.</param>
public sealed record RegistryFinding(CommunityId Community, FindingSeverity Severity, Reason Reason);
