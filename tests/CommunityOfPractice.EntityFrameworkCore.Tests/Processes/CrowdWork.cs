using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;
using Microsoft.Data.Sqlite;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>What one of several processes does that all want the same: the last places, to be the one who leaves, to be a member.</summary>
/// <remarks>Every command is put once; what came of it is said, whatever it was.</remarks>
internal sealed class CrowdWork(TestDatabase database, int number, int commands)
{
    public const int Facilitators = 4;

    private readonly Worker worker = new(database, number);
    private readonly Random random = new(number);

    public async Task RunAsync()
    {
        for (int i = 0; i < commands; i++)
        {
            string id = $"{number}-{i}";
            (Command command, Actor by) = Next();
            Worker.Say(await PutAsync(id, command, by));
        }
    }

    private async Task<string[]> PutAsync(string id, Command command, Actor by)
    {
        try
        {
            Decision<Committed> decision = await worker.Commands.ExecuteAsync(new CommandRequest(command, by) { CommandId = id });
            return decision.Match(
                c => ["accepted", id, $"{c.Entries.Count}"],
                r => r.Reasons is [{ Code: "record.contended" }] ? new[] { "given up", id } : ["refused", id, .. r.Reasons.Select(x => x.Code)]);
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode == 5)
        {
            return ["given up", id, "busy"]; // the lock was not to be had within the command timeout; whether anything was written after all, the totals tell
        }
    }

    private (Command Command, Actor By) Next()
    {
        PersonId guest = new($"guest {random.Next(commands / 2)}"), facilitator = Worker.Facilitator(random.Next(Facilitators));
        return random.Next(20) switch
        {
            < 7 => (new JoinCommunity(Worker.Agile, guest, Worker.Consent), Actor.Of(guest)),
            < 13 => (new Rsvp(Worker.Agile, Worker.Talk, guest, random.Next(3) > 0 ? RsvpAnswer.Yes : RsvpAnswer.No), Actor.Of(guest)),
            < 15 => (new LeaveCommunity(Worker.Agile, guest), Actor.Of(guest)),
            < 17 => (new LeaveCommunity(Worker.Agile, facilitator), Actor.Of(facilitator)),
            < 18 => (new JoinCommunity(Worker.Agile, facilitator, Worker.Consent), Actor.Of(facilitator)),
            < 19 => (new NominateForRole(Worker.Agile, facilitator, Role.Facilitator), Actor.Host("worker")),
            _ => (new AcceptNomination(Worker.Agile, facilitator, Role.Facilitator), Actor.Of(facilitator)),
        };
    }
}
