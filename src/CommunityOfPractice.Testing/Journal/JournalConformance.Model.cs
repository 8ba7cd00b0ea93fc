using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Testing;

public static partial class JournalConformance
{
    private static readonly CommunityId[] Few = [new("a"), new("A"), new("🙂"), new("～")];

    private static Task ModelAsync(Trial<IJournal> trial) => Sequences.RunAsync<IJournal, JournalModel>(trial, () => new(), Next);

    private static Step<IJournal, JournalModel> Next(Random random)
    {
        CommunityId community = random.Any(Few), other = random.Any(Few);
        int seed = random.Next(), count = random.Next(4), off = random.Next(6) == 0 ? random.Next(-1, 2) : 0, after = random.Next(8);
        PersonId person = random.Any(Entries.People);
        return random.Next(9) switch
        {
            < 3 => new($"append {count} to '{community}', expecting its version {off:+0;-0;+0}", async (journal, model) => await AppendingAsync(journal, model, [Batch(model, community, seed, count, off)]).ConfigureAwait(false)),
            3 when other != community => new($"append {count} to '{community}', expecting its version {off:+0;-0;+0}, with 1 to '{other}'", async (journal, model) =>
                await AppendingAsync(journal, model, [Batch(model, other, seed, 1, 0), Batch(model, community, seed, count, off)]).ConfigureAwait(false)),
            4 => new($"list communities after '{other}'", async (journal, model) =>
                Expect.Same(model.Communities.Where(c => c.CompareTo(other) > 0), await IdsAsync(journal, other).ConfigureAwait(false), "communities")),
            5 => new($"erase '{person}' from '{community}'", (journal, model) => ErasingAsync(journal, model, community, person, seed)),
            6 => new($"append 1 to '{community}', cancelled before", async (journal, model) => await Expect.ThrowsAsync<OperationCanceledException>(
                () => journal.AppendAsync([Batch(model, community, seed, 1, 0)], new(canceled: true)).AsTask(), "appending").ConfigureAwait(false)),
            _ => new($"read '{community}' after {after}", async (journal, model) =>
                Expect.Same(model[community].Skip(after), await EntriesAsync(journal, community, after).ConfigureAwait(false), "the journal")),
        };
    }

    private static JournalBatch Batch(JournalModel model, CommunityId community, int seed, int count, int off) =>
        new Entries(seed).Batch(community, model[community], count, Math.Max(0, model[community].Count + off));

    private static async Task AppendingAsync(IJournal journal, JournalModel model, ValueList<JournalBatch> batches) =>
        Expect.Equal(model.Append(batches), await journal.AppendAsync(batches).ConfigureAwait(false), "appending");

    private static async Task ErasingAsync(IJournal journal, JournalModel model, CommunityId community, PersonId person, int seed)
    {
        if (new Entries(seed).Erase(community, model[community], person, new(FormattableString.Invariant($"gone-{seed}"))) is ({ } batch, { } redacted))
        {
            Expect.Equal(model.Redact(batch, redacted), await journal.RedactAsync(batch, redacted).ConfigureAwait(false), "erasing");
        }
    }
}
