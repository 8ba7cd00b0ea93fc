using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Testing;

namespace CommunityOfPractice.Core.Tests.Simulations;

/// <summary>Simulations for tests, and what several tests do with them.</summary>
internal static class Simulated
{
    public static readonly CommunityId Agile = SimulatedCommunity.Agile.Id;

    /// <summary>Members who neither come nor go, so that nothing moves but what is planted.</summary>
    public static readonly CommunityBehaviour Steady = CommunityBehaviour.Default with { JoiningPerWeek = 0, LeavingPerWeek = 0 };

    public static Simulation Run(int seed, CommunityBehaviour behaviour, params Intervention[] interventions) => Simulation.Run(new()
    {
        Seed = (ulong)seed,
        Behaviour = behaviour,
        Interventions = [.. interventions],
        Communities = [SimulatedCommunity.Agile with { Founders = 60 }],
    });

    public static double? Read(this IHealthIndicator indicator, Simulation simulation, int from, int until) =>
        indicator.Read(simulation.EvidenceOf(Agile, simulation.Weeks(from, until))).Measurement.Amount;

    public static double Detail(this Reading reading, string name) => reading.Details.Single(d => d.Name == name).Number;

    /// <summary>How many standard errors a mean of differences lies from zero.</summary>
    public static double StandardErrors(IReadOnlyCollection<double> differences)
    {
        double mean = differences.Average(), variance = differences.Sum(d => (d - mean) * (d - mean)) / (differences.Count - 1);
        return mean / Math.Sqrt(variance / differences.Count);
    }
}
