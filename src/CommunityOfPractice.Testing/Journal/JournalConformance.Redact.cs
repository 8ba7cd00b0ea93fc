using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Testing;

public static partial class JournalConformance
{
    private static async Task RedactsAsync(Trial<IJournal> trial)
    {
        IJournal journal = await trial.NewAsync().ConfigureAwait(false);
        JournalModel model = new();
        Entries entries = new(trial.Seed);
        await MustAsync(journal, model, entries.Batch(One, [], 40), entries.Batch(Two, [], 40)).ConfigureAwait(false);
        foreach (PersonId person in Entries.People)
        {
            (JournalBatch batch, ValueList<JournalEntry> redacted) = entries.Erase(One, model[One], person, new($"gone-{Array.IndexOf(Entries.People, person)}"))!.Value;
            Expect.Equal(model.Redact(batch, redacted), await journal.RedactAsync(batch, redacted).ConfigureAwait(false), $"erasing '{person}'");
            await UnchangedAsync(journal, model, One, Two).ConfigureAwait(false);
            Expect.Same([], Journals.Verify(await EntriesAsync(journal, One).ConfigureAwait(false)), "findings of the seals");
            Expect.Equal(null, entries.Erase(One, await EntriesAsync(journal, One).ConfigureAwait(false), person, new("again")), $"'{person}' is still named");
        }

        await MustAsync(journal, model, entries.Batch(One, model[One], 1)).ConfigureAwait(false);
        await UnchangedAsync(journal, model, One).ConfigureAwait(false);
    }

    private static async Task RedactStaleAsync(Trial<IJournal> trial)
    {
        IJournal journal = await trial.NewAsync().ConfigureAwait(false);
        JournalModel model = new();
        Entries entries = new(trial.Seed);
        await MustAsync(journal, model, entries.Batch(One, [], 40)).ConfigureAwait(false);
        (JournalBatch batch, ValueList<JournalEntry> redacted) = entries.Erase(One, model[One], Entries.People[0], new("gone"))!.Value;
        await MustAsync(journal, model, entries.Batch(One, model[One], 1)).ConfigureAwait(false);
        Expect.Equal(new AppendOutcome.Conflict(One, 41), await journal.RedactAsync(batch, redacted).ConfigureAwait(false), "worked out on version 40 of 41");
        await UnchangedAsync(journal, model, One).ConfigureAwait(false);
    }

    private static async Task RedactMisuseAsync(Trial<IJournal> trial)
    {
        IJournal journal = await trial.NewAsync().ConfigureAwait(false);
        JournalModel model = new();
        Entries entries = new(trial.Seed);
        await MustAsync(journal, model, entries.Batch(One, [], 40)).ConfigureAwait(false);
        (JournalBatch batch, ValueList<JournalEntry> redacted) = entries.Erase(One, model[One], Entries.People[0], new("gone"))!.Value;
        JournalModel other = new();
        JournalBatch forged = new Entries(trial.Seed + 1).Batch(One, [], 40);
        other.Append([forged]);
        (JournalBatch strangeBatch, ValueList<JournalEntry> strange) = new Entries(trial.Seed + 2).Erase(One, other[One], Entries.People[1], new("gone"))!.Value;
        (string Why, Func<Task> Call)[] wrong =
        [
            ("no batch", () => journal.RedactAsync(null!, redacted).AsTask()),
            ("no entries", () => journal.RedactAsync(batch, null!).AsTask()),
            ("an entry is left out", () => journal.RedactAsync(batch, [.. redacted.Skip(1)]).AsTask()),
            ("an entry is given twice", () => journal.RedactAsync(batch, [.. redacted, redacted[0]]).AsTask()),
            ("an entry of another community", () => journal.RedactAsync(batch, [redacted[0] with { Community = Two }, .. redacted.Skip(1)]).AsTask()),
            ("no fact of the erasure", () => journal.RedactAsync(entries.Batch(One, model[One], 1), redacted).AsTask()),
            ("what is left of other entries than the stored ones", () => journal.RedactAsync(strangeBatch, strange).AsTask()),
        ];
        foreach ((string why, Func<Task> call) in wrong)
        {
            await Expect.ThrowsAsync<ArgumentException>(call, why).ConfigureAwait(false);
        }

        await UnchangedAsync(journal, model, One, Two).ConfigureAwait(false);
        Expect.Equal(model.Redact(batch, redacted), await journal.RedactAsync(batch, redacted).ConfigureAwait(false), "the right one afterwards");
        await UnchangedAsync(journal, model, One).ConfigureAwait(false);
    }

    private static async Task CancelledBeforeAsync(Trial<IJournal> trial)
    {
        IJournal journal = await trial.NewAsync().ConfigureAwait(false);
        JournalModel model = new();
        Entries entries = new(trial.Seed);
        await MustAsync(journal, model, entries.Batch(One, [], 40), entries.Batch(Two, [], 3)).ConfigureAwait(false);
        CancellationToken gone = new(canceled: true);
        (JournalBatch batch, ValueList<JournalEntry> redacted) = entries.Erase(One, model[One], Entries.People[0], new("gone"))!.Value;
        await Expect.ThrowsAsync<OperationCanceledException>(() => journal.AppendAsync([entries.Batch(One, model[One], 1)], gone).AsTask(), "appending").ConfigureAwait(false);
        await Expect.ThrowsAsync<OperationCanceledException>(() => journal.RedactAsync(batch, redacted, gone).AsTask(), "redacting").ConfigureAwait(false);
        await Expect.StopsAsync(token => journal.ReadAsync(One, 0, token), "reading").ConfigureAwait(false);
        await Expect.StopsAsync(token => journal.CommunitiesAsync(null, token), "listing").ConfigureAwait(false);
        await UnchangedAsync(journal, model, One, Two).ConfigureAwait(false);
    }

    private static async Task CancelledDuringAsync(Trial<IJournal> trial)
    {
        IJournal journal = await trial.NewAsync().ConfigureAwait(false);
        JournalModel model = new();
        Entries entries = new(trial.Seed);
        Random random = new(trial.Seed);
        for (int i = 0; i < trial.Options.Rounds; i++)
        {
            using CancellationTokenSource source = new();
            ValueList<JournalBatch> batches = [entries.Batch(One, model[One], 5), entries.Batch(Two, model[Two], 5)];
            try
            {
                source.CancelAfter(TimeSpan.FromMicroseconds(random.Next(8000)));
                AppendOutcome outcome = await journal.AppendAsync(batches, source.Token).ConfigureAwait(false);
                Expect.Equal(model.Append(batches), outcome, "an answer in spite of the cancellation");
            }
            catch (OperationCanceledException)
            {
                // then nothing was appended: compared below
            }

            await UnchangedAsync(journal, model, One, Two).ConfigureAwait(false);
        }
    }
}
