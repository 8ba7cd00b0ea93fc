using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>What a process does until it is killed: commands of many kinds, activities, appends to two journals at once, and the outbox beside it.</summary>
/// <remarks>Each thing is said once it was acknowledged, and not before.</remarks>
internal sealed class MixedWork(TestDatabase database, int number)
{
    public static readonly CommunityId Twin = new("twin"), OtherTwin = new("other twin");
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(1);

    private readonly Worker worker = new(database, number);
    private readonly Random random = new((number * 7919) + Environment.ProcessId);
    private readonly Queue<(Command Command, Actor By)> growing = new();
    private int grown;

    public async Task RunAsync()
    {
        Task telling = Task.Run(TellAsync);
        for (int i = 0; !telling.IsCompleted; i++)
        {
            await StepAsync($"{number}-{i}");
        }

        await telling;
    }

    private async Task StepAsync(string id)
    {
        PersonId person = new($"person {random.Next(40)}");
        switch (random.Next(10))
        {
            case 0:
                await RecordAsync(id, person);
                break;
            case 1:
                await AppendTwinsAsync(id);
                break;
            case 2 or 3 or 4:
                (Command command, Actor by) = NextOfAGrowingCommunity();
                await PutAsync(id, command, by);
                break;
            default:
                (Command one, Actor actor) = Anything(person);
                await PutAsync(id, one, actor);
                break;
        }
    }

    private async Task PutAsync(string id, Command command, Actor by)
    {
        if (await worker.Commands.ExecuteAsync(new CommandRequest(command, by) { CommandId = id }) is Decision<Committed>.Accepted { Value.Entries: { Count: > 0 } entries })
        {
            Worker.Say("command", command.Community.Text, id, $"{entries.Count}");
        }
    }

    /// <summary>From proposal to launch, one step after the other, and then the next community.</summary>
    private (Command Command, Actor By) NextOfAGrowingCommunity()
    {
        if (growing.Count == 0)
        {
            foreach ((Command, Actor) step in Worker.Beginnings(new($"grown {number} {grown++}"), facilitators: 1))
            {
                growing.Enqueue(step);
            }
        }

        return growing.Dequeue();
    }

    private (Command Command, Actor By) Anything(PersonId person) => random.Next(9) switch
    {
        0 => (new LeaveCommunity(Worker.Agile, person, LeaveReason.Choice, "Adieu"), Actor.Of(person)),
        1 => (new PauseMembership(Worker.Agile, person, Note: "A year away"), Actor.Of(person)),
        2 => (new ResumeMembership(Worker.Agile, person), Actor.Of(person)),
        3 => (new NominateForRole(Worker.Agile, person, Role.CoreGroup), Actor.Of(Worker.Facilitator(0))),
        4 => (new AcceptNomination(Worker.Agile, person, Role.CoreGroup), Actor.Of(person)),
        5 or 6 => (new Rsvp(Worker.Agile, Worker.Talk, person, random.Next(3) > 0 ? RsvpAnswer.Yes : RsvpAnswer.No), Actor.Of(person)),
        _ => (new JoinCommunity(Worker.Agile, person, Worker.Consent), Actor.Of(person)),
    };

    private async Task RecordAsync(string id, PersonId person)
    {
        DateTimeOffset at = DateTimeOffset.UnixEpoch.AddYears(50).AddSeconds(random.Next());
        Activity[] some = [.. Enumerable.Range(0, 5).Select(n => new Activity(Worker.Agile, person, at, Act.Post) { Id = new ActivityId($"{id}/{n}") })];
        (await worker.Stores.Activities.AppendAsync(some)).OrThrow();
        Worker.Say("activity", Worker.Agile.Text, id, "5");
    }

    /// <summary>The same change in two journals: in both or in none.</summary>
    private async Task AppendTwinsAsync(string id)
    {
        List<JournalBatch> batches = [];
        foreach (CommunityId community in (CommunityId[])[Twin, OtherTwin])
        {
            string? head = null;
            long version = 0;
            await foreach (JournalEntry entry in worker.Stores.Journal.ReadAsync(community))
            {
                (head, version) = (entry.Seal.Hash, entry.Version);
            }

            Change change = new(DateTimeOffset.UnixEpoch, Actor.Host("twins"), new Cause { CommandId = id }, new CommunitySplitOff(Worker.Agile));
            batches.Add(new(community, version, [Sealing.Seal(community, version + 1, head, DateTimeOffset.UnixEpoch, change, $"salt {id}")]));
        }

        if (await worker.Stores.Journal.AppendAsync(batches.ToValueList()) is AppendOutcome.Appended)
        {
            Worker.Say("command", Twin.Text, id, "1");
            Worker.Say("command", OtherTwin.Text, id, "1");
        }
    }

    private async Task TellAsync()
    {
        OutboxDispatcher<CommunityOfPracticeContext> dispatcher = new(database, [new Teller()], TimeProvider.System, Lease);
        while (true)
        {
            OutboxPass pass = await dispatcher.DispatchAsync();
            if (pass.Failures is [{ Exception: { } failure }, ..])
            {
                throw failure;
            }

            await Task.Delay(pass.Told > 0 ? 1 : 20);
        }
    }

    /// <summary>Says what it is told.</summary>
    public sealed class Teller(Action<string, long>? say = null) : IOutboxHandler
    {
        public string Consumer => "teller";

        public ValueTask HandleAsync(JournalEntry entry, CancellationToken cancellationToken = default)
        {
            (say ?? ((community, version) => Worker.Say("told", community, $"{version}")))(entry.Community.Text, entry.Version);
            return default;
        }
    }
}
