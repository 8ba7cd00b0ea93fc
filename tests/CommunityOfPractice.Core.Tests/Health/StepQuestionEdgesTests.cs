using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>What an act is asked: where there are points to win, with the reading of its own indicator, for a value on the better side; and the order of what is alike.</summary>
public sealed class StepQuestionEdgesTests
{
    private static readonly string[] Ids = ["a1", "a2", "a3", "b1"];

    [Fact]
    public void Each_act_gets_the_reading_of_its_own_indicator()
    {
        Asked[] acts = [.. Ids.Select(id => new Asked(id))];
        Report(id => 40 + (10 * Array.IndexOf(Ids, id)), acts);
        Assert.Equal([40.0, 50, 60, 70], acts.Select(a => a.Readings.Single().Measurement.Amount!.Value));
        Assert.All(acts, a => Assert.True(a.Targets.Single() > a.Readings.Single().Measurement.Amount));
    }

    /// <summary>Where an indicator has all its points, a target on the better side does not exist; nor does one where the whole has them.</summary>
    [Fact]
    public void Nothing_is_asked_where_there_is_nothing_to_win()
    {
        Asked full = new("a1"), other = new("a2");
        Report(id => id == "a1" ? 100 : 50, [full, other]);
        Assert.Equal((0, 1), (full.Targets.Count, other.Targets.Count));
        Asked all = new("b1");
        Report(_ => 100, [all]);
        Assert.Empty(all.Targets);
    }

    /// <summary>Alike in acts and in what they bring: by the id, whichever the model names first.</summary>
    [Fact]
    public void Steps_that_are_alike_come_by_their_ids()
    {
        HealthModel model = new("even/1", [new("a", "A", 1, [.. new[] { "z", "y", "x" }.Select(id => new ScoredIndicator(id, 1, Goalposts.Linear(0, 100)))])], [new("Low", 0)], new() { Dimensions = 1 });
        IHealthAct[] acts = [.. new[] { "y", "z", "x" }.Select(id => new Asked(id) { Value = 90 })];
        HealthReport report = new HealthAssessor(model, model.Dimensions[0].Indicators.Select(i => Stub.Of(i.Indicator, 50)), acts).Assess(Stub.Enough().Evidence, new() { StepGain = 3 });
        Assert.Equal(["x", "y", "z"], report.NextSteps.Select(s => s.Indicator));
        Assert.Single(report.NextSteps.Select(s => s.Gain).Distinct());
    }

    /// <summary>What a week holds, for as long as the window, a quarter at most; one at least.</summary>
    [Theory]
    [InlineData(1, 91, 13)]
    [InlineData(1, 28, 4)]
    [InlineData(1, 27, 3)]
    [InlineData(1, 364, 13)]
    [InlineData(0.25, 91, 3)]
    [InlineData(0.1, 91, 1)]
    [InlineData(0.01, 91, 1)]
    [InlineData(2, 91, 26)]
    [InlineData(1e9, 91, int.MaxValue)]
    public void As_many_acts_as_there_is_time_for(double week, double days, int most)
    {
        Asked act = new("a1") { PerWeek = week };
        SmallCommunity community = Stub.Enough();
        HealthEvidence evidence = (community with { Window = new(community.AsOf.AddDays(-days), community.AsOf) }).Evidence;
        HealthModel model = new("stub/1", Stub.Model(new()).Dimensions, [new("Low", 0)], new() { Dimensions = 1, ObservedDays = 0, Contributions = 1, Contributors = 1 });
        new HealthAssessor(model, Ids.Select(id => Stub.Of(id, 50)), [act]).Assess(evidence, new() { StepGain = 1 });
        Assert.Equal(most, act.Most.Single());
    }

    /// <summary>A first step says how many more it would take; one that is enough does not.</summary>
    [Fact]
    public void A_first_step_tells_what_the_whole_would_take()
    {
        Asked first = new("a1") { Value = 54, Wanted = 9 }, enough = new("a2") { Value = 99, Wanted = 9 };
        NextStep[] steps = [.. new HealthAssessor(Stub.Model(new()), Ids.Select(id => Stub.Of(id, 50)), [first, enough]).Assess(Stub.Enough().Evidence, new() { StepGain = 3 }).NextSteps];
        Assert.Equal([("a2", null, true, "Do it."), ("a1", 9, false, "Do it. This is a first step: it would take 9 to raise the score by 3.0 points.")], steps.Select(s => (s.Indicator, s.Wanted, s.Reaches, s.Text)));
    }

    /// <summary>A tenth of the gain is worth a step, less is not.</summary>
    [Theory]
    [InlineData(0.999, true)]
    [InlineData(1.001, false)]
    public void A_step_brings_a_tenth_of_the_gain(double part, bool told)
    {
        HealthAssessor assessor = new(Stub.Model(new()), Ids.Select(id => Stub.Of(id, 50)), [new Asked("a1") { Value = 51 }]);
        double brings = (Math.Pow(50.5, 0.75) * Math.Pow(50, 0.25)) - 50;
        Assert.Equal(told, assessor.Assess(Stub.Enough().Evidence, new() { StepGain = 10 * brings * part }).NextSteps.Count == 1);
    }

    private static HealthReport Report(Func<string, double> points, IHealthAct[] acts) =>
        new HealthAssessor(Stub.Model(new()), Ids.Select(id => Stub.Of(id, points(id))), acts).Assess(Stub.Enough().Evidence, new() { StepGain = 1 });

    /// <summary>An act that keeps what it was asked, and offers one time for the value given.</summary>
    private sealed class Asked(string indicator) : IHealthAct
    {
        public List<Reading> Readings { get; } = [];

        public List<double> Targets { get; } = [];

        public List<int> Most { get; } = [];

        public double? Value { get; init; }

        public int? Wanted { get; init; }

        public double PerWeek { get; init; } = 1;

        public string Indicator => indicator;

        public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target, int most)
        {
            Readings.Add(reading);
            Targets.Add(target);
            Most.Add(most);
            return Value is { } value ? new(1, value, "Do it.") { Wanted = Wanted } : null;
        }
    }
}
