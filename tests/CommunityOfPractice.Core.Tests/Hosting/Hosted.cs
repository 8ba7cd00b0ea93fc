using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Vocabulary;
using Microsoft.Extensions.Time.Testing;

namespace CommunityOfPractice.Core.Tests.Hosting;

/// <summary>The services of one process, over a journal that several processes may share.</summary>
internal sealed class Hosted
{
    public static readonly CommunityId Agile = new("agile");

    public static readonly PersonId Ana = new("ana"), Bo = new("bo"), Cem = new("cem"), Dee = new("dee"), Eva = new("eva"), Fin = new("fin");

    public static readonly JoinConsent Consent = new("join/1", "web");

    public Hosted(
        InMemoryCommunityDirectory? directory = null,
        IJournal? journal = null,
        IPermissions? permissions = null,
        IEnumerable<IFactHandler>? handlers = null,
        DateTimeOffset? now = null,
        int capacity = 1000,
        string salt = "a")
    {
        Directory = directory ?? new();
        Journal = journal ?? new InMemoryJournal(Directory);
        Clock = new(now ?? World.Start);
        Records = new(Journal, new SeededSalts(salt), Clock, capacity);
        Commands = new(Records, Directory, permissions ?? new MatrixPermissions(PermissionMatrix.Default), handlers ?? [], PolicySet.Default);
        Queries = new(Records, Directory, PolicySet.Default);
    }

    public InMemoryCommunityDirectory Directory { get; }

    public IJournal Journal { get; }

    public FakeTimeProvider Clock { get; }

    public CommunityRecords Records { get; }

    public CommunityCommands Commands { get; }

    public CommunityQueries Queries { get; }

    public async Task<Committed> Must(Command command, Actor by) => (await Commands.ExecuteAsync(command, by)).OrThrow();

    public Task<Committed> Must(Command command, PersonId by) => Must(command, Actor.Of(by));

    public async Task<string[]> Codes(Command command, Actor by) => (await Commands.ExecuteAsync(command, by)).Codes();

    public async Task<JournalEntry[]> Entries(CommunityId community)
    {
        List<JournalEntry> entries = [];
        await foreach (JournalEntry entry in Journal.ReadAsync(community))
        {
            entries.Add(entry);
        }

        return [.. entries];
    }

    /// <summary>Ana proposes; everybody named joins, the first facilitate; dee is of the core group, eva the sponsor.</summary>
    public async Task Propose(CommunityId community, int facilitators, params PersonId[] members)
    {
        await Must(World.Proposal(community), Ana);
        foreach (PersonId member in members)
        {
            await Must(new JoinCommunity(community, member, Consent), member);
        }

        foreach (PersonId member in members[..facilitators])
        {
            await Appoint(community, member, Role.Facilitator);
        }

        if (members.Contains(Dee))
        {
            await Appoint(community, Dee, Role.CoreGroup);
        }

        await Appoint(community, Eva, Role.Sponsor);
    }

    public async Task Launch(CommunityId community, int facilitators = 1, params PersonId[] members)
    {
        await Propose(community, facilitators, members is [] ? [Ana, Bo, Cem, Dee] : members);
        await Must(new AdoptCharter(community, World.Terms()), Ana);
        await Must(new LaunchCommunity(community, Clock.GetUtcNow().AddDays(7)), Ana);
    }

    public async Task Appoint(CommunityId community, PersonId person, Role role)
    {
        await Must(new NominateForRole(community, person, role), World.Host);
        await Must(new AcceptNomination(community, person, role), person);
    }

    public static async Task<T[]> All<T>(IAsyncEnumerable<T> items)
    {
        List<T> all = [];
        await foreach (T item in items)
        {
            all.Add(item);
        }

        return [.. all];
    }
}
