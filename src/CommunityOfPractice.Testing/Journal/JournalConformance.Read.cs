using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.Testing;

public static partial class JournalConformance
{
    private static async Task PagingAsync(Trial<IJournal> trial)
    {
        IJournal journal = await trial.NewAsync().ConfigureAwait(false);
        JournalModel model = new();
        Entries entries = new(trial.Seed);
        await MustAsync(journal, model, entries.Batch(One, [], 9), entries.Batch(Two, [], 2)).ConfigureAwait(false);
        for (int after = 0; after <= 11; after++)
        {
            Expect.Same(model[One].Skip(after), await EntriesAsync(journal, One, after).ConfigureAwait(false), $"after {after} of 9");
        }

        Expect.Same([], await EntriesAsync(journal, One, long.MaxValue).ConfigureAwait(false), "after the last version that can be");
        List<JournalEntry> paged = [.. (await EntriesAsync(journal, One).ConfigureAwait(false))[..4]];
        await MustAsync(journal, model, entries.Batch(One, model[One], 3)).ConfigureAwait(false);
        paged.AddRange(await EntriesAsync(journal, One, paged[^1].Version).ConfigureAwait(false));
        Expect.Same(model[One], paged, "two pages with an append between them");
    }

    private static async Task ReadMisuseAsync(Trial<IJournal> trial)
    {
        IJournal journal = await trial.NewAsync().ConfigureAwait(false);
        IAsyncEnumerable<JournalEntry>? reading = null;
        try
        {
            reading = journal.ReadAsync(One, -1);
        }
        catch (ArgumentOutOfRangeException)
        {
            Expect.That(holds: false, "thrown before the first entry was asked for");
        }

        await Expect.ThrowsAsync<ArgumentOutOfRangeException>(() => Expect.ReadAsync(reading!), "a negative version").ConfigureAwait(false);
    }

    private static async Task SnapshotAsync(Trial<IJournal> trial)
    {
        IJournal journal = await trial.NewAsync().ConfigureAwait(false);
        JournalModel model = new();
        Entries entries = new(trial.Seed);
        await MustAsync(journal, model, entries.Batch(One, [], 60)).ConfigureAwait(false);
        IReadOnlyList<JournalEntry> then = model[One];
        IAsyncEnumerable<JournalEntry> reading = journal.ReadAsync(One);
        List<JournalEntry> read = await Expect.ReadAroundAsync(reading, () => MustAsync(journal, model, entries.Batch(One, model[One], 2))).ConfigureAwait(false);
        Expect.Same(then, read, "appended to while it was read");
        (JournalBatch batch, var redacted) = entries.Erase(One, model[One], Entries.People[0], new("tombstone"))!.Value;
        IReadOnlyList<JournalEntry> before = model[One];
        read = await Expect.ReadAroundAsync(journal.ReadAsync(One), async () => await journal.RedactAsync(batch, redacted).ConfigureAwait(false)).ConfigureAwait(false);
        Expect.Same(before, read, "redacted while it was read");
        model.Redact(batch, redacted);
        Expect.Same(model[One], await EntriesAsync(journal, One).ConfigureAwait(false), "read again");
        Expect.Same(model[One], await Expect.ReadAsync(reading).ConfigureAwait(false), "the same reading begun a second time");
    }

    private static async Task OrdinalAsync(Trial<IJournal> trial)
    {
        IJournal journal = await trial.NewAsync().ConfigureAwait(false);
        JournalModel model = new();
        Entries entries = new(trial.Seed);
        CommunityId[] shuffled = [.. Ids.Communities];
        new Random(trial.Seed).Shuffle(shuffled);
        foreach (CommunityId id in shuffled)
        {
            await MustAsync(journal, model, entries.Batch(id, [], 2)).ConfigureAwait(false);
        }

        Expect.Same(model.Communities, await IdsAsync(journal).ConfigureAwait(false), "all");
        foreach (CommunityId after in (CommunityId[])[.. Ids.Communities, new("nobody"), new("\uFFFD")])
        {
            Expect.Same(model.Communities.Where(c => c.CompareTo(after) > 0), await IdsAsync(journal, after).ConfigureAwait(false), $"after '{after}'");
        }
    }

    private static async Task ListingSnapshotAsync(Trial<IJournal> trial)
    {
        IJournal journal = await trial.NewAsync().ConfigureAwait(false);
        JournalModel model = new();
        Entries entries = new(trial.Seed);
        await MustAsync(journal, model, entries.Batch(One, [], 1), entries.Batch(Three, [], 1)).ConfigureAwait(false);
        List<CommunityId> listed = await Expect.ReadAroundAsync(journal.CommunitiesAsync(), () => MustAsync(journal, model, entries.Batch(Two, [], 1))).ConfigureAwait(false);
        Expect.Same([One, Three], listed, "a community came while they were listed");
        Expect.Same([Three, Two], await IdsAsync(journal, One).ConfigureAwait(false), "the page after 'one'");
    }
}
