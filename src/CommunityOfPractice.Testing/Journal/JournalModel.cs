using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Testing;

/// <summary>What a journal is, as simply as it can be said: lists of entries.</summary>
internal sealed class JournalModel
{
    private readonly Dictionary<CommunityId, List<JournalEntry>> journals = [];

    public IReadOnlyList<JournalEntry> this[CommunityId community] => journals.TryGetValue(community, out List<JournalEntry>? entries) ? entries : [];

    public IEnumerable<CommunityId> Communities => journals.Where(j => j.Value.Count > 0).Select(j => j.Key).Order();

    public AppendOutcome Append(ValueList<JournalBatch> batches)
    {
        foreach (JournalBatch batch in batches)
        {
            if (this[batch.Community].Count != batch.ExpectedVersion)
            {
                return new AppendOutcome.Conflict(batch.Community, this[batch.Community].Count);
            }
        }

        foreach (JournalBatch batch in batches)
        {
            journals[batch.Community] = [.. this[batch.Community], .. batch.Entries];
        }

        return new AppendOutcome.Appended();
    }

    public AppendOutcome Redact(JournalBatch erasure, ValueList<JournalEntry> redacted)
    {
        if (Append([erasure]) is AppendOutcome.Conflict conflict)
        {
            return conflict;
        }

        foreach (JournalEntry entry in redacted)
        {
            journals[entry.Community][(int)entry.Version - 1] = entry;
        }

        return new AppendOutcome.Appended();
    }
}
