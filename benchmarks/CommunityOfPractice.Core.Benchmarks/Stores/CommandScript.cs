using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.EntityFrameworkCore;

namespace CommunityOfPractice.Core.Benchmarks.Stores;

/// <summary>One community and the commands that are put to it: somebody joins, answers a gathering, leaves; next one. And the rows that these commands make.</summary>
internal sealed class CommandScript
{
    private static readonly CommunityId Community = new("agile");
    private static readonly GatheringId Talk = new("talk");
    private static readonly PersonId Founder = new("founder");

    private readonly StoreUnderTest memory = StoreUnderTest.InMemory();
    private readonly List<Written> written = [];

    /// <summary>What one command writes: the entries, and the listings after it.</summary>
    public sealed record Written(JournalRow[] Entries, CommunityRow Listing, MemberRow? Member, bool IsNewMember);

    public static async Task BeginAsync(ICommunityCommands commands)
    {
        (await commands.ExecuteAsync(new ProposeCommunity(Community, Founder, "Agile", "To learn.", CommunityKind.CommunityOfPractice, SimilarShown: []), Actor.Of(Founder))).OrThrow();
        DateTime start = DateTime.SpecifyKind(DateTime.UtcNow.Date.AddDays(300), DateTimeKind.Unspecified);
        (await commands.ExecuteAsync(new ScheduleGathering(Community, Talk, new("Talk", GatheringKind.Talk), new(start, start.AddHours(1), "UTC")), Actor.Host("benchmark"))).OrThrow();
    }

    public static async Task PutAsync(ICommunityCommands commands, int number)
    {
        PersonId person = new($"person-{number / 3}");
        Command command = (number % 3) switch
        {
            0 => new JoinCommunity(Community, person, new JoinConsent("join/1", "web")),
            1 => new Rsvp(Community, Talk, person, RsvpAnswer.Yes),
            _ => new LeaveCommunity(Community, person),
        };
        (await commands.ExecuteAsync(new CommandRequest(command, Actor.Of(person)) { CommandId = $"command-{number}" })).OrThrow();
    }

    /// <summary>Puts as many commands to the stores in memory, and notes what they wrote.</summary>
    public async Task<IReadOnlyList<Written>> RehearseAsync(int commands)
    {
        await BeginAsync(memory.Commands);
        long version = await NoteAsync(0, null);
        for (int i = 0; i < commands; i++)
        {
            await PutAsync(memory.Commands, i);
            version = await NoteAsync(version, $"person-{i / 3}", isNew: i % 3 == 0, touched: i % 3 != 1);
        }

        return written;
    }

    private async Task<long> NoteAsync(long after, string? person, bool isNew = false, bool touched = false)
    {
        List<JournalRow> entries = [];
        await foreach (JournalEntry entry in memory.Get<IJournal>().ReadAsync(Community, after))
        {
            entries.Add(Rows.Of(entry));
        }

        ICommunityDirectory directory = memory.Get<ICommunityDirectory>();
        CommunityListing listing = (await directory.FindAsync(Community))!;
        MemberRow? member = null;
        if (touched)
        {
            await foreach (MemberListing found in directory.MembershipsOfAsync(new(person!)))
            {
                member = Rows.Of(found);
            }
        }

        written.Add(new([.. entries], Rows.Of(listing), member, isNew));
        return listing.Version;
    }
}
