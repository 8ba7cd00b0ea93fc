using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Testing;

/// <summary>Tries whether the stores of a host, taken together, hold what the in-memory ones hold after the same life.</summary>
public static class HistoryConformance
{
    private static readonly Rule<CommunityStores>[] All =
    [
        new("history.same", "After the same legal history journals, directory and activities are those of the in-memory stores, byte for byte.", [], SameAsync),
        new("history.verifies", "The journals of a legal history verify, and fold into the listings of the directory.", [], VerifiesAsync),
    ];

    /// <summary>Gets the rules that stores are tried against.</summary>
    /// <value>In the order in which they are tried.</value>
    public static ValueList<ConformanceRule> Rules { get; } = All.Select(r => r.Told).ToValueList();

    /// <summary>Tries stores.</summary>
    /// <param name="create">Makes new, empty stores. Those made before are used no more then: their database may be emptied and used again.</param>
    /// <param name="options">How thoroughly: a history has ten times as many moves as a sequence has steps, and there is one for every five sequences. Null for the default.</param>
    /// <param name="cancellationToken">Ends the trial.</param>
    /// <returns>Every rule that the stores break.</returns>
    public static Task<ConformanceReport> RunAsync(Func<CancellationToken, ValueTask<CommunityStores>> create, ConformanceOptions? options = null, CancellationToken cancellationToken = default) =>
        Runner.RunAsync("stores together", All, create, options, cancellationToken);

    /// <summary>Makes the in-memory stores, in step with each other.</summary>
    /// <returns>Empty stores.</returns>
    public static CommunityStores InMemory()
    {
        InMemoryCommunityDirectory directory = new();
        return new(new InMemoryJournal(directory), directory)
        {
            PutRoster = (roster, _) =>
            {
                directory.Put(roster);
                return default;
            },
        };
    }

    /// <summary>Whether a directory is what a rebuild from the journals gives.</summary>
    internal static async Task IsRebuildAsync(CommunityStores stores, IEnumerable<CommunityId> communities)
    {
        foreach (CommunityId community in communities)
        {
            List<JournalEntry> journal = await Expect.ReadAsync(stores.Journal.ReadAsync(community)).ConfigureAwait(false);
            Expect.Same([], Journals.Verify(journal), $"findings in the journal of '{community}'");
            if (journal.Count > 0)
            {
                DirectoryUpdate rebuilt = DirectoryUpdate.Rebuild(CommunityRecord.Replay(community, journal));
                Expect.Equal(rebuilt.Listing, await stores.Directory.FindAsync(community).ConfigureAwait(false), $"the listing of '{community}'");
                Expect.Same(rebuilt.Members, await Expect.ReadAsync(stores.Directory.MembersAsync(community)).ConfigureAwait(false), $"the members of '{community}'");
            }
        }
    }

    internal static int Moves(ConformanceOptions options) => 10 * options.Steps;

    private static async Task SameAsync(Trial<CommunityStores> trial)
    {
        for (int i = 0; i < Math.Max(1, trial.Options.Sequences / 5); i++)
        {
            int seed = unchecked(trial.Seed + i);
            CommunityStores stores = await trial.NewAsync().ConfigureAwait(false), reference = InMemory();
            await new LegalHistory(stores, seed).LiveAsync(Moves(trial.Options), trial.Token).ConfigureAwait(false);
            await new LegalHistory(reference, seed).LiveAsync(Moves(trial.Options), trial.Token).ConfigureAwait(false);
            Expect.Same(
                await StoreText.OfAsync(reference, LegalHistory.Communities, trial.Token).ConfigureAwait(false),
                await StoreText.OfAsync(stores, LegalHistory.Communities, trial.Token).ConfigureAwait(false),
                $"everything that is stored after the history {seed}");
        }
    }

    private static async Task VerifiesAsync(Trial<CommunityStores> trial)
    {
        CommunityStores stores = await trial.NewAsync().ConfigureAwait(false);
        LegalHistory history = new(stores, trial.Seed);
        await history.LiveAsync(Moves(trial.Options), trial.Token).ConfigureAwait(false);
        Expect.That(history.Accepted > 0, "no command was ever accepted");
        await IsRebuildAsync(stores, LegalHistory.Communities).ConfigureAwait(false);
    }
}
