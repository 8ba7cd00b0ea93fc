using System.Text.Json;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Testing;

namespace CommunityOfPractice.Core.Tests.Records;

/// <summary>What was folded in and not committed is taken back without a trace.</summary>
public sealed class RecordMarkTests
{
    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public async Task Undo_OfEveryCommandOfAHistory_GivesBackWhatWas(int seed)
    {
        InMemoryCommunityDirectory directory = new();
        CommunityStores stores = new(new InMemoryJournal(directory), directory);
        await new LegalHistory(stores, seed).LiveAsync(250);
        int commands = 0;
        foreach (CommunityId community in LegalHistory.Communities)
        {
            List<JournalEntry> entries = [];
            await foreach (JournalEntry entry in stores.Journal.ReadAsync(community))
            {
                entries.Add(entry);
            }

            CommunityRecord record = new(community);
            while (record.Version < entries.Count)
            {
                JournalEntry first = entries[(int)record.Version];
                JournalEntry[] command = [.. entries.Skip((int)record.Version).TakeWhile(e => e.Change.Because.CommandId == first.Change.Because.CommandId && e.Change.OccurredAt == first.Change.OccurredAt)];
                string before = Told(record);
                RecordMark mark = record.Mark([.. command.Select(e => e.Change)]);
                Array.ForEach(command, record.Apply);
                Assert.NotEqual(before, Told(record));
                record.Undo(mark);
                Assert.Equal(before, Told(record));
                Array.ForEach(command, record.Apply);
                commands++;
            }

            Assert.Equal(Told(CommunityRecord.Replay(community, entries)), Told(record));
        }

        Assert.InRange(commands, 30, int.MaxValue);
    }

    [Fact]
    public void Undo_WhereCommandsAreForgotten_BringsTheOldestBack()
    {
        HandledCommands handled = new();
        for (int i = 1; i <= HandledCommands.Capacity; i++)
        {
            handled.Note($"c{i}", i);
        }

        HandledCommand[] before = [.. handled.InOrder];
        foreach (string? id in (string?[])["new", "c1", $"c{HandledCommands.Capacity}", null])
        {
            var mark = handled.Mark(id);
            handled.Note(id, HandledCommands.Capacity + 1);
            handled.Note(id, HandledCommands.Capacity + 2);
            handled.Undo(mark);
            Assert.Equal(before, handled.InOrder);
            Assert.NotNull(handled.Find("c1"));
            Assert.Null(handled.Find("new"));
        }
    }

    /// <summary>Everything that a record answers with.</summary>
    private static string Told(CommunityRecord record) => string.Join('\n', [
        JsonSerializer.Serialize(record.ToSnapshot(), RecordJson.Snapshot),
        .. Enum.GetValues<MembershipStatus>().Select(s => $"{s}: {record.Members.Count(s)} {string.Join(' ', record.Members.WithStatus(s).Select(m => m.Person))}"),
        .. Enum.GetValues<Role>().Select(r => $"{r}: {string.Join(' ', record.Members.Holders(r))}"),
        string.Join(' ', record.Members.DueBy(DateTimeOffset.MaxValue).Select(m => $"{m.Person} {m.NextDate:O}")),
        string.Join(' ', record.Members.All.Select(m => m.Person).Order())]);
}
