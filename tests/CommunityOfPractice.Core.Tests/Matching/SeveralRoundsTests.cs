using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Matching;

/// <summary>Several rounds planned together: no repeats, and no round worse than need be.</summary>
public sealed class SeveralRoundsTests
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>Ten of sales and ten of support: ten rounds across departments without a repeat are possible, so none of them may bring two of one department together.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    public void UpToHalfAsManyRoundsAsPeople_HaveTheBestPoints_AndNoRepeat(int count)
    {
        ValueList<PairingRound> rounds = PairingPlanner.PlanSeveral(new(TwoDepartments(20), PairingWorld.At, 5), count, Week);

        Assert.All(rounds, r => Assert.Equal(10 * 700, r.TotalWeight)); // 400 other department, half of the 600 that nothing is known about
        Assert.All(rounds, r => Assert.All(r.Groups, g => Assert.Equal(0, g.Repeats)));
    }

    [Fact]
    public void MoreRounds_GoRoundInTheCircle_AndTakeItsBestTurns()
    {
        List<Participant> people = TwoDepartments(8);
        ValueList<PairingRound> all = PairingPlanner.PlanSeveral(new(people, PairingWorld.At, 5), 7, Week), five = PairingPlanner.PlanSeveral(new(people, PairingWorld.At, 5), 5, Week);

        Assert.Equal(28, all.SelectMany(r => r.Groups).Select(g => string.Join('-', g.People)).Distinct().Count());
        Assert.Equal(all.Select(r => r.TotalWeight).OrderDescending().Take(5), five.Select(r => r.TotalWeight));
        Assert.All(five, r => Assert.All(r.Groups, g => Assert.Equal(0, g.Repeats)));
    }

    /// <summary>Law 47 for several rounds: who is listed and takes no part does not end the circle.</summary>
    [Fact]
    [Trait("Law", "47")]
    public void Law47_SomebodyWhoTakesNoPart_ChangesNoRound()
    {
        List<Participant> people = TwoDepartments(8);
        ValueList<PairingRound> without = PairingPlanner.PlanSeveral(new(people, PairingWorld.At, 5), 7, Week);
        ValueList<PairingRound> with = PairingPlanner.PlanSeveral(new([.. people, new(new PersonId("zoe"))], PairingWorld.At, 5), 7, Week);
        Assert.Equal(without.Select(r => r.Groups), with.Select(r => r.Groups));
    }

    [Fact]
    public void SomebodyWhoComesBackLater_EndsTheCircleThere()
    {
        List<Participant> people = TwoDepartments(7);
        people.Add(PairingWorld.Free1(7) with { PausedUntil = PairingWorld.At.AddDays(10) });
        ValueList<PairingRound> rounds = PairingPlanner.PlanSeveral(new(people, PairingWorld.At, 5), 7, Week);

        Assert.Equal([7, 7, 8, 8, 8, 8, 8], rounds.Select(r => r.Groups.Sum(g => g.People.Count)));
        Assert.All(rounds, r => Assert.True(r.Certificate.Verified));
    }

    /// <summary>The circle builds no round before the request is known to be sound.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void SettingsWithProblems_AreMisuse(int rounds) =>
        Assert.Throws<ArgumentException>(() => PairingPlanner.PlanSeveral(new(TwoDepartments(8), PairingWorld.At, 5) { Rules = new() { DepartmentWeight = -5 } }, rounds, Week));

    private static List<Participant> TwoDepartments(int count) =>
        [.. Enumerable.Range(0, count).Select(i => PairingWorld.Free1(i) with { Attributes = new() { Department = i < count / 2 ? "sales" : "support" } })];
}
