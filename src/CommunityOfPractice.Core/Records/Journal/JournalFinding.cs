namespace CommunityOfPractice.Core.Records;

/// <summary>Something in a journal that cannot be as it was recorded.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Version">The version of the entry at which it shows.</param>
/// <param name="Code">
/// <c>journal.community</c>, <c>journal.gap</c>, <c>journal.hash</c>, <c>journal.digest</c>, <c>journal.redaction</c> (taken out, and no later
/// fact says so) or <c>journal.time</c>.
/// </param>
/// <param name="Text">One sentence in plain English.</param>
public sealed record JournalFinding(long Version, string Code, string Text);
