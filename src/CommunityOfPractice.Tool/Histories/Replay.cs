using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Tool.Histories;

/// <summary>The histories in some files, brought into journals in memory through the library's services.</summary>
/// <param name="Until">The first instant that is left out, and why.</param>
/// <param name="Communities">All communities of the files, by id.</param>
internal sealed record Replay(AsOf Until, IReadOnlyList<ReplayedCommunity> Communities)
{
    public DateTimeOffset AsOf => Until.At;

    /// <summary>Replays. Each community has salts of its own, so that its hashes follow from its own rows.</summary>
    public static async Task<Replay> OfAsync(InterchangeData data, AsOf until, CancellationToken cancellationToken)
    {
        InMemoryCommunityDirectory directory = new();
        InMemoryJournal journal = new(directory);
        MatrixPermissions permissions = new(ImportPermissions.Matrix);
        List<ReplayedCommunity> communities = [];
        foreach (CommunityHistory history in HistoriesOf(data))
        {
            ReplayClock clock = new();
            CommunityRecords records = new(journal, new SeededSalts($"cop/{history.Community.Text}"), clock, capacity: 1);
            CommunityCommands commands = new(records, directory, permissions, [], PolicySet.Default);
            HistoryImport import = new(new TimedCommands(commands, clock), PolicySet.Default);
            HistoryOutcome outcome = await import.ImportAsync(history, until.At, cancellationToken).ConfigureAwait(false);
            List<JournalEntry> entries = [];
            await foreach (JournalEntry entry in journal.ReadAsync(history.Community, 0, cancellationToken).ConfigureAwait(false))
            {
                entries.Add(entry);
            }

            communities.Add(new(history, outcome, entries, CommunityRecord.Replay(history.Community, entries)));
        }

        return new(until, communities);
    }

    private static IEnumerable<CommunityHistory> HistoriesOf(InterchangeData data)
    {
        Dictionary<CommunityId, CommunityEntry> entries = data.Communities.ToDictionary(c => c.Community);
        ILookup<CommunityId, MembershipPeriod> periods = data.Memberships.ToLookup(m => m.Community);
        foreach (CommunityId id in periods.Select(p => p.Key).Concat(entries.Keys).Concat(data.Log.Communities).Distinct().Order())
        {
            CommunityEntry? entry = entries.GetValueOrDefault(id);
            yield return new(id, periods[id].ToValueList())
            {
                Name = entry?.Name,
                Purpose = entry?.Description,
                Topics = entry?.Topics ?? [],
                Chartered = entry?.Chartered,
                Status = entry?.Status,
            };
        }
    }
}

/// <summary>One community after the replay.</summary>
internal sealed record ReplayedCommunity(CommunityHistory History, HistoryOutcome Outcome, IReadOnlyList<JournalEntry> Entries, CommunityRecord Record)
{
    public CommunityId Id => History.Community;
}
