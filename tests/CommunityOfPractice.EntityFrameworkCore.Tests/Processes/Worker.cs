using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Testing;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>What a process of a host does; each thing that was acknowledged is said on a line of its own.</summary>
internal sealed class Worker
{
    public const int Capacity = 10, Arrivals = 25;

    public static readonly CommunityId Agile = new("agile"), Twin = new("twin"), OtherTwin = new("other twin");
    public static readonly GatheringId Talk = new("talk");

    private static readonly JoinConsent Consent = new("join/1", "web");

    private readonly CommunityStores stores;
    private readonly CommunityCommands commands;
    private readonly Random random;
    private readonly int number;

    public Worker(TestDatabase database, int number)
    {
        this.number = number;
        random = new(number);
        stores = database.Stores();
        CommunityRecords records = new(stores.Journal, new SeededSalts($"worker {number} {Environment.ProcessId}"), TimeProvider.System);
        commands = new(records, stores.Directory, new MatrixPermissions(PermissionMatrix.Default), [], PolicySet.Default);
    }

    public static PersonId Facilitator(int index) => new($"facilitator {index}");

    /// <summary>An active community with some facilitators and a talk with few places.</summary>
    public async Task PrepareAsync(int facilitators)
    {
        await Must(new ProposeCommunity(Agile, Facilitator(0), "Agile", "To learn.", CommunityKind.CommunityOfPractice, SimilarShown: []), Facilitator(0));
        foreach (PersonId person in Enumerable.Range(0, Math.Max(3, facilitators)).Select(Facilitator))
        {
            await Must(new JoinCommunity(Agile, person, Consent), person);
        }

        foreach (PersonId person in Enumerable.Range(0, facilitators).Select(Facilitator))
        {
            (await commands.ExecuteAsync(new NominateForRole(Agile, person, Role.Facilitator), Actor.Host("worker"))).OrThrow();
            await Must(new AcceptNomination(Agile, person, Role.Facilitator), person);
        }

        (await commands.ExecuteAsync(new NominateForRole(Agile, new("sponsor"), Role.Sponsor), Actor.Host("worker"))).OrThrow();
        await Must(new AcceptNomination(Agile, new("sponsor"), Role.Sponsor), new("sponsor"));
        await Must(new AdoptCharter(Agile, new("To learn.", new([new(new("agile"), 1)], new(Core.Domains.FocusKind.Challenge, "We wait.")), "Elected, yearly.")), Facilitator(0));
        await Must(new LaunchCommunity(Agile, TimeProvider.System.GetUtcNow().AddDays(7)), Facilitator(0));
        DateTime start = DateTime.SpecifyKind(TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(30), DateTimeKind.Unspecified);
        await Must(new ScheduleGathering(Agile, Talk, new("Talk", GatheringKind.Talk), new(start, start.AddHours(1), "UTC")) { Capacity = Capacity }, Facilitator(0));
    }

    /// <summary>Mixed commands, twins that are appended to two journals at once, and activities, until somebody ends it.</summary>
    public async Task WorkAsync()
    {
        for (int i = 0; ; i++)
        {
            string id = $"{number}-{i}";
            PersonId person = new($"person {random.Next(40)}");
            switch (random.Next(6))
            {
                case 0:
                    Activity[] some = [.. Enumerable.Range(0, 5).Select(n => new Activity(Agile, person, DateTimeOffset.UnixEpoch.AddYears(50).AddSeconds(i), Act.Post) { Id = new ActivityId($"{id}/{n}") })];
                    (await stores.Activities.AppendAsync(some)).OrThrow();
                    Say("activity", id);
                    break;
                case 1:
                    await AppendTwinsAsync(id);
                    Say("twins", id);
                    break;
                default:
                    Command command = random.Next(4) switch
                    {
                        0 => new LeaveCommunity(Agile, person, LeaveReason.Choice, "Adieu"),
                        1 => new Rsvp(Agile, Talk, person, random.Next(2) == 0 ? RsvpAnswer.Yes : RsvpAnswer.No),
                        _ => new JoinCommunity(Agile, person, Consent),
                    };
                    Decision<Committed> decision = await commands.ExecuteAsync(new CommandRequest(command, Actor.Of(person)) { CommandId = id });
                    if (decision is Decision<Committed>.Accepted { Value.Entries.Count: > 0 })
                    {
                        Say("command", id);
                    }

                    break;
            }
        }
    }

    /// <summary>Newcomers who all want a place in the talk, and a facilitator who would rather go.</summary>
    public async Task CrowdAsync()
    {
        for (int i = 0; i < Arrivals; i++)
        {
            PersonId person = new($"newcomer {number} {i}");
            await Must(new JoinCommunity(Agile, person, Consent), person);
            await Must(new Rsvp(Agile, Talk, person, RsvpAnswer.Yes), person);
            if (i == Arrivals / 2)
            {
                string[] codes = await CodesAsync(new LeaveCommunity(Agile, Facilitator(number)), Facilitator(number));
                Say(codes.Length == 0 ? "left" : "stayed", string.Join(' ', codes));
            }
        }

        Say("done", $"{number}");
    }

    private static void Say(string what, string id)
    {
        Console.Out.WriteLine($"{what} {id}");
        Console.Out.Flush();
    }

    private async Task AppendTwinsAsync(string id)
    {
        AppendOutcome outcome;
        do
        {
            List<JournalBatch> batches = [];
            foreach (CommunityId community in (CommunityId[])[Twin, OtherTwin])
            {
                CommunityRecord record = new(community);
                DateTimeOffset at = DateTimeOffset.UnixEpoch;
                string? head = null;
                long version = 0;
                await foreach (JournalEntry entry in stores.Journal.ReadAsync(community))
                {
                    (head, version) = (entry.Seal.Hash, entry.Version);
                }

                Change change = new(at, Actor.Host("twins"), new Cause { CommandId = id }, new CommunitySplitOff(Agile));
                batches.Add(new(community, version, [Sealing.Seal(community, version + 1, head, at, change, $"salt {id}")]));
            }

            outcome = await stores.Journal.AppendAsync(batches.ToValueList());
        }
        while (outcome is AppendOutcome.Conflict);
    }

    private async Task Must(Command command, PersonId by) => Assert.Empty(await CodesAsync(command, by));

    private async Task<string[]> CodesAsync(Command command, PersonId by)
    {
        while (true)
        {
            string[] codes = (await commands.ExecuteAsync(command, Actor.Of(by))).Match(_ => [], r => r.Reasons.Select(x => x.Code).ToArray());
            if (codes is not ["record.contended"])
            {
                return codes;
            }
        }
    }
}
