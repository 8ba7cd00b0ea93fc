using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Testing;
using Microsoft.Extensions.Time.Testing;

namespace CommunityOfPractice.Core.Tests.Simulations;

/// <summary>Simulations for tests, and what several tests do with them.</summary>
internal static class Simulated
{
    public static readonly CommunityId Agile = SimulatedCommunity.Agile.Id;

    /// <summary>Members who neither come nor go, so that nothing moves but what is planted; no gatherings.</summary>
    public static readonly CommunityBehaviour Steady = CommunityBehaviour.Default with { JoiningPerWeek = 0, LeavingPerWeek = 0, GatheringEveryWeeks = 0 };

    public static Simulation Run(int seed, CommunityBehaviour behaviour, params Intervention[] interventions) => Simulation.Run(new()
    {
        Seed = (ulong)seed,
        Behaviour = behaviour,
        Interventions = [.. interventions],
        Communities = [SimulatedCommunity.Agile with { Founders = 60 }],
    });

    /// <summary>Options with everything at random: several communities and interventions, short and small so that many can be tried.</summary>
    public static SimulationOptions Any(int seed)
    {
        SplitMix64 random = new((ulong)seed);
        int place = 0, weeks = 1 + Below(20);
        CommunityBehaviour behaviour = CommunityBehaviour.Default;
        foreach (SimulationParameter parameter in Enum.GetValues<SimulationParameter>())
        {
            behaviour = Below(2) == 0 ? behaviour.With(parameter, Value(parameter)) : behaviour;
        }

        Intervention[] interventions = [.. Enumerable.Range(0, Below(5)).Select(i => Drawn(1 + Below(weeks + 2)))];
        return new()
        {
            Seed = random.At(place++),
            Weeks = weeks,
            Departments = [.. Enumerable.Range(0, 1 + Below(4)).Select(d => new SimulatedDepartment($"Abteilung {d} ß", 6 + Below(9)))],
            Communities = [.. Enumerable.Range(0, 1 + Below(3)).Select(c => new SimulatedCommunity(new($"community {c} 🙂"), $"Name {c}", "To learn.", 3 + Below(3), [new("größe")]))],
            Tail = 1.2 + Below(4),
            Behaviour = behaviour with { Facilitators = 1 + Below(3) },
            Interventions = [.. interventions],
        };

        int Below(int bound) => random.Below(place++, bound);
        double Value(SimulationParameter parameter) => parameter switch
        {
            SimulationParameter.PostsPerWeek or SimulationParameter.FurtherResponses or SimulationParameter.JoiningPerWeek => Below(3),
            SimulationParameter.AnswerHours or SimulationParameter.NewcomerAnswerHours => 1 + Below(168),
            SimulationParameter.Facilitators or SimulationParameter.GatheringEveryWeeks or SimulationParameter.CoffeeEveryWeeks => Below(4),
            _ => Below(11) / 10.0,
        };
        Intervention Drawn(int week) => Below(6) switch
        {
            0 => Intervention.CoffeeRounds(week, 1),
            1 => Intervention.FacilitatorsLeave(week, Below(2)),
            2 => Intervention.NewPurpose(week, $"To learn more than in week {week}, {place}.", Below(3)),
            3 => Intervention.AnswerNewcomersSooner(week),
            4 => Intervention.Silos(week, Below(11) / 10.0),
            _ => (SimulationParameter)Below(20) is var parameter ? Intervention.Change(week, parameter, Value(parameter)) : throw new InvalidOperationException(),
        };
    }

    /// <summary>The services of a host after the history: in memory, the clock at the end.</summary>
    public static async Task<(HistoryStores Stores, FakeTimeProvider Clock)> LivedAsync(Simulation simulation)
    {
        FakeTimeProvider clock = new(simulation.End);
        InMemoryPeopleDirectory people = new();
        foreach (Person person in simulation.People)
        {
            people.Put(person);
        }

        InMemoryCommunityDirectory directory = new();
        InMemoryJournal journal = new(directory);
        InMemoryActivityStore activities = new();
        CommunityRecords records = new(journal, new SeededSalts("simulated"), clock);
        CommunityCommands commands = new(records, directory, new MatrixPermissions(PermissionMatrix.Default), [], PolicySet.Default);
        await simulation.PutAsync(commands, new ActivityRecorder(activities, clock));
        return (new(journal, directory, activities, people, records), clock);
    }

    public static double Detail(this Reading reading, string name) => reading.Details.Single(d => d.Name == name).Number;

    public static double Value(this IHealthIndicator indicator, Simulation simulation, int from, int until) =>
        indicator.Read(simulation.EvidenceOf(Agile, simulation.Weeks(from, until))).Measurement.Amount!.Value;

    /// <summary>How many standard errors the mean of differences lies from zero.</summary>
    public static double StandardErrors(this IReadOnlyCollection<double> differences)
    {
        double mean = differences.Average(), variance = differences.Sum(d => (d - mean) * (d - mean)) / (differences.Count - 1);
        return mean / Math.Sqrt(variance / differences.Count);
    }
}

/// <summary>The stores of a host with a lived history.</summary>
internal sealed record HistoryStores(IJournal Journal, ICommunityDirectory Directory, IActivityStore Activities, IPeopleDirectory People, CommunityRecords Records);
