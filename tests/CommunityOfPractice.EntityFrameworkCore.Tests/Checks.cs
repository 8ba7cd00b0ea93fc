using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Testing;
using Microsoft.EntityFrameworkCore;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>What must be so in a database, whatever happened to the processes that wrote to it.</summary>
internal static class Checks
{
    /// <summary>Hash chains verify, heads tell the number of entries, directories are rebuilds of the journals, activities of one call are there together.</summary>
    /// <returns>How many entries each command of each community led to; those of a call that recorded activities under its id.</returns>
    public static async Task<Dictionary<(string Community, string Id), int>> WholeAsync(TestDatabase database)
    {
        CommunityStores stores = database.Stores();
        Dictionary<(string, string), int> commands = [];
        await using CommunityOfPracticeContext context = database.CreateDbContext();
        Dictionary<string, long> heads = await context.Set<JournalHeadRow>().ToDictionaryAsync(h => h.Community, h => h.Version);
        Assert.Equal(heads.Count, await context.Set<JournalRow>().Select(r => r.Community).Distinct().CountAsync());
        foreach ((string id, long version) in heads)
        {
            JournalEntry[] entries = await EntriesAsync(stores, new(id));
            Assert.Equal(version, entries.Length);
            Assert.Empty(Journals.Verify(entries));
            await DirectoryIsARebuildAsync(stores, new(id), entries);
            foreach (JournalEntry entry in entries)
            {
                (string, string) command = (id, entry.Change.Because.CommandId ?? string.Empty);
                commands[command] = commands.GetValueOrDefault(command) + 1;
            }
        }

        foreach (IGrouping<string, Activity> call in (await ActivitiesAsync(stores)).GroupBy(a => a.Id!.Value.Text.Split('/')[0]))
        {
            Assert.Equal(5, call.Count());
            commands.Add((Worker.Agile.Text, call.Key), 5);
        }

        return commands;
    }

    private static async Task<List<Activity>> ActivitiesAsync(CommunityStores stores)
    {
        List<Activity> all = [];
        await foreach (Activity activity in stores.Activities.ReadAsync(Worker.Agile, DateTimeOffset.MaxValue))
        {
            all.Add(activity);
        }

        return all;
    }

    public static async Task<JournalEntry[]> EntriesAsync(CommunityStores stores, CommunityId community)
    {
        List<JournalEntry> all = [];
        await foreach (JournalEntry entry in stores.Journal.ReadAsync(community))
        {
            all.Add(entry);
        }

        return [.. all];
    }

    private static async Task DirectoryIsARebuildAsync(CommunityStores stores, CommunityId community, JournalEntry[] entries)
    {
        CommunityListing? listing = await stores.Directory.FindAsync(community);
        if (community == MixedWork.Twin || community == MixedWork.OtherTwin)
        {
            Assert.Null(listing); // appended without the services
            return;
        }

        DirectoryUpdate rebuilt = DirectoryUpdate.Rebuild(CommunityRecord.Replay(community, entries));
        Assert.Equal(rebuilt.Listing, listing);
        List<MemberListing> members = [];
        await foreach (MemberListing member in stores.Directory.MembersAsync(community))
        {
            members.Add(member);
        }

        Assert.Equal(rebuilt.Members, members);
    }
}
