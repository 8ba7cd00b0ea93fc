using System.Security.Cryptography;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace ConsoleWithoutContainer;

/// <summary>The composition: ports, then records, then the services over them. A host with a database puts its own stores in place of the first three.</summary>
internal sealed class Host
{
    private static readonly CommunityId Community = new("writing");

    private readonly CommunityCommands commands;
    private readonly QuestionQueries questions;
    private readonly CommunityHealth health;
    private int number;

    public Host()
    {
        InMemoryCommunityDirectory directory = new();
        InMemoryJournal journal = new(directory);
        InMemoryActivityStore activities = new();
        CommunityRecords records = new(journal, new RandomSalts(), TimeProvider.System);
        commands = new(records, directory, new MatrixPermissions(PermissionMatrix.Default), [], PolicySet.Default);
        questions = new(records, PolicySet.Default);
        HealthAssessor assessor = new(HealthModels.Shipped, SmallGroupGuard.Around(StandardIndicators.All));
        health = new(new EvidenceSource(activities, directory, new InMemoryPeopleDirectory(), records), assessor, TimeProvider.System, TimeSpan.FromDays(91));
    }

    /// <summary>Carries out one line and says what came of it.</summary>
    public async Task<string> PutAsync(string line)
    {
        if (line == "report")
        {
            return (await health.AssessAsync(Community)).Summary;
        }

        string[] words = [.. line.Split(' ', 3), string.Empty, string.Empty];
        (PersonId person, string verb, string text) = (new(words[0]), words[1], words[2]);
        number++;
        return verb switch
        {
            "proposes" => await DoAsync(new ProposeCommunity(Community, person, text, text, CommunityKind.CommunityOfPractice, SimilarShown: []), person),
            "joins" => await DoAsync(new JoinCommunity(Community, person, new JoinConsent("join/1", "console")), person),
            "facilitates" => await DoAsync(new NominateForRole(Community, person, Role.Facilitator), person) + "; " + await DoAsync(new AcceptNomination(Community, person, Role.Facilitator), person),
            "charters" => await DoAsync(new AdoptCharter(Community, new CharterTerms(text, new Domain([new(new("writing"), 1)], new Focus(FocusKind.Challenge, text)), "By nomination.")), person),
            "launches" => await DoAsync(new LaunchCommunity(Community, DateTimeOffset.UtcNow.AddDays(7)), Actor.Host("console")),
            "asks" => await DoAsync(new AskQuestion(Community, new($"q{number}"), text, text, []), person),
            "answers" => await AnswerAsync(person, text),
            _ => $"refused: nobody knows how to '{verb}'",
        };
    }

    /// <summary>The oldest question that waits gets the answer.</summary>
    private async Task<string> AnswerAsync(PersonId person, string text) =>
        (await questions.OpenAsync(Community, Actor.Host("console"))).OrThrow() is [{ Question: { } oldest }, ..]
            ? await DoAsync(new AnswerQuestion(Community, oldest, new($"a{number}"), text), person)
            : "refused: no question waits";

    private Task<string> DoAsync(Command command, PersonId by) => DoAsync(command, Actor.Of(by));

    /// <summary>A refusal is a value: it names everything that stands in the way.</summary>
    private async Task<string> DoAsync(Command command, Actor by) => (await commands.ExecuteAsync(command, by)).Match(
        committed => string.Join(", ", committed.Entries.Select(e => e.Change.Fact.GetType().Name)),
        refusal => "refused: " + string.Join(" ", refusal.Reasons.Select(r => $"{r.Text} [{r.Code}]")));

    /// <summary>Salts keep what people wrote from being guessed by its hash; a host takes them from the operating system.</summary>
    private sealed class RandomSalts : ISaltSource
    {
        public string Next() => RandomNumberGenerator.GetHexString(32, lowercase: true);
    }
}
