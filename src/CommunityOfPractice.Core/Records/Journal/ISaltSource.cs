namespace CommunityOfPractice.Core.Records;

/// <summary>Gives the salts of journal entries: what keeps the digest of personal data from being guessed.</summary>
/// <remarks>
/// Implementations are safe for concurrent use. Randomness stops at the door, as time does: the domain takes salts as values.
/// </remarks>
public interface ISaltSource
{
    /// <summary>Gives the next salt.</summary>
    /// <returns>1 to 200 characters without control characters; never the same twice, and not to be guessed where personal data are real.</returns>
    string Next();
}
