using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>A look at whether a community's purpose still holds.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="On">When it was held, in UTC.</param>
/// <param name="Verdict">What it came to.</param>
/// <param name="CharterVersion">The version of the charter that was reviewed.</param>
/// <param name="Participants">How many people took part, at least 1.</param>
/// <param name="Note">What was said; null when nothing was written down.</param>
public sealed record PurposeReview(
    DateTimeOffset On, ReviewVerdict Verdict, int CharterVersion, int Participants, [property: PersonalData] string? Note);
