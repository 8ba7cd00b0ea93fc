using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
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

    private static HealthReport Report(Func<string, double> points, IHealthAct[] acts) =>
        new HealthAssessor(Stub.Model(new()), Ids.Select(id => Stub.Of(id, points(id))), acts).Assess(Stub.Enough().Evidence, new() { StepGain = 1 });

    /// <summary>An act that keeps what it was asked, and offers one time for the value given.</summary>
    private sealed class Asked(string indicator) : IHealthAct
    {
        public List<Reading> Readings { get; } = [];

        public List<double> Targets { get; } = [];

        public double? Value { get; init; }

        public string Indicator => indicator;

        public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target, int most)
        {
            Readings.Add(reading);
            Targets.Add(target);
            return Value is { } value ? new(1, value, "Do it.") : null;
        }
    }
}
