using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>Which steps are told, in which order, and which are not worth telling or would tell of few people.</summary>
public sealed class NextStepEdgesTests
{
    private static readonly string[] Ids = ["a1", "a2", "a3", "b1"];

    /// <summary>What reaches the gain comes first, by the fewest acts and then by what it brings; what does not, by what it brings.</summary>
    [Fact]
    public void Steps_are_in_order()
    {
        Assert.Equal(["b1", "a1", "a3"], Told(50, new Fixed("a1", 3, 90), new Fixed("a2", 3, 54), new Fixed("a3", 1, 58), new Fixed("b1", 2, 90)));
        Assert.Equal(["a1", "a2", "a3"], Told(50, new Fixed("a2", 2, 90), new Fixed("a1", 2, 90), new Fixed("a3", 2, 90)));
        Assert.Equal(["a2", "a1", "a3"], Told(50, new Fixed("a2", 2, 99), new Fixed("a1", 2, 70), new Fixed("a3", 2, 80)));
        Assert.Equal(["a1", "a3", "a2"], Told(50, new Fixed("a1", 9, 58), new Fixed("a2", 1, 54), new Fixed("a3", 2, 62)));
        Assert.Equal(3, Told(50, [.. Ids.Select(id => new Fixed(id, 1, 90))]).Count());
    }

    [Fact]
    public void What_brings_nothing_is_not_told()
    {
        Assert.Empty(Told(50, new Fixed("a1", 1, 50), new Fixed("a2", 1, 20)));
        Assert.Empty(Told(100, new Fixed("a1", 1, 100)));
        Assert.Empty(Told(50, new Fixed("elsewhere", 1, 90)));
        Assert.Equal(["a2"], Told(50, new Fixed("a1", null, 90), new Fixed("a2", 1, 90)));
        HealthReport full = Report(id => id == "a1" ? 100 : 50, [new Fixed("a1", 1, 100), new Fixed("a2", 1, 90)], 3);
        Assert.Equal(["a2"], full.NextSteps.Select(s => s.Indicator)); // a1 has all the points it can have
    }

    /// <summary>Everything at 50, of which a1 is half of three quarters: 57.3 of a1 raise the score by a little over 2.7.</summary>
    [Fact]
    public void Steps_tell_what_they_bring_and_whether_that_is_enough()
    {
        NextStep step = Report(_ => 50, [new Fixed("a1", 4, 60)], 3).NextSteps.Single();
        double gain = (Math.Pow(55, 0.75) * Math.Pow(50, 0.25)) - 50;
        Assert.Equal((4, 60, 7), (step.Acts, step.Value, step.Available!.Value));
        Assert.Equal(gain, step.Gain, 1e-9);
        Assert.True(step.Reaches);
        Assert.Equal("Do a1.", step.Text);
        NextStep little = Report(_ => 50, [new Fixed("a1", 4, 60)], 4).NextSteps.Single();
        Assert.False(little.Reaches);
        Assert.Equal("Do a1. This alone cannot raise the score by 4.0 points.", little.Text);
        Assert.True(Report(_ => 50, [new Fixed("a1", 4, 60)], gain).NextSteps.Single().Reaches);
    }

    /// <summary>Near the top no more is asked for than there is.</summary>
    [Fact]
    public void The_gain_ends_at_a_hundred()
    {
        NextStep step = Report(_ => 99, [new Fixed("a1", 1, 100)], 50).NextSteps.Single();
        Assert.EndsWith("This alone cannot raise the score by 1.0 points.", step.Text, StringComparison.Ordinal);
        Fixed asked = new("a1", 1, 100);
        Report(_ => 50, [asked], 3);
        Assert.Equal(50 + (((50 * Math.Pow(53 / 50.0, 1 / 0.75)) - 50) * 2), asked.Target, 1e-6);
        Fixed far = new("a3", 1, 100);
        Report(_ => 50, [far], 30);
        Assert.Equal(100, far.Target); // more than all of it cannot be had
    }

    [Theory]
    [InlineData(4, ReadingGroup.People, false)]
    [InlineData(5, ReadingGroup.People, true)]
    [InlineData(4, ReadingGroup.Events, true)]
    [InlineData(4, null, false)] // what is not declared is about people
    public void Steps_about_few_people_are_not_told_where_readings_are_not(int available, ReadingGroup? group, bool told)
    {
        IHealthIndicator[] stubs = [.. Ids.Select(id => new Declared(Stub.Of(id, new Measurement.Value(50, 90)), group is { } g ? new ReadingSources([]) { Group = g } : null))];
        HealthEvidence evidence = Stub.Enough().Evidence;
        IHealthAct act = new Fixed("a1", 1, 90) { Available = available };
        Assert.Equal(told, new HealthAssessor(Stub.Model(new()), SmallGroupGuard.Around(stubs), [act]).Assess(evidence).NextSteps.Count == 1);
        Assert.Single(new HealthAssessor(Stub.Model(new()), stubs, [act]).Assess(evidence).NextSteps);
        Assert.Single(new HealthAssessor(Stub.Model(new()), SmallGroupGuard.Around(stubs), [new Fixed("a1", 1, 90) { Available = null }]).Assess(evidence).NextSteps);
    }

    private static IEnumerable<string> Told(double points, params Fixed[] acts) => Report(_ => points, acts, 3).NextSteps.Select(s => s.Indicator);

    private static HealthReport Report(Func<string, double> points, IHealthAct[] acts, double gain) =>
        new HealthAssessor(Stub.Model(new()), Ids.Select(id => Stub.Of(id, points(id))), acts).Assess(Stub.Enough().Evidence, new() { StepGain = gain });

    /// <summary>An act that offers the same whatever is asked.</summary>
    private sealed class Fixed(string indicator, int? acts, double value) : IHealthAct
    {
        public string Indicator => indicator;

        public double Target { get; private set; }

        public int? Available { get; init; } = 7;

        public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target, int most)
        {
            Target = target;
            return acts is { } count ? new(count, value, $"Do {indicator}.") { Available = Available } : null;
        }
    }

    private sealed class Declared(Stub stub, ReadingSources? sources) : IHealthIndicator
    {
        public IndicatorInfo Info => stub.Info;

        public ReadingSources? Sources => sources;

        public Reading Read(HealthEvidence evidence) => stub.Read(evidence);
    }
}
