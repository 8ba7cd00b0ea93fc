using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CommunityOfPractice.Docs.Tests;

/// <summary>The second snippet of docs/simulator.md, run.</summary>
public sealed class SimulatorTests
{
    [Fact]
    public async Task Snippet_ReadsTheTiesOfEachPeriod()
    {
        Simulation simulation = Simulation.Run(new SimulationOptions { Seed = 1, Interventions = [Intervention.Silos(week: 26, mixing: 0.2)] });

        InMemoryPeopleDirectory people = new();
        foreach (Person person in simulation.People)
        {
            people.Put(person);
        }

        FakeTimeProvider clock = new(simulation.End);
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(clock).AddSingleton<IPeopleDirectory>(people);
        services.AddCommunityOfPractice(options => options.HealthWindow = TimeSpan.FromDays(14));
        using ServiceProvider provider = services.BuildServiceProvider();
        await simulation.PutAsync(provider.GetRequiredService<ICommunityCommands>(), provider.GetRequiredService<IActivityRecorder>());

        TrendReport report = await provider.GetRequiredService<ICommunityTrends>().TrendsAsync(SimulatedCommunity.Agile.Id, periods: 26);
        IndicatorTrend ties = report.Trends.Single(t => t.Info.Id == CrossDepartmentTies.Id);

        Assert.Equal(26, ties.Series.Count);
        Assert.Equal(TrendDirection.Falling, ties.Direction);
    }
}
