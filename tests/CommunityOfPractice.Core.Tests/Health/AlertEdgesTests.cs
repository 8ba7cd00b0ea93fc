using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>At which numbers an alert begins and ends, what it tells, and what is counted for it.</summary>
public sealed class AlertEdgesTests
{
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(new[] { 20, 20, 20, 5 }, 1)] // a quarter of the usual is quiet
    [InlineData(new[] { 20, 20, 20, 6 }, 0)]
    [InlineData(new[] { 20, 20, 0 }, 0)] // two periods are not yet usual
    [InlineData(new[] { 8, 8, 8, 2 }, 1)]
    [InlineData(new[] { 7, 7, 7, 1 }, 0)] // where little is usual nothing is quiet
    [InlineData(new[] { 4, 20, 20, 4 }, 1)] // the median is 20
    [InlineData(new[] { 100, 100, 100, 100, 100, 100, 100, 30, 30, 30, 30, 30, 30, 10 }, 0)] // six periods are remembered, not all
    [InlineData(new[] { 100, 100, 100, 30, 30, 30, 16 }, 1)] // the median of the six is 65
    public void Gone_quiet_begins(int[] contributions, int alerts) => Assert.Equal(alerts, Of(contributions).Count(a => a.Rule == AlertRules.GoneQuiet));

    [Theory]
    [InlineData(10, true)] // half of what was usual
    [InlineData(9, false)]
    public void Gone_quiet_ends(int contributions, bool back)
    {
        ValueList<CommunityAlert> alerts = Of([20, 20, 20, 2, contributions]);
        Assert.Equal(back ? [AlertRules.GoneQuiet, AlertRules.CameBack] : [AlertRules.GoneQuiet], alerts.Select(a => a.Rule));
        Assert.Equal(PeriodAt(3), alerts[0].Raised);
        Assert.Equal(back ? PeriodAt(4) : null, alerts[0].Cleared);
        if (back)
        {
            Assert.Equal((PeriodAt(4), PeriodAt(4)), (alerts[1].Raised, alerts[1].Cleared!.Value));
        }
    }

    /// <summary>Counted back from the as-of instant; a period begins with a first activity, or after it, of a person.</summary>
    [Theory]
    [InlineData(27.9, 0)]
    [InlineData(28, 1)]
    [InlineData(83, 2)]
    [InlineData(84, 3)]
    [InlineData(28 * 600, 520)]
    public void Periods_are_whole_and_end_now(double observed, int periods)
    {
        SmallCommunity people = Example.Of(Example.Did("ana", Act.Post, -observed), Example.Did("bot", Act.Post, -observed - 500) with { Actor = ActorKind.Bot }) with { Window = new(Example.Start.AddDays(-7), Example.Start) };
        ValueList<TimeWindow> found = AlertAssessor.Periods(people.Evidence);
        Assert.Equal(Enumerable.Range(0, periods).Select(back => new TimeWindow(Example.Start.AddDays(28 * (back - periods)), Example.Start.AddDays(28 * (back + 1 - periods)))), found);
        Assert.Equal(found, AlertAssessor.Periods((people with { Activities = [people.Activities[0]] }).Evidence));
    }

    /// <summary>What happens while it is quiet is not usual; the period in which it came back is.</summary>
    [Fact]
    public void Quiet_periods_are_not_remembered_and_the_return_is()
    {
        Assert.Equal([3, 6, 8], Of([20, 20, 20, 1, 2, 3, 30, 30, 5]).Select(a => PeriodOf(a.Raised))); // usual are 20, 20, 20, 30, 30: 5 is quiet
        AlertPolicy three = new() { Baseline = 3, LeastUsual = 1 };
        Assert.Equal([3, 4, 5], Of([20, 20, 20, 5, 10, 5], three).Select(a => PeriodOf(a.Raised))); // usual are 20, 20, 10: 5 is quiet again
        Assert.Equal([3, 4], Of([20, 20, 20, 1, 10, 10, 4], three).Select(a => PeriodOf(a.Raised))); // usual are 20, 10, 10: 4 is not
    }

    [Fact]
    public void Numbers_are_told_unless_few_contributed()
    {
        CommunityAlert[] alerts = [.. Of([20, 24, 28, 4, 5, 14])];
        Assert.Equal([[], [("contributions", 14.0), ("usual", 24.0)]], alerts.Select(a => a.Evidence.Select(d => (d.Name, d.Number))));
        Assert.Equal([("contributions", 5.0), ("usual", 24.0)], Of([20, 24, 28, 5, 5, 14])[0].Evidence.Select(d => (d.Name, d.Number)));
    }

    [Fact]
    public void Overload_and_succession_tell_their_thresholds()
    {
        ValueList<CommunityAlert> alerts = AlertAssessor.Assess(
            [Signals(0, 10) with { BusiestShare = 0.79, Facilitators = 3 }, Signals(1, 10) with { BusiestShare = 0.8, Facilitators = 2, Successors = 0 }],
            new() { Facilitators = 3 });
        Assert.Equal([AlertRules.Overload, AlertRules.SuccessionRisk], alerts.Select(a => a.Rule));
        Assert.Equal([("threshold", 0.8)], alerts[0].Evidence.Select(d => (d.Name, d.Number)));
        Assert.Equal([("facilitators", 2.0), ("needed", 3.0)], alerts[1].Evidence.Select(d => (d.Name, d.Number)));
    }

    /// <summary>Told once, and in the words of the period of which most is known; what was told when it ended stays.</summary>
    [Fact]
    public void Succession_says_more_when_more_is_known()
    {
        const string Unknown = "Too few people facilitate, and whether somebody has agreed to follow them is not known; ask for a successor.";
        const string Nobody = "Too few people facilitate, and nobody has agreed to follow them; ask for a successor.";
        int?[] successors = [null, null, 0, null, 1, null, 1];
        AlertSignals[] periods = [.. successors.Select((s, i) => Signals(i, 10) with { Facilitators = 1, Successors = s })];
        Assert.Equal(
            [Unknown, Unknown, Nobody, Nobody, Nobody], Enumerable.Range(1, 5).Select(n => AlertAssessor.Assess(periods[..n]).Single().Text));
        Assert.Equal([(Nobody, false), (Unknown, false)], AlertAssessor.Assess(periods).Select(a => (a.Text, a.Cleared is null)));
    }

    /// <summary>Few carry it from one person on, until three do; where hardly anybody contributes, that says nothing.</summary>
    [Theory]
    [InlineData(9, 20, new[] { 2, 1, 2, 3, 1 }, new[] { 1, 4 })]
    [InlineData(4, 20, new[] { 1 }, new int[0])] // about fewer than five people
    [InlineData(9, 7, new[] { 1 }, new int[0])]
    [InlineData(5, 8, new[] { 1 }, new[] { 0 })]
    public void Few_carry_it(int contributors, int contributions, int[] factors, int[] raised)
    {
        ValueList<CommunityAlert> alerts = AlertAssessor.Assess(factors.Select((f, i) => Signals(i, contributions) with { Contributors = contributors, AbsenceFactor = f }));
        Assert.Equal(raised, alerts.Where(a => a.Rule == AlertRules.FewCarry).Select(a => PeriodOf(a.Raised)));
        Assert.All(alerts, a => Assert.Equal([("absenceFactor", 1.0), ("threshold", 1.0)], a.Evidence.Select(d => (d.Name, d.Number))));
    }

    [Theory]
    [InlineData(new[] { 0.49, 0.5, 0.36, 0.35, 0.6 }, new[] { 1, 4 })]
    [InlineData(new[] { 0.4, 0.36 }, new int[0])]
    public void Work_out_of_hours(double[] shares, int[] raised)
    {
        ValueList<CommunityAlert> alerts = AlertAssessor.Assess(shares.Select((s, i) => Signals(i, 20) with { OutOfHoursShare = s }));
        Assert.Equal(raised, alerts.Select(a => PeriodOf(a.Raised)));
        Assert.All(alerts, a => Assert.Equal((AlertRules.OutOfHours, "threshold", 0.5), (a.Rule, a.Evidence[0].Name, a.Evidence[0].Number)));
    }

    [Fact]
    public void Signals_know_who_carries_it_and_at_what_hours()
    {
        SmallCommunity late = Example.Of(Enumerable.Range(0, 60).Select(i => Example.Did($"p{i % 6}", Act.Post, i + (i % 3 == 0 ? 0.95 : 0.5)))) with { People = [.. Enumerable.Range(0, 6).Select(i => new Person(new($"p{i}"), [new PersonAttributes { TimeZone = "UTC" }]))] };
        AlertSignals signals = AlertSignals.Of(late.Evidence);
        Assert.Equal((3, new OutOfHours().Read(late.Evidence).Measurement.Amount), (signals.AbsenceFactor, signals.OutOfHoursShare));
        Assert.InRange(signals.OutOfHoursShare!.Value, 0.33, 0.9);
        Assert.Null(AlertSignals.Of(Example.Of().Evidence).AbsenceFactor);
    }

    [Theory]
    [InlineData(null, "whether somebody has agreed to follow them is not known")]
    [InlineData(0, "nobody has agreed to follow them")]
    public void Succession_says_whether_it_is_known_that_nobody_follows(int? successors, string told) =>
        Assert.Equal($"Too few people facilitate, and {told}; ask for a successor.", AlertAssessor.Assess([Signals(0, 10) with { Facilitators = 1, Successors = successors }]).Single().Text);

    /// <summary>Raised when it was not known, still open when it is: the alert says what is known now.</summary>
    [Fact]
    public void Succession_says_what_is_known_in_the_latest_period()
    {
        AlertSignals[] periods = [.. Enumerable.Range(0, 3).Select(i => Signals(i, 10) with { Facilitators = 1, Successors = i == 2 ? 0 : null })];
        Assert.Equal("Too few people facilitate, and nobody has agreed to follow them; ask for a successor.", AlertAssessor.Assess(periods).Single().Text);
        periods[2] = periods[2] with { Successors = 1 };
        Assert.Equal(periods[2].Period, AlertAssessor.Assess(periods).Single().Cleared);
    }

    [Theory]
    [InlineData(0.66, false)]
    [InlineData(0.65, true)]
    public void Overload_ends_only_below_its_lower_threshold(double share, bool ended) =>
        Assert.Equal(ended ? PeriodAt(1) : null, AlertAssessor.Assess([Signals(0, 10) with { BusiestShare = 1 }, Signals(1, 10) with { BusiestShare = share }]).Single().Cleared);

    [Theory]
    [InlineData(null, null, 0)] // nobody knows who facilitates
    [InlineData(1, null, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 0)]
    [InlineData(0, null, 1)]
    [InlineData(2, 0, 0)]
    public void Succession_is_at_risk(int? facilitators, int? successors, int alerts) =>
        Assert.Equal(alerts, AlertAssessor.Assess([Signals(0, 10) with { Facilitators = facilitators, Successors = successors }]).Count);

    [Theory]
    [InlineData(4, "Somebody contributed", 0)]
    [InlineData(5, "5 people contributed", 1)]
    public void First_contributors_are_counted_from_five(int first, string text, int evidence)
    {
        CommunityAlert alert = AlertAssessor.Assess([Signals(0, 10), Signals(1, 10) with { FirstContributors = first }]).Single();
        Assert.StartsWith(text, alert.Text, StringComparison.Ordinal);
        Assert.Equal((AlertRules.FirstContribution, PeriodAt(1), PeriodAt(1)), (alert.Rule, alert.Raised, alert.Cleared!.Value));
        Assert.Equal(Enumerable.Repeat(("firstContributors", (double)first), evidence), alert.Evidence.Select(d => (d.Name, d.Number)));
    }

    [Fact]
    public void In_the_first_period_everybody_is_new() => Assert.Empty(AlertAssessor.Assess([Signals(0, 10) with { FirstContributors = 9 }, Signals(1, 10) with { FirstContributors = 1 }]));

    [Fact]
    public void Signals_count_what_people_did_in_the_period()
    {
        SmallCommunity community = Example.Of(
        [
            Example.Did("old", Act.Post, -10),
            Example.Did("reader", Act.View, -10),
            Example.Did("machine", Act.Post, 5) with { Actor = ActorKind.Bot },
            Example.Did("old", Act.Post, 1),
            Example.Did("reader", Act.Post, 2),
            Example.Did("new", Act.Post, 3),
            Example.Did("new", Act.Post, 4),
            Example.Did("silent", Act.View, 5),
            Example.Did("late", Act.Post, 91),
        ]);
        Assert.Equal(new(Example.Quarter, 4, 3, 2) { AbsenceFactor = 1 }, AlertSignals.Of(community.Evidence));
        Assert.Equal(7, AlertSignals.Of(community.Evidence, 7).Successors);
        Assert.Equal(1, AlertSignals.Of(Example.Of(Example.Did("first", Act.Post, 1)).Evidence).FirstContributors); // the first act of all
    }

    [Fact]
    public void Signals_of_facilitators_are_those_of_the_roster()
    {
        SmallCommunity community = Example.Of(Enumerable.Range(0, 10).Select(i => Example.Did(i < 7 ? "f" : "m", Act.Host, i + 1))).WithRoster(Example.Facilitator("f", 0), Example.Facilitator("g", 0), Example.Facilitator("gone", 0, 50));
        AlertSignals signals = AlertSignals.Of(community.Evidence);
        Assert.Equal((2, 0.7), (signals.Facilitators!.Value, signals.BusiestShare!.Value));
        Assert.Equal(new FacilitatorLoad().Read(community.Evidence).Measurement.Amount, signals.BusiestShare);
    }

    private static ValueList<CommunityAlert> Of(int[] contributions, AlertPolicy? policy = null) => AlertAssessor.Assess(contributions.Select((c, i) => Signals(i, c)), policy);

    private static AlertSignals Signals(int period, int contributions) => new(PeriodAt(period), contributions, Math.Min(contributions, 9), 0);

    private static TimeWindow PeriodAt(int period) => new(Start.AddDays(28 * period), Start.AddDays(28 * (period + 1)));

    private static int PeriodOf(TimeWindow window) => (int)((window.From - Start).TotalDays / 28);
}
