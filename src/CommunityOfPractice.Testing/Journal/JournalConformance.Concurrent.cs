using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Testing;

public static partial class JournalConformance
{
    private static async Task OneWinsAsync(Trial<IJournal> trial)
    {
        IJournal journal = await trial.NewAsync().ConfigureAwait(false);
        for (int round = 0; round < trial.Options.Rounds; round++)
        {
            List<JournalEntry> before = await EntriesAsync(journal, One).ConfigureAwait(false);
            Expect.Equal(round, before.Count, $"the length before round {round}");
            JournalBatch[] batches = [.. Enumerable.Range(0, trial.Options.Callers).Select(caller => new Entries(unchecked(trial.Seed + (round * 100) + caller)).Batch(One, before, 1))];
            AppendOutcome[] outcomes = new AppendOutcome[batches.Length];
            await trial.TogetherAsync(async (caller, _) => outcomes[caller] = await journal.AppendAsync([batches[caller]]).ConfigureAwait(false), rounds: 1).ConfigureAwait(false);
            Expect.Equal(1, outcomes.Count(o => o is AppendOutcome.Appended), $"winners of round {round}");
            Expect.That(outcomes.All(o => o is AppendOutcome.Appended || o.Equals(new AppendOutcome.Conflict(One, round + 1))), $"the others are conflicts with version {round + 1}: {string.Join(", ", (object[])outcomes)}");
            JournalEntry won = batches[Array.FindIndex(outcomes, o => o is AppendOutcome.Appended)].Entries[0];
            Expect.Same([.. before, won], await EntriesAsync(journal, One).ConfigureAwait(false), "who was told that they won is in the journal");
        }
    }

    /// <summary>Two journals and a claim of a third, by half of the callers in the other order; each decides anew until it is done.</summary>
    private static async Task CrossingAsync(Trial<IJournal> trial)
    {
        IJournal journal = await trial.NewAsync().ConfigureAwait(false);
        await trial.TogetherAsync(async (caller, round) =>
        {
            Entries entries = new(unchecked(trial.Seed + (caller * 1000) + round));
            AppendOutcome outcome;
            do
            {
                JournalBatch one = entries.Batch(One, await EntriesAsync(journal, One).ConfigureAwait(false), 1), two = entries.Batch(Two, await EntriesAsync(journal, Two).ConfigureAwait(false), 2);
                ValueList<JournalBatch> batches = caller % 2 == 0 ? [one, two, new(Three, 0, [])] : [new(Three, 0, []), two, one];
                outcome = await journal.AppendAsync(batches, trial.Token).ConfigureAwait(false);
            }
            while (outcome is AppendOutcome.Conflict);
        }).ConfigureAwait(false);
        int appended = trial.Options.Callers * trial.Options.Rounds;
        List<JournalEntry> ones = await EntriesAsync(journal, One).ConfigureAwait(false), twos = await EntriesAsync(journal, Two).ConfigureAwait(false);
        Expect.Equal((appended, 2 * appended), (ones.Count, twos.Count), "entries in the two journals");
        Expect.Same([], Journals.Verify(ones).Concat(Journals.Verify(twos)).Where(f => f.Code != "journal.time"), "findings of the seals");
        Expect.Same([One, Two], await IdsAsync(journal).ConfigureAwait(false), "communities");
    }

    private static async Task ReadersAsync(Trial<IJournal> trial)
    {
        const int Size = 5;
        IJournal journal = await trial.NewAsync().ConfigureAwait(false);
        JournalModel model = new();
        Entries entries = new(trial.Seed);
        bool done = false;
        await trial.TogetherAsync(async (caller, _) =>
        {
            if (caller == 0)
            {
                await MustAsync(journal, model, entries.Batch(One, model[One], Size)).ConfigureAwait(false);
                return;
            }

            List<JournalEntry> read = await EntriesAsync(journal, One).ConfigureAwait(false);
            Expect.Equal(0, read.Count % Size, $"what was read beyond whole batches of {Size}");
            Expect.Same(Enumerable.Range(1, read.Count).Select(i => (long)i), read.Select(e => e.Version), "versions");
            done |= read.Count > 0;
        }).ConfigureAwait(false);
        await UnchangedAsync(journal, model, One).ConfigureAwait(false);
        Expect.That(done || (await EntriesAsync(journal, One).ConfigureAwait(false)).Count > 0, "nothing was ever read");
    }
}
