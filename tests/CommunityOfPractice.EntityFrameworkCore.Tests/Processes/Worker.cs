using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Testing;

namespace CommunityOfPractice.EntityFrameworkCore.Tests;

/// <summary>A host over a database: the command services as a host has them, and the community that everybody works on.</summary>
internal sealed class Worker
{
    public const int Capacity = 10;

    public static readonly CommunityId Agile = new("agile");
    public static readonly GatheringId Talk = new("talk");
    public static readonly JoinConsent Consent = new("join/1", "web");

    private static readonly CharterTerms Terms = new("To learn.", new([new(new("agile"), 1)], new(Core.Domains.FocusKind.Challenge, "We wait.")), "Elected, yearly.");

    public Worker(TestDatabase database, int number)
        : this(database.Stores(), number)
    {
    }

    public Worker(CommunityStores stores, int number)
    {
        Stores = stores;
        CommunityRecords records = new(Stores.Journal, new SeededSalts($"worker {number} {Environment.ProcessId}"), TimeProvider.System);
        Commands = new(records, Stores.Directory, new MatrixPermissions(PermissionMatrix.Default), [], PolicySet.Default);
    }

    public CommunityStores Stores { get; }

    public CommunityCommands Commands { get; }

    public static PersonId Facilitator(int index) => new($"facilitator {index}");

    /// <summary>What brings a community from a proposal to its launch and a talk with few places, in order.</summary>
    public static IEnumerable<(Command Command, Actor By)> Beginnings(CommunityId community, int facilitators)
    {
        PersonId[] people = [.. Enumerable.Range(0, Math.Max(3, facilitators)).Select(Facilitator)];
        PersonId founder = people[0], sponsor = new("sponsor");
        yield return (new ProposeCommunity(community, founder, community.Text, "To learn.", CommunityKind.CommunityOfPractice, SimilarShown: []), Actor.Of(founder));
        foreach (PersonId person in people)
        {
            yield return (new JoinCommunity(community, person, Consent), Actor.Of(person));
        }

        foreach ((PersonId person, Role role) in people.Take(facilitators).Select(p => (p, Role.Facilitator)).Append((sponsor, Role.Sponsor)))
        {
            yield return (new NominateForRole(community, person, role), Actor.Host("worker"));
            yield return (new AcceptNomination(community, person, role), Actor.Of(person));
        }

        yield return (new AdoptCharter(community, Terms), Actor.Of(founder));
        yield return (new LaunchCommunity(community, TimeProvider.System.GetUtcNow().AddDays(7)), Actor.Of(founder));
        DateTime start = DateTime.SpecifyKind(TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(30), DateTimeKind.Unspecified);
        yield return (new ScheduleGathering(community, Talk, new("Talk", GatheringKind.Talk), new(start, start.AddHours(1), "UTC")) { Capacity = Capacity }, Actor.Of(founder));
    }

    /// <summary>Says something on a line of its own: whoever started the process reads it, even when it is killed right after.</summary>
    public static void Say(params string[] words)
    {
        Console.Out.WriteLine(string.Join('\t', words));
        Console.Out.Flush();
    }

    public async Task PrepareAsync(int facilitators)
    {
        foreach ((Command command, Actor by) in Beginnings(Agile, facilitators))
        {
            (await Commands.ExecuteAsync(command, by)).OrThrow();
        }
    }
}
