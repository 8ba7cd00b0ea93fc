using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Testing;

/// <summary>Tries whether a directory keeps the contract of <see cref="ICommunityDirectory"/>, and stays in step with its journal.</summary>
public static partial class CommunityDirectoryConformance
{
    private const string Find = nameof(ICommunityDirectory.FindAsync), List = nameof(ICommunityDirectory.ListAsync), Members = nameof(ICommunityDirectory.MembersAsync),
        Of = nameof(ICommunityDirectory.MembershipsOfAsync), Roster = nameof(ICommunityDirectory.FindRosterAsync);

    private static readonly CommunityId One = new("one"), Two = new("two");

    private static readonly Rule<CommunityStores>[] All =
    [
        new("directory.empty", "An empty directory finds nothing and lists nothing.", [Find, List, Members, Of, Roster], EmptyAsync),
        new("directory.reads-back", "Listings come back equal, with everything that can be set.", [Find, List, Members, Of], ReadsBackAsync),
        new("directory.in-step", "What an append commits is in the directory at the same moment; a conflict, misuse or cancellation changes nothing in it.", [Find, List, Members], InStepAsync),
        new("directory.rebuilt", "A rebuilt update takes the place of everybody who was listed, after an erasure, too.", [Find, Members, Of], RebuiltAsync),
        new("directory.ids.exact", "Ids that differ in case, accents or blanks are different communities and people.", [Find, Members, Of], ExactIdsAsync),
        new("directory.list.filter", "Exactly the communities that pass the filter are listed, by UTF-16 code units of their ids.", [List], FilterAsync),
        new("directory.list.paging", "A page begins after the key and ends after so many; pages add up to the whole while others come in.", [List], PagingAsync),
        new("directory.members.paging", "Members are listed by UTF-16 code units, with the status asked for, after the key, so many.", [Members], MembersPagingAsync),
        new("directory.memberships", "The communities of a person are listed by UTF-16 code units; nobody else's.", [Of], MembershipsAsync),
        new("directory.snapshot", "A list is of one moment, whatever is appended while it is read.", [List, Members, Of], SnapshotAsync),
        new("directory.roster", "A roster that the host gave is found equal and later replaced; one it did not give is null.", [Roster], RosterAsync),
        new("directory.misuse", "A filter that is null and a page without items throw.", [List, Members], MisuseAsync),
        new("directory.cancelled", "A call that is cancelled before it begins gives nothing; a listing stops at the next item.", [Find, List, Members, Of, Roster], CancelledAsync),
        new("directory.concurrent", "Whoever reads a listing while others append sees one that the journal had, never one that goes back.", [Find, Members], ConcurrentAsync),
        new("directory.model", "Any sequence of appends and questions gives what two tables would give.", [Find, List, Members, Of], ModelAsync),
        new("directory.history", "After a legal history the directory is what a rebuild from the journals gives.", [Find, List, Members, Of], HistoryAsync),
    ];

    /// <summary>Gets the rules that a directory is tried against.</summary>
    /// <value>In the order in which they are tried.</value>
    public static ValueList<ConformanceRule> Rules { get; } = All.Select(r => r.Told).ToValueList();

    /// <summary>Tries a directory with its journal.</summary>
    /// <param name="create">Makes new, empty stores. Those made before are used no more then: their database may be emptied and used again.</param>
    /// <param name="options">How thoroughly; null for the default.</param>
    /// <param name="cancellationToken">Ends the trial.</param>
    /// <returns>Every rule that the directory breaks.</returns>
    public static Task<ConformanceReport> RunAsync(Func<CancellationToken, ValueTask<CommunityStores>> create, ConformanceOptions? options = null, CancellationToken cancellationToken = default) =>
        Runner.RunAsync(nameof(ICommunityDirectory), All, create, options, cancellationToken);

    /// <summary>Appends an entry with an update, in step with the model.</summary>
    private static async Task PutAsync(CommunityStores stores, DirectoryModel model, CommunityId community, int seed, int people, bool rebuilt = false)
    {
        JournalBatch batch = new Entries(seed).Batch(community, model.Journals[community], 1);
        batch = batch with { Directory = new SampleListings(seed).Update(community, batch.ExpectedVersion + 1, people, rebuilt) };
        Expect.Equal(model.Journals.Append([batch]), await stores.Journal.AppendAsync([batch]).ConfigureAwait(false), "appending what fits");
        model.Put(batch.Directory);
    }

    private static async Task UnchangedAsync(CommunityStores stores, DirectoryModel model, params CommunityId[] communities)
    {
        Expect.Same(model.List(CommunityFilter.All), await Expect.ReadAsync(stores.Directory.ListAsync(CommunityFilter.All)).ConfigureAwait(false), "all communities");
        foreach (CommunityId community in communities)
        {
            Expect.Equal(model.Find(community), await stores.Directory.FindAsync(community).ConfigureAwait(false), $"the listing of '{community}'");
            Expect.Same(model.Members(community), await Expect.ReadAsync(stores.Directory.MembersAsync(community)).ConfigureAwait(false), $"the members of '{community}'");
        }
    }

    private static async Task MembershipsAsync(CommunityStores stores, DirectoryModel model, params PersonId[] people)
    {
        foreach (PersonId person in people)
        {
            Expect.Same(model.Of(person), await Expect.ReadAsync(stores.Directory.MembershipsOfAsync(person)).ConfigureAwait(false), $"the communities of '{person}'");
        }
    }
}
