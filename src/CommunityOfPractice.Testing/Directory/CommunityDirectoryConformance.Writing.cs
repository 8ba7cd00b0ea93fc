using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Testing;

public static partial class CommunityDirectoryConformance
{
    private static async Task EmptyAsync(Trial<CommunityStores> trial)
    {
        CommunityStores stores = await trial.NewAsync().ConfigureAwait(false);
        await UnchangedAsync(stores, new(), One).ConfigureAwait(false);
        await MembershipsAsync(stores, new(), new PersonId("ada")).ConfigureAwait(false);
        Expect.Equal(null, await stores.Directory.FindRosterAsync(One).ConfigureAwait(false), "a roster");
    }

    private static async Task ReadsBackAsync(Trial<CommunityStores> trial)
    {
        CommunityStores stores = await trial.NewAsync().ConfigureAwait(false);
        DirectoryModel model = new();
        for (int i = 0; i < 25; i++)
        {
            await PutAsync(stores, model, Ids.Communities[i % 5], trial.Seed + i, people: i % 9).ConfigureAwait(false);
        }

        await UnchangedAsync(stores, model, Ids.Communities[..6]).ConfigureAwait(false);
        await MembershipsAsync(stores, model, Ids.People).ConfigureAwait(false);
    }

    private static async Task InStepAsync(Trial<CommunityStores> trial)
    {
        CommunityStores stores = await trial.NewAsync().ConfigureAwait(false);
        DirectoryModel model = new();
        await PutAsync(stores, model, One, trial.Seed, 3).ConfigureAwait(false);
        await PutAsync(stores, model, Two, trial.Seed + 1, 3).ConfigureAwait(false);
        Entries entries = new(trial.Seed);
        SampleListings samples = new(trial.Seed + 2);
        JournalBatch fits = entries.Batch(One, model.Journals[One], 1) with { Directory = samples.Update(One, 2, 5) }, stale = entries.Batch(Two, model.Journals[Two], 1, 7) with { Directory = samples.Update(Two, 8, 5) };
        Expect.Equal(new AppendOutcome.Conflict(Two, 1), await stores.Journal.AppendAsync([fits, stale]).ConfigureAwait(false), "one of two batches is stale");
        await UnchangedAsync(stores, model, One, Two).ConfigureAwait(false);
        await Expect.ThrowsAsync<ArgumentException>(() => stores.Journal.AppendAsync([fits, fits]).AsTask(), "misuse").ConfigureAwait(false);
        await Expect.ThrowsAsync<OperationCanceledException>(() => stores.Journal.AppendAsync([fits], new(canceled: true)).AsTask(), "cancelled").ConfigureAwait(false);
        await UnchangedAsync(stores, model, One, Two).ConfigureAwait(false);

        // without an update the listing stays as it is; two journals at once bring both
        JournalBatch silent = entries.Batch(Two, model.Journals[Two], 2);
        ValueList<JournalBatch> both = [fits, silent];
        Expect.Equal(model.Journals.Append(both), await stores.Journal.AppendAsync(both).ConfigureAwait(false), "what fits");
        model.Put(fits.Directory);
        await UnchangedAsync(stores, model, One, Two).ConfigureAwait(false);
    }

    private static async Task RebuiltAsync(Trial<CommunityStores> trial)
    {
        CommunityStores stores = await trial.NewAsync().ConfigureAwait(false);
        DirectoryModel model = new();
        await PutAsync(stores, model, One, trial.Seed, 12).ConfigureAwait(false);
        await PutAsync(stores, model, Two, trial.Seed + 1, 12).ConfigureAwait(false);
        await PutAsync(stores, model, One, trial.Seed + 2, 4, rebuilt: true).ConfigureAwait(false);
        await UnchangedAsync(stores, model, One, Two).ConfigureAwait(false);
        await MembershipsAsync(stores, model, Ids.People).ConfigureAwait(false);

        Entries entries = new(trial.Seed);
        JournalBatch more = entries.Batch(Two, model.Journals[Two], 40);
        Expect.Equal(model.Journals.Append([more]), await stores.Journal.AppendAsync([more]).ConfigureAwait(false), "appending");
        (JournalBatch erasure, ValueList<JournalEntry> redacted) = entries.Erase(Two, model.Journals[Two], Entries.People[0], new("gone"))!.Value;
        erasure = erasure with { Directory = new SampleListings(trial.Seed + 3).Update(Two, erasure.ExpectedVersion + 1, 3, rebuilt: true) };
        Expect.Equal(model.Journals.Redact(erasure, redacted), await stores.Journal.RedactAsync(erasure, redacted).ConfigureAwait(false), "erasing");
        model.Put(erasure.Directory);
        await UnchangedAsync(stores, model, One, Two).ConfigureAwait(false);
        await MembershipsAsync(stores, model, Ids.People).ConfigureAwait(false);
    }

    private static async Task ExactIdsAsync(Trial<CommunityStores> trial)
    {
        CommunityStores stores = await trial.NewAsync().ConfigureAwait(false);
        DirectoryModel model = new();
        foreach (CommunityId community in Ids.Communities)
        {
            await PutAsync(stores, model, community, trial.Seed, people: 3).ConfigureAwait(false);
        }

        await UnchangedAsync(stores, model, Ids.Communities).ConfigureAwait(false);
        await MembershipsAsync(stores, model, Ids.People).ConfigureAwait(false);
    }

    private static async Task ConcurrentAsync(Trial<CommunityStores> trial)
    {
        CommunityStores stores = await trial.NewAsync().ConfigureAwait(false);
        DirectoryModel model = new();
        long[] seen = new long[trial.Options.Callers];
        await trial.TogetherAsync(async (caller, round) =>
        {
            if (caller == 0)
            {
                await PutAsync(stores, model, One, unchecked(trial.Seed + round), people: 5, rebuilt: true).ConfigureAwait(false);
                return;
            }

            CommunityListing? listing = await stores.Directory.FindAsync(One).ConfigureAwait(false);
            Expect.That((listing?.Version ?? 0) >= seen[caller], $"version {listing?.Version} after {seen[caller]}");
            seen[caller] = listing?.Version ?? 0;
            int people = (await Expect.ReadAsync(stores.Directory.MembersAsync(One)).ConfigureAwait(false)).Count;
            Expect.That(people is 0 or 5, $"{people} members read where there are always 5");
        }).ConfigureAwait(false);
        await UnchangedAsync(stores, model, One).ConfigureAwait(false);
    }
}
