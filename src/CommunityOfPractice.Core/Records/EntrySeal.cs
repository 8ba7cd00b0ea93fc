namespace CommunityOfPractice.Core.Records;

/// <summary>What ties an entry of a journal to all entries before it, and to its own content.</summary>
/// <remarks>
/// Immutable and compared by value. The hash covers the previous hash, everything in the entry that is not personal, and the digest of
/// what is personal; so personal data can be taken out later while the chain still verifies. All three are lower-case hexadecimal.
/// </remarks>
/// <param name="Hash">SHA-256 over the entry and the previous hash.</param>
/// <param name="PersonalDigest">SHA-256 over the salt and what is personal in the entry.</param>
/// <param name="Salt">What keeps the digest from being guessed; null once personal data were taken out.</param>
public sealed record EntrySeal(string Hash, string PersonalDigest, string? Salt);
