namespace CommunityOfPractice.Core.Records;

/// <summary>What ties an entry of a journal to all entries before it, and to its own content.</summary>
/// <remarks>
/// Immutable and compared by value. The hash covers the previous hash, everything in the entry that is not personal, and the digest of
/// what is personal; so personal data can be taken out later while the chain still verifies. Digests and hashes are SHA-256 in
/// lower-case hexadecimal.
/// </remarks>
/// <param name="Hash">Over the previous hash, the entry without what is personal, and the digest.</param>
/// <param name="PersonalDigest">Over the salt and what was personal in the entry when it was recorded; never changes.</param>
/// <param name="Salt">What keeps the digest from being guessed; null once personal data were taken out.</param>
public sealed record EntrySeal(string Hash, string PersonalDigest, string? Salt)
{
    /// <summary>Gets the salt of the digest over what is left in the entry, by which the fact of the erasure commits to it.</summary>
    /// <value>Null unless personal data were taken out; made anew by each erasure that touches the entry.</value>
    public string? RedactionSalt { get; init; }
}
