using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Testing;

public static partial class JournalConformance
{
    private static async Task EmptyAsync(Trial<IJournal> trial)
    {
        IJournal journal = await trial.NewAsync().ConfigureAwait(false);
        Expect.Same([], await EntriesAsync(journal, One).ConfigureAwait(false), "an unknown journal");
        Expect.Same([], await EntriesAsync(journal, One, long.MaxValue).ConfigureAwait(false), "an unknown journal after the last version");
        Expect.Same([], await IdsAsync(journal).ConfigureAwait(false), "the list");
        Expect.Equal(new AppendOutcome.Appended(), await journal.AppendAsync([]).ConfigureAwait(false), "appending nothing");
        Expect.Same([], await IdsAsync(journal).ConfigureAwait(false), "the list after appending nothing");
    }

    private static async Task ReadsBackAsync(Trial<IJournal> trial)
    {
        IJournal journal = await trial.NewAsync().ConfigureAwait(false);
        JournalModel model = new();
        Entries entries = new(trial.Seed);
        for (int i = 0; i < 20; i++)
        {
            await MustAsync(journal, model, entries.Batch(One, model[One], 1 + (i % 4))).ConfigureAwait(false);
        }

        List<JournalEntry> read = await EntriesAsync(journal, One).ConfigureAwait(false);
        Expect.Same(model[One], read, "the journal");
        Expect.Same(model[One].Select(FactJson.Write), read.Select(FactJson.Write), "the journal as lines");
        Expect.Same([], Journals.Verify(read), "findings of the seals");
    }

    private static async Task SeveralAsync(Trial<IJournal> trial)
    {
        IJournal journal = await trial.NewAsync().ConfigureAwait(false);
        JournalModel model = new();
        Entries entries = new(trial.Seed);
        await MustAsync(journal, model, entries.Batch(Two, [], 2), entries.Batch(One, [], 1), entries.Batch(Three, [], 3)).ConfigureAwait(false);
        await UnchangedAsync(journal, model, One, Two, Three).ConfigureAwait(false);
        ValueList<JournalBatch> mixed = [entries.Batch(One, model[One], 2), entries.Batch(Two, model[Two], 1, expected: 1), entries.Batch(new("four"), [], 1)];
        Expect.Equal(new AppendOutcome.Conflict(Two, 2), await journal.AppendAsync(mixed).ConfigureAwait(false), "one of three batches is stale");
        await UnchangedAsync(journal, model, One, Two, Three, new("four")).ConfigureAwait(false);
    }

    private static async Task StaleAsync(Trial<IJournal> trial)
    {
        IJournal journal = await trial.NewAsync().ConfigureAwait(false);
        JournalModel model = new();
        Entries entries = new(trial.Seed);
        Expect.Equal(new AppendOutcome.Conflict(One, 0), await journal.AppendAsync([entries.Batch(One, [], 1, expected: 1)]).ConfigureAwait(false), "a journal that does not exist is expected to");
        await MustAsync(journal, model, entries.Batch(One, [], 3)).ConfigureAwait(false);
        foreach (long stale in (long[])[0, 1, 2, 4, 5, 1_000_000, long.MaxValue - 9])
        {
            AppendOutcome outcome = await journal.AppendAsync([entries.Batch(One, model[One], 2, stale)]).ConfigureAwait(false);
            Expect.Equal(new AppendOutcome.Conflict(One, 3), outcome, $"expecting version {stale} where it is 3");
        }

        await UnchangedAsync(journal, model, One).ConfigureAwait(false);
        await MustAsync(journal, model, entries.Batch(One, model[One], 1)).ConfigureAwait(false);
    }

    private static async Task FirstConflictAsync(Trial<IJournal> trial)
    {
        IJournal journal = await trial.NewAsync().ConfigureAwait(false);
        JournalModel model = new();
        Entries entries = new(trial.Seed);
        await MustAsync(journal, model, entries.Batch(One, [], 1), entries.Batch(Two, [], 2)).ConfigureAwait(false);
        JournalBatch one = entries.Batch(One, model[One], 1, 7), two = entries.Batch(Two, model[Two], 1, 7), three = entries.Batch(Three, [], 1);
        Expect.Equal(new AppendOutcome.Conflict(Two, 2), await journal.AppendAsync([three, two, one]).ConfigureAwait(false), "'two' before 'one'");
        Expect.Equal(new AppendOutcome.Conflict(One, 1), await journal.AppendAsync([one, three, two]).ConfigureAwait(false), "'one' before 'two'");
    }

