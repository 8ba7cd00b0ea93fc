using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Testing;
using Xunit.Abstractions;

namespace CommunityOfPractice.Core.Tests.Simulations;

/// <summary>Tests of trends find planted changes, and hardly ever one where nothing was planted.</summary>
[Trait("Category", "Slow")]
public sealed class PlantedChangeTests(ITestOutputHelper output)
{
    private const int Change = 26, Period = 4;

    /// <summary>The drop of ties across departments at week 26, in the trend over thirteen periods of four weeks.</summary>
    [Fact]
    public void Trend_PlantedSilos_AreFoundAndFalling()
    {
        TrendDirection[] found = [.. Enumerable.Range(0, 30).Select(seed => TrendOf(seed, new CrossDepartmentTies(0), Intervention.Silos(Change, 0.2)))];
        int falling = found.Count(d => d == TrendDirection.Falling);
        output.WriteLine($"found in {falling} of {found.Length} histories");
        Assert.True(falling >= 27);
        Assert.DoesNotContain(TrendDirection.Rising, found);
    }

    /// <summary>At the level of 5 % at most 12 of 120: more would come about in one of a hundred cases.</summary>
    [Fact]
    public void Trend_NothingPlanted_GivesFalseAlarmsAtTheNominalRate()
    {
        int alarms = Enumerable.Range(1000, 120).Count(seed => TrendOf(seed, new CrossDepartmentTies(0)) is TrendDirection.Falling or TrendDirection.Rising);
        output.WriteLine($"{alarms} false alarms in 120 histories");
        Assert.InRange(alarms, 1, 12);
    }

    /// <summary>The permutation test of the indicator says that departments matter when they do, and else in 5 % of cases.</summary>
    [Fact]
    public void Permutation_Mixing_IsTold()
    {
        Assert.All(Enumerable.Range(0, 20), seed => Assert.True(PFewer(seed, 0.6) < 0.05));
        int alarms = Enumerable.Range(2000, 120).Count(seed => PFewer(seed, 1) < 0.05);
        output.WriteLine($"{alarms} false alarms in 120 histories");
        Assert.InRange(alarms, 1, 12);

        static double PFewer(int seed, double mixing)
        {
            Simulation simulation = Simulated.Run(seed, Simulated.Steady with { Mixing = mixing });
            return new CrossDepartmentTies().Read(simulation.EvidenceOf(Simulated.Agile, simulation.Weeks(0, 26))).Detail("pFewer");
        }
    }

    /// <summary>Before and after each intervention, the change that is read is the true one.</summary>
    [Theory]
    [InlineData("facilitators leave")]
    [InlineData("newcomers")]
    [InlineData("coffee")]
    [InlineData("purpose")]
    public void Change_OfAnIntervention_IsTheTrueOne(string name)
    {
        (double Read, double True)[] changes = [.. Enumerable.Range(0, 40).Select(seed => ChangeOf(name, seed))];
        double[] differences = [.. changes.Select(c => c.Read - c.True)];
        output.WriteLine($"{name}: read {changes.Average(c => c.Read):0.###}, true {changes.Average(c => c.True):0.###} on average over {changes.Length} histories, {differences.StandardErrors():0.##} standard errors");
        Assert.InRange(differences.StandardErrors(), -4, 4);
        Assert.All(changes, c => Assert.True(Math.Abs(c.True) > 0.05));
    }

    private static (double Read, double True) ChangeOf(string name, int seed)
    {
        switch (name)
        {
            case "facilitators leave":
                Simulation left = Simulated.Run(seed, Simulated.Steady with { FacilitatorAnswers = 0.5, AnswerProbability = 0.4 }, Intervention.FacilitatorsLeave(Change));
                return (Read(left, new AnsweredInTime()), (left.Truth.AnsweredWithin(Simulated.Agile, Change, 52, 48) - left.Truth.AnsweredWithin(Simulated.Agile, 0, Change, 48))!.Value);
            case "newcomers":
                CommunityBehaviour slow = Simulated.Steady with { JoiningPerWeek = 1.5, NewcomerAnswerProbability = 0.5, NewcomerAnswerHours = 40, FacilitatorAnswers = 0.1 };
                Simulation sooner = Simulated.Run(seed, slow, Intervention.AnswerNewcomersSooner(Change));
                return (Read(sooner, new NewcomerWelcome()), sooner.Truth.WelcomedWithin(Simulated.Agile, Change, 48) - sooner.Truth.WelcomedWithin(Simulated.Agile, 0, 48));
            case "coffee":
                Simulation without = Simulated.Run(seed, Simulated.Steady with { Mixing = 0.3 });
                Simulation coffee = Simulated.Run(seed, Simulated.Steady with { Mixing = 0.3 }, Intervention.CoffeeRounds(Change, 1));
                return (
                    new CrossDepartmentTies(0).Value(coffee, Change, 52) - new CrossDepartmentTies(0).Value(without, Change, 52),
                    (coffee.Truth.Ties(Simulated.Agile, Change, 52).BeyondChance - without.Truth.Ties(Simulated.Agile, Change, 52).BeyondChance)!.Value);
            default:
                Simulation renewed = Simulated.Run(seed, Simulated.Steady, Intervention.NewPurpose(Change, "To deliver together.", 1.2));
                return (Posts(renewed, Change, 52) / Posts(renewed, 0, Change), renewed.Truth.ExpectedPosts(Simulated.Agile, Change, 52) / renewed.Truth.ExpectedPosts(Simulated.Agile, 0, Change));
        }
    }

    private static double Read(Simulation simulation, IHealthIndicator indicator) => indicator.Value(simulation, Change, 52) - indicator.Value(simulation, 0, Change);

    private static double Posts(Simulation simulation, int from, int until) =>
        simulation.Activities.Count(a => a.Act is CommunityOfPractice.Core.Practices.Act.Post or CommunityOfPractice.Core.Practices.Act.Ask && simulation.Weeks(from, until).Contains(a.At));

    private static TrendDirection TrendOf(int seed, IHealthIndicator indicator, params Intervention[] interventions)
    {
        Simulation simulation = Simulated.Run(seed, Simulated.Steady, interventions);
        HealthEvidence[] periods = [.. Enumerable.Range(0, 52 / Period).Select(p => simulation.EvidenceOf(Simulated.Agile, simulation.Weeks(p * Period, (p + 1) * Period)))];
        return TrendAssessor.Assess(periods, [indicator]).Trends[0].Direction;
    }
}
