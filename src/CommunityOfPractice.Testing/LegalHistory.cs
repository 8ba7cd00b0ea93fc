using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Testing;

/// <summary>Lives of communities, lived through the real command services over the stores of a host: legal by construction.</summary>
/// <remarks>
/// The same seed puts the same commands with the same clock and salts, so that two stores can be compared byte for byte. Not safe for
/// concurrent use; one history writes into stores that nobody else writes to.
/// </remarks>
public sealed class LegalHistory
{
    private static readonly DateTimeOffset Start = new(2025, 1, 6, 9, 0, 0, TimeSpan.Zero);
    private static readonly JoinConsent Consent = new("join/1", "web");

    private readonly CommunityStores stores;
    private readonly Random random;
    private readonly HistoryClock clock = new(Start);
    private readonly CommunityRecords records;
    private readonly CommunityCommands commands;
    private readonly CommunityPolicies policies;
    private readonly PersonalData personal;
    private readonly ActivityRecorder activities;
    private readonly List<PersonId> people = [.. ((string[])["ada", "Ben", "cleo 🙂", "d'or", "Élise", "finn"]).Select(n => new PersonId(n))];
    private int number;

    /// <summary>Prepares a history.</summary>
    /// <param name="stores">The stores; empty.</param>
    /// <param name="seed">Where chance begins.</param>
    public LegalHistory(CommunityStores stores, int seed)
    {
        ArgumentNullException.ThrowIfNull(stores);
        this.stores = stores;
        random = new(seed);
        SeededSalts salts = new(FormattableString.Invariant($"history {seed}"));
        records = new(stores.Journal, salts, clock);
        commands = new(records, stores.Directory, new MatrixPermissions(PermissionMatrix.Default), [], PolicySet.Default);
        policies = new(records, stores.Activities, PolicySet.Default, [], []);
        personal = new(records, stores.Activities, new InMemoryPeopleDirectory(), salts, PolicySet.Default, []);
        activities = new(stores.Activities, clock);
    }

    /// <summary>Gets the communities that the history is about.</summary>
    /// <value>Three ids.</value>
    public static ValueList<CommunityId> Communities { get; } = [new("agile"), new("Data & Ärger"), new("🙂 design")];

    /// <summary>Gets how many commands were carried out.</summary>
    /// <value>Zero or more; refused ones are not counted.</value>
    public int Accepted { get; private set; }

    /// <summary>Gets how many commands were refused.</summary>
    /// <value>Zero or more.</value>
    public int Refused { get; private set; }

    /// <summary>Lets the history go on.</summary>
    /// <param name="steps">How many moves; a move is a command, an activity, a run of the policies or, rarely, an erasure.</param>
    /// <param name="cancellationToken">Ends the call between two moves.</param>
    /// <returns>The task of living.</returns>
    public async Task LiveAsync(int steps, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        for (int i = 0; i < steps; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            clock.Advance(TimeSpan.FromMinutes(random.Next(10) == 0 ? random.Next(100_000) : random.Next(2_000)));
            CommunityId community = Communities[random.Next(Communities.Count)];
            number++;
            await (random.Next(60) switch
            {
                0 => EraseAsync(cancellationToken),
                < 4 => policies.ApplyAsync(community, null, cancellationToken).AsTask(),
                < 16 => ActAsync(community, cancellationToken),
                _ => PutAsync(community, cancellationToken),
            }).ConfigureAwait(false);
        }
    }

    private PersonId Somebody() => people[random.Next(people.Count)];

    private async Task ActAsync(CommunityId community, CancellationToken cancellationToken) => await activities.RecordAsync(
        new Activity(community, Somebody(), clock.GetUtcNow(), random.Any((Act[])[Act.Post, Act.Ask, Act.Answer, Act.React]))
        {
            Id = new ActivityId(FormattableString.Invariant($"activity {number}")),
            To = random.Next(3) == 0 ? [Somebody()] : [],
        },
        cancellationToken).ConfigureAwait(false);

    private async Task EraseAsync(CancellationToken cancellationToken)
    {
        int at = random.Next(people.Count);
        ErasureRequest request = new(people[at], Actor.Host("privacy-desk")) { Tombstone = new(FormattableString.Invariant($"gone-{number}")), IfLast = LastFacilitatorChoice.StartGrace(null) };
        if ((await personal.EraseAsync(request, cancellationToken).ConfigureAwait(false)).IsAccepted)
        {
            people[at] = new(FormattableString.Invariant($"new-{number}"));
        }
    }

    private async Task PutAsync(CommunityId community, CancellationToken cancellationToken)
    {
        (Command command, Actor by) = Next(community);
        CommandRequest request = new(command, by) { CommandId = random.Next(2) == 0 ? FormattableString.Invariant($"command-{number}") : null };
        bool accepted = (await commands.ExecuteAsync(request, cancellationToken).ConfigureAwait(false)).IsAccepted;
        Accepted += accepted ? 1 : 0;
        Refused += accepted ? 0 : 1;
    }

    private (Command Command, Actor By) Next(CommunityId community)
    {
        PersonId person = Somebody();
        Actor self = Actor.Of(person), host = Actor.Host("history");
        Domain domain = new([new(new("testing"), 2), new(new("größe"), 1)], new(FocusKind.Challenge, "We wait for each other."));
        return random.Next(24) switch
        {
            0 or 1 => (new ProposeCommunity(community, person, "About " + community, "To learn.", CommunityKind.CommunityOfPractice, SimilarShown: []) { Domain = domain }, self),
            < 8 => (new JoinCommunity(community, person, Consent), self),
            8 or 9 => (new NominateForRole(community, person, Role.Facilitator), host),
            10 or 11 => (new AcceptNomination(community, person, Role.Facilitator), self),
            12 => (new AdoptCharter(community, new("To learn from each other.", domain, "Elected by the members, yearly.")), host),
            13 => (new LaunchCommunity(community, clock.GetUtcNow().AddDays(7)), host),
            14 => (new LeaveCommunity(community, person, LeaveReason.Choice, "„Adieu“ said " + person), self),
            15 => (new InviteMember(community, person, "Join us, " + person), host),
            16 => (new AcceptInvitation(community, person, Consent), self),
            17 => (new PauseMembership(community, person, clock.GetUtcNow().AddDays(40)), self),
            18 => (new ResumeMembership(community, person), self),
            19 => (new ScheduleGathering(community, new(FormattableString.Invariant($"gathering-{number}")), new("Retro", GatheringKind.Workshop), Slot()) { Capacity = 2 }, host),
            20 => (new Rsvp(community, new(FormattableString.Invariant($"gathering-{number - random.Next(1, 12)}")), person, random.Any(Enum.GetValues<RsvpAnswer>())), self),
            21 => (new AskQuestion(community, new(FormattableString.Invariant($"question-{number}")), "How?", "How is it done? 語", [new("testing")]), self),
            22 => (new AnswerQuestion(community, new(FormattableString.Invariant($"question-{number - random.Next(1, 12)}")), new(FormattableString.Invariant($"answer-{number}")), "Like this."), self),
            _ => (new RenameCommunity(community, FormattableString.Invariant($"Name {number}"), "What it is for"), host),
        };
    }

    private LocalSlot Slot()
    {
        DateTime start = clock.GetUtcNow().UtcDateTime.Date.AddDays(10).AddHours(10);
        return new(DateTime.SpecifyKind(start, DateTimeKind.Unspecified), DateTime.SpecifyKind(start.AddHours(1), DateTimeKind.Unspecified), "Europe/Berlin");
    }
}