    private static async Task ClaimsAsync(Trial<IJournal> trial)
    {
        IJournal journal = await trial.NewAsync().ConfigureAwait(false);
        JournalModel model = new();
        Entries entries = new(trial.Seed);
        await MustAsync(journal, model, new JournalBatch(One, 0, [])).ConfigureAwait(false);
        Expect.Same([], await IdsAsync(journal).ConfigureAwait(false), "communities after a claim only");
        await MustAsync(journal, model, entries.Batch(One, [], 2), new JournalBatch(Two, 0, [])).ConfigureAwait(false);
        await MustAsync(journal, model, new JournalBatch(One, 2, []), entries.Batch(Two, [], 1)).ConfigureAwait(false);
        Expect.Equal(new AppendOutcome.Conflict(One, 2), await journal.AppendAsync([entries.Batch(Two, model[Two], 1), new(One, 1, [])]).ConfigureAwait(false), "a stale claim");
        Expect.Equal(new AppendOutcome.Conflict(Three, 0), await journal.AppendAsync([new(Three, 1, []), entries.Batch(Two, model[Two], 1)]).ConfigureAwait(false), "a claim of what does not exist");
        await UnchangedAsync(journal, model, One, Two, Three).ConfigureAwait(false);
        Expect.Same([One, Two], await IdsAsync(journal).ConfigureAwait(false), "communities");
    }

    private static async Task MisuseAsync(Trial<IJournal> trial)
    {
        IJournal journal = await trial.NewAsync().ConfigureAwait(false);
        JournalModel model = new();
        Entries entries = new(trial.Seed);
        await MustAsync(journal, model, entries.Batch(One, [], 1)).ConfigureAwait(false);
        JournalBatch good = entries.Batch(Two, [], 2);
        (string Why, ValueList<JournalBatch> Batches)[] wrong =
        [
            ("null", null!),
            ("a batch is null", [good, null!]),
            ("two batches of one community", [good, entries.Batch(Two, [], 1)]),
            ("an entry too many in between", [good with { Entries = [good.Entries[0], good.Entries[0]] }]),
            ("a number left out", [good with { Entries = [good.Entries[1]] }]),
            ("entries of another community", [good with { Community = Three }]),
            ("a negative version", [new JournalBatch(Two, -1, [])]),
            ("no community", [new JournalBatch(default, 0, [])]),
        ];
        foreach ((string why, ValueList<JournalBatch> batches) in wrong)
        {
            await Expect.ThrowsAsync<ArgumentException>(() => journal.AppendAsync(batches).AsTask(), why).ConfigureAwait(false);
        }

        await UnchangedAsync(journal, model, One, Two, Three).ConfigureAwait(false);
    }

    private static async Task InstantsAsync(Trial<IJournal> trial)
    {
        IJournal journal = await trial.NewAsync().ConfigureAwait(false);
        Entries entries = new(trial.Seed);
        DateTimeOffset[] instants =
        [
            DateTimeOffset.MinValue, DateTimeOffset.MinValue.AddTicks(1), new(1582, 10, 15, 0, 0, 0, TimeSpan.Zero), DateTimeOffset.UnixEpoch.AddTicks(-1), DateTimeOffset.UnixEpoch,
            new DateTimeOffset(2016, 12, 31, 23, 59, 59, TimeSpan.Zero).AddTicks(9_999_999), DateTimeOffset.MaxValue.AddTicks(-1), DateTimeOffset.MaxValue,
        ];
        List<JournalEntry> expected = [];
        foreach (DateTimeOffset at in instants)
        {
            Change change = new(at, Actor.Host("clock"), Cause.Unstated, new CommunitySplitOff(Two));
            expected.Add(entries.Seal(One, expected.Count + 1, expected.Count == 0 ? null : expected[^1].Seal.Hash, at, change));
        }

        Expect.Equal(new AppendOutcome.Appended(), await journal.AppendAsync([new(One, 0, [.. expected])]).ConfigureAwait(false), "appending");
        List<JournalEntry> read = await EntriesAsync(journal, One).ConfigureAwait(false);
        Expect.Same(instants, read.Select(e => e.Change.OccurredAt), "when it occurred");
        Expect.Same(instants, read.Select(e => e.RecordedAt), "when it was recorded");
        Expect.Same(expected, read, "the journal");
    }

    private static async Task LargeAsync(Trial<IJournal> trial)
    {
        IJournal journal = await trial.NewAsync().ConfigureAwait(false);
        JournalModel model = new();
        Entries entries = new(trial.Seed);
        DateTimeOffset at = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
        JournalEntry longest = entries.Seal(One, 1, null, at, new(at, Actor.Host("host"), Cause.Unstated, new CommunityRenamed("long", string.Concat(Enumerable.Repeat("語🙂", 50_000)))));
        await MustAsync(journal, model, new JournalBatch(One, 0, [longest])).ConfigureAwait(false);
        await MustAsync(journal, model, entries.Batch(One, model[One], 700), entries.Batch(Two, [], 700)).ConfigureAwait(false);
        await UnchangedAsync(journal, model, One, Two).ConfigureAwait(false);
    }

    private static async Task ExactIdsAsync(Trial<IJournal> trial)
    {
        IJournal journal = await trial.NewAsync().ConfigureAwait(false);
        JournalModel model = new();
        Entries entries = new(trial.Seed);
        CommunityId[] ids = [.. Ids.Communities, new(new string('x', 200)), new(string.Concat(Enumerable.Repeat("🙂", 200)))];
        foreach (CommunityId id in ids)
        {
            await MustAsync(journal, model, entries.Batch(id, [], 1)).ConfigureAwait(false);
        }

        await UnchangedAsync(journal, model, ids).ConfigureAwait(false);
    }
}
