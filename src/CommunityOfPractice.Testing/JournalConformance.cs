using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Testing;

/// <summary>Tries whether a journal keeps the contract of <see cref="IJournal"/>.</summary>
public static partial class JournalConformance
{
    private const string Append = nameof(IJournal.AppendAsync), Read = nameof(IJournal.ReadAsync), Communities = nameof(IJournal.CommunitiesAsync), Redact = nameof(IJournal.RedactAsync);

    private static readonly CommunityId One = new("one"), Two = new("two"), Three = new("three");

    private static readonly Rule<IJournal>[] All =
    [
        new("journal.empty", "A journal that does not exist reads empty and is not listed; appending nothing is Appended.", [Append, Read, Communities], EmptyAsync),
        new("journal.append.reads-back", "What was appended is read back equal, and as the same line, whatever stands in it.", [Append, Read], ReadsBackAsync),
        new("journal.append.several", "Batches of one call are kept all or not at all.", [Append, Read], SeveralAsync),
        new("journal.append.stale-version", "A batch that expects another version than the journal has is a conflict that tells the actual one; nothing is appended.", [Append, Read], StaleAsync),
        new("journal.append.first-conflict", "The first batch in the given order that does not fit is named.", [Append], FirstConflictAsync),
        new("journal.append.claims", "A batch without entries is checked as any other, and leaves no trace.", [Append, Read, Communities], ClaimsAsync),
        new("journal.append.misuse", "Null, two batches of one community and wrong numbers throw; nothing is appended.", [Append, Read], MisuseAsync),
        new("journal.append.instants", "Instants are kept to 100 ns, from the first to the last there is.", [Append, Read], InstantsAsync),
        new("journal.append.large", "Hundreds of entries in one call, and long texts, are kept.", [Append, Read], LargeAsync),
        new("journal.ids.exact", "Ids that differ in case, accents or blanks are different communities.", [Append, Read, Communities], ExactIdsAsync),
        new("journal.read.paging", "A reading begins after the given version; after the latest one it is empty.", [Append, Read], PagingAsync),
        new("journal.read.misuse", "A negative version throws when the first entry is asked for.", [Read], ReadMisuseAsync),
        new("journal.read.snapshot", "A reading gives what was committed before its first entry was asked for, and nothing of what is appended or redacted later.", [Append, Read, Redact], SnapshotAsync),
        new("journal.communities.ordinal", "Communities are listed by UTF-16 code units, each once, after the given one.", [Append, Communities], OrdinalAsync),
        new("journal.communities.snapshot", "A listing gives what was committed before its first id was asked for.", [Append, Communities], ListingSnapshotAsync),
        new("journal.redact.replaces", "Redacted entries take the place of the stored ones, the erasure is appended, and the chain verifies.", [Append, Read, Redact], RedactsAsync),
        new("journal.redact.stale-version", "An erasure that expects another version is a conflict; nothing is changed.", [Append, Read, Redact], RedactStaleAsync),
        new("journal.redact.misuse", "Redacted entries that are not what the erasure leaves of the stored ones throw; nothing is changed.", [Append, Read, Redact], RedactMisuseAsync),
        new("journal.cancelled.before", "A call that is cancelled before it begins does nothing.", [Append, Read, Communities, Redact], CancelledBeforeAsync),
        new("journal.cancelled.during", "A call that ends in a cancellation appended nothing; one that answers has appended.", [Append, Read], CancelledDuringAsync),
        new("journal.concurrent.one-wins", "Of calls that expect the same version of the same journal one succeeds, and the others are conflicts.", [Append, Read], OneWinsAsync),
        new("journal.concurrent.crossing", "Calls over the same journals in different orders wait for each other at most; none is lost, none is half done.", [Append, Read], CrossingAsync),
        new("journal.concurrent.readers", "Readers see what one call appended all at once or not at all, and never a gap.", [Append, Read], ReadersAsync),
        new("journal.model", "Any sequence of operations gives what lists of entries would give.", [Append, Read, Communities, Redact], ModelAsync),
    ];

    /// <summary>Gets the rules that a journal is tried against.</summary>
    /// <value>In the order in which they are tried.</value>
    public static ValueList<ConformanceRule> Rules { get; } = All.Select(r => r.Told).ToValueList();

    /// <summary>Tries a journal.</summary>
    /// <param name="create">Makes a new, empty journal. The one made before is used no more then: its database may be emptied and used again.</param>
    /// <param name="options">How thoroughly; null for the default.</param>
    /// <param name="cancellationToken">Ends the trial.</param>
    /// <returns>Every rule that the journal breaks.</returns>
    /// <example><code>
    /// ConformanceReport report = await JournalConformance.RunAsync(async token => await MyJournal.EmptyAsync(token));
    /// report.ThrowIfBroken();
    /// </code></example>
    public static Task<ConformanceReport> RunAsync(Func<CancellationToken, ValueTask<IJournal>> create, ConformanceOptions? options = null, CancellationToken cancellationToken = default) =>
        Runner.RunAsync(nameof(IJournal), All, create, options, cancellationToken);

    private static Task<List<JournalEntry>> EntriesAsync(IJournal journal, CommunityId community, long after = 0) => Expect.ReadAsync(journal.ReadAsync(community, after));

    private static Task<List<CommunityId>> IdsAsync(IJournal journal, CommunityId? after = null) => Expect.ReadAsync(journal.CommunitiesAsync(after));

    /// <summary>Appends to journal and model what fits, so that both are where a rule begins.</summary>
    private static async Task MustAsync(IJournal journal, JournalModel model, params JournalBatch[] batches)
    {
        ValueList<JournalBatch> all = [.. batches];
        Expect.Equal(model.Append(all), await journal.AppendAsync(all).ConfigureAwait(false), "appending what fits");
    }

    private static async Task UnchangedAsync(IJournal journal, JournalModel model, params CommunityId[] communities)
    {
        foreach (CommunityId community in communities)
        {
            Expect.Same(model[community], await EntriesAsync(journal, community).ConfigureAwait(false), $"the journal of '{community}'");
        }
    }
}
