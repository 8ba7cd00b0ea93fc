using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>The port to where the journals of communities are kept: append-only, one consistency boundary a community.</summary>
/// <remarks>Implementations are safe for concurrent use. An entry that was appended is never changed but by <see cref="RedactAsync"/>.</remarks>
public interface IJournal
{
    /// <summary>Appends entries to one or several journals; all of them or none, in one transaction.</summary>
    /// <param name="batches">At most one batch a community.</param>
    /// <param name="cancellationToken">Ends the call; then nothing was appended.</param>
    /// <returns><see cref="AppendOutcome.Appended"/> once all is committed, or the first conflict of versions.</returns>
    /// <exception cref="ArgumentException">Two batches are of one community, or the entries of a batch are not numbered from its expected version on.</exception>
    ValueTask<AppendOutcome> AppendAsync(ValueList<JournalBatch> batches, CancellationToken cancellationToken = default);

    /// <summary>Reads the journal of a community.</summary>
    /// <param name="community">The community.</param>
    /// <param name="after">The version after which to begin; 0 for the whole journal.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What was committed before the reading began, by version; empty for an unknown community.</returns>
    IAsyncEnumerable<JournalEntry> ReadAsync(CommunityId community, long after = 0, CancellationToken cancellationToken = default);

    /// <summary>Lists the communities that have a journal.</summary>
    /// <param name="after">The id after which to begin; null for the first.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <returns>Ids in ordinal order.</returns>
    IAsyncEnumerable<CommunityId> CommunitiesAsync(CommunityId? after = null, CancellationToken cancellationToken = default);

    /// <summary>Takes personal data out of entries and appends the entry that says so, in one transaction.</summary>
    /// <param name="erasure">The batch with the fact of the erasure.</param>
    /// <param name="redacted">Entries that take the place of those with the same version; their hashes are unchanged.</param>
    /// <param name="cancellationToken">Ends the call; then nothing was changed.</param>
    /// <returns>As <see cref="AppendAsync"/>.</returns>
    ValueTask<AppendOutcome> RedactAsync(JournalBatch erasure, ValueList<JournalEntry> redacted, CancellationToken cancellationToken = default);
}
