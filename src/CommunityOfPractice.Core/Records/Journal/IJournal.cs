using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>The port to where the journals of communities are kept: append-only, one consistency boundary a community.</summary>
/// <remarks>
/// <para>Implementations are safe for concurrent use. Entries of a journal are numbered 1, 2, 3 … without gaps; the version of a journal is
/// the number of its latest entry, 0 for one that does not exist. An entry that was appended is never changed but by
/// <see cref="RedactAsync"/>, and never removed.</para>
/// <para>What is appended in one call becomes visible to readers all at once or not at all. Two calls that expect the same version of the
/// same journal never both succeed. Who has seen <see cref="AppendOutcome.Appended"/> sees the entries in every later reading. A call that
/// ends in an exception appended nothing when the exception is a cancellation or misuse; after any other one (a broken connection) it
/// may have: read the journal again, and recognise the command by its id.</para>
/// <para><see cref="Journals.Check(ValueList{JournalBatch})"/> and <see cref="Journals.Check(JournalBatch, ValueList{JournalEntry})"/> check
/// the arguments for an implementation. Seals are not checked on the way in; <see cref="Journals.Verify"/> does that.</para>
/// </remarks>
public interface IJournal
{
    /// <summary>Appends entries to one or several journals; all of them or none, in one transaction.</summary>
    /// <param name="batches">At most one batch a community; without any, nothing happens and the outcome is Appended.</param>
    /// <param name="cancellationToken">Ends the call; then nothing was appended.</param>
    /// <returns>
    /// <see cref="AppendOutcome.Appended"/> once all is committed. <see cref="AppendOutcome.Conflict"/> when a journal does not have its
    /// expected version, the batch being empty or not; the first such batch in the given order is named, and nothing was appended.
    /// </returns>
    /// <exception cref="ArgumentException">Two batches are of one community, or the entries of a batch are not numbered from its expected version on.</exception>
    ValueTask<AppendOutcome> AppendAsync(ValueList<JournalBatch> batches, CancellationToken cancellationToken = default);

    /// <summary>Reads the journal of a community.</summary>
    /// <param name="community">The community.</param>
    /// <param name="after">The version after which to begin; 0 for the whole journal. To page, give the version of the last entry read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>
    /// What was committed before the first entry was asked for, by version, without gaps; nothing of what is committed or redacted later.
    /// Empty for an unknown community and after the latest version.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="after"/> is negative; thrown when the first entry is asked for.</exception>
    IAsyncEnumerable<JournalEntry> ReadAsync(CommunityId community, long after = 0, CancellationToken cancellationToken = default);

    /// <summary>Lists the communities that have a journal.</summary>
    /// <param name="after">The id after which to begin; null for the first. To page, give the last id listed.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <returns>Ids of communities with at least one entry, in ordinal order, each once; what was committed before the first was asked for.</returns>
    IAsyncEnumerable<CommunityId> CommunitiesAsync(CommunityId? after = null, CancellationToken cancellationToken = default);

    /// <summary>Takes personal data out of entries and appends the entry that says so, in one transaction.</summary>
    /// <param name="erasure">The batch with the fact of the erasure, worked out on the version that it expects.</param>
    /// <param name="redacted">Entries that take the place of those with the same version; what their hashes cover is unchanged.</param>
    /// <param name="cancellationToken">Ends the call; then nothing was changed.</param>
    /// <returns>As <see cref="AppendAsync"/>; on a conflict nothing was changed.</returns>
    /// <remarks>What was taken out is gone from the journal for good; copies, backups and snapshots are the host's to clean.</remarks>
    /// <exception cref="ArgumentException">
    /// The batch is not fit to be appended, or the redacted entries are not what the erasure leaves of the stored ones: see
    /// <see cref="Journals.Check(IEnumerable{JournalEntry}, JournalBatch, ValueList{JournalEntry})"/>, which an implementation asks in its transaction.
    /// </exception>
    ValueTask<AppendOutcome> RedactAsync(JournalBatch erasure, ValueList<JournalEntry> redacted, CancellationToken cancellationToken = default);
}
