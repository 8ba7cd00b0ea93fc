using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Hosting;
using CommunityOfPractice.Core.Tests.Indicators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>A declared break is no decline: its weeks are left out, and its silence is no alert.</summary>
[Properties(Arbitrary = [typeof(SmallCommunities)])]
public sealed class BreakTests
{
    /// <summary>Thirteen weeks; ever fewer contribute in the last six, which are a break from the middle of a week on.</summary>
    private static readonly SmallCommunity Summer = Example.Of(Enumerable.Range(0, 13).SelectMany(week => Enumerable.Range(0, week < 7 ? 8 : 12 - week).Select(person => Example.Did($"p{person}", Act.Post, (7 * week) + 0.1))));

    private static readonly ValueList<TimeWindow> Break = [new(Example.Start.AddDays(52), Example.Start.AddDays(91 + 30))];

    [Fact]
    public void A_summer_break_does_not_look_like_decline()
    {
        Assert.Equal("falling", Summer.Read<Momentum>().Finding);
        SmallCommunity longer = Summer with { Window = new(Example.Start.AddDays(-70), Example.Start.AddDays(91)), Activities = [.. Summer.Activities, .. Enumerable.Range(1, 10).SelectMany(week => Enumerable.Range(0, 8).Select(person => Example.Did($"p{person}", Act.Post, (-7 * week) + 0.1)))], Breaks = Break };
        Reading outside = longer.Read<Momentum>();
        Assert.Equal(("no detectable trend", 16L, 0.0), (outside.Finding, ((Measurement.Value)outside.Measurement).Count, ((Measurement.Value)outside.Measurement).Number)); // the break begins in the middle of a week, which is left out
        Assert.Equal(1, ((Measurement.Value)longer.Read<SharedWeeks>().Measurement).Number);
        Assert.Equal(20.0 / 22, ((Measurement.Value)(longer with { Breaks = [] }).Read<SharedWeeks>().Measurement).Number, 1e-12);
    }

    /// <summary>Too few weeks are left, and those will be gone when the break is over: there will be enough when eight whole weeks more have gone by.</summary>
    [Fact]
    public void With_few_weeks_left_it_is_told_when_there_will_be_enough()
    {
        Measurement.InsufficientData little = Assert.IsType<Measurement.InsufficientData>((Summer with { Breaks = Break }).Read<Momentum>().Measurement);
        Assert.Equal((6, 8, Example.Start.AddDays(91 + 35 + 56)), (little.Have, little.Need, little.EnoughOn!.Value));
        Assert.Equal(little, (Summer with { Breaks = Break }).Read<SharedWeeks>().Measurement);
    }

    /// <summary>Four weeks, six of a break, three: with each of the next four a week of before is left behind, and only the fifth takes the place of one of the break.</summary>
    [Fact]
    public void Weeks_that_the_window_leaves_behind_do_not_count()
    {
        SmallCommunity rested = Example.Of(Example.Did("a", Act.Post, -50), Example.Did("a", Act.Post, 90)) with { Breaks = [new(Example.Start.AddDays(28), Example.Start.AddDays(70))] };
        Measurement.InsufficientData little = Assert.IsType<Measurement.InsufficientData>(rested.Read<SharedWeeks>().Measurement);
        Assert.Equal((7, 8, rested.AsOf.AddDays(35)), (little.Have, little.Need, little.EnoughOn!.Value));
        Assert.Null(Assert.IsType<Measurement.InsufficientData>((rested with { Breaks = [new(Example.Start.AddDays(28), DateTimeOffset.MaxValue)] }).Read<SharedWeeks>().Measurement).EnoughOn);
    }

    /// <summary>In the window moved to that day there are enough, and in none moved by fewer weeks.</summary>
    [Property]
    public void Enough_weeks_on_a_day_are_there_then_and_not_a_week_before(SmallCommunity community, (byte From, byte Days)[] breaks, byte more)
    {
        SmallCommunity rested = community with { Breaks = [new(community.AsOf.AddDays(-9), community.AsOf.AddDays(3)), .. breaks.Select(b => new TimeWindow(community.AsOf.AddDays(b.From - 128), community.AsOf.AddDays(b.From - 128 + (b.Days / 4.0))))] };
        int outside = WeeklyActivity.OutsideBreaks(rested.Evidence).Count, needed = outside + 1 + (more % 4);
        if (WeeklyActivity.EnoughOn(rested.Evidence, outside, needed) is { } on)
        {
            int weeks = (int)((on - community.AsOf) / TimeSpan.FromDays(7));
            Assert.Equal(community.AsOf.AddDays(7 * weeks), on);
            Assert.True(OutsideIn(weeks) >= needed);
            Assert.All(Enumerable.Range(0, weeks), w => Assert.True(OutsideIn(w) < needed));
        }
        else
        {
            Assert.True(rested.Evidence.FirstMomentOfPeople is null || community.Window.Length < TimeSpan.FromDays(7 * needed));
        }

        int OutsideIn(int weeks) => WeeklyActivity.OutsideBreaks((rested with { Window = new(community.Window.From.AddDays(7 * weeks), community.AsOf.AddDays(7 * weeks)) }).Evidence).Count;
    }

    [Property]
    public void Weeks_outside_are_those_of_the_rest_of_the_time(SmallCommunity community)
    {
        SmallCommunity rested = community with { Breaks = [new(community.AsOf.AddDays(-21), community.AsOf)] };
        ValueList<WeeklyActivity> all = WeeklyActivity.Of(community.Evidence), outside = WeeklyActivity.OutsideBreaks(rested.Evidence);
        Assert.Equal(all.SkipLast(3), outside);
    }

    [Theory]
    [InlineData(1, 0, 0)] // nobody expects anything
    [InlineData(0.5, 0, 1)] // half of it was no break: ten were expected, and none came
    [InlineData(0.5, 3, 0)] // more than a quarter of ten
    [InlineData(0.7, 0, 0)] // six are too few to go quiet
    [InlineData(0, 5, 1)]
    public void Silence_that_a_break_covers_is_no_alert(double onBreak, int contributions, int alerts) =>
        Assert.Equal(alerts, AlertAssessor.Assess([.. Enumerable.Range(0, 4).Select(i => Signals(i, 20)), Signals(4, contributions) with { OnBreak = onBreak }]).Count);

    /// <summary>A break is not what is usual, and no time without newcomers either.</summary>
    [Fact]
    public void A_break_is_not_remembered()
    {
        AlertSignals[] year = [.. Enumerable.Range(0, 4).Select(i => Signals(i, 20)), .. Enumerable.Range(4, 6).Select(i => Signals(i, 0) with { OnBreak = 1 }), Signals(10, 20), Signals(11, 4)];
        Assert.Equal((AlertRules.GoneQuiet, 1), (AlertAssessor.Assess(year).Single().Rule, AlertAssessor.Assess(year).Count));
        Assert.Equal(20, AlertAssessor.Assess(year.Select(y => y with { Contributors = 9 })).Single().Evidence.Single(d => d.Name == "usual").Number);
        AlertSignals[] welcome = [Signals(0, 20) with { FirstContributors = 9 }, Signals(1, 0) with { OnBreak = 1 }, Signals(2, 20) with { FirstContributors = 9 }];
        Assert.Empty(AlertAssessor.Assess(welcome));
        Assert.Single(AlertAssessor.Assess([welcome[0], welcome[1] with { OnBreak = 0 }, welcome[2]]));
    }

    [Fact]
    public void Signals_tell_how_much_of_a_period_was_a_break()
    {
        Assert.Equal(0, AlertSignals.Of(Summer.Evidence).OnBreak);
        Assert.Equal(39.0 / 91, AlertSignals.Of((Summer with { Breaks = Break }).Evidence).OnBreak, 1e-12);
        Assert.Equal(30.0 / 91, AlertSignals.Of((Summer with { Breaks = [new(Example.Start.AddDays(20), Example.Start.AddDays(30)), new(Example.Start.AddDays(-5), Example.Start.AddDays(25)), new(Example.Start.AddDays(-9), Example.Start.AddDays(-6))] }).Evidence).OnBreak, 1e-12);
    }

    /// <summary>Through the journal: the same silence is an alert without the break and none with it, and does not make a stage transform.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_break_of_the_journal_reaches_alerts_and_stages(bool paused)
    {
        SmallHost host = new();
        CommunityId alpha = new("alpha");
        DateTimeOffset start = host.Clock.GetUtcNow();
        await host.Launch("alpha", [.. Enumerable.Range(0, 9).Select(i => $"p{i}")]);
        await host.Activities.AppendAsync([.. Enumerable.Range(0, 25 * 7).Select(day => new Activity(alpha, new($"p{day % 9}"), start.AddDays(day), Act.Post)), .. Enumerable.Range(0, 10).SelectMany(week => Enumerable.Range(week, 9 - Math.Min(9, week)).Select(person => new Activity(alpha, new($"p{person}"), start.AddDays((7 * (week + 25)) + 0.5), Act.Post)))]);
        host.Clock.AdjustTime(start.AddDays(7 * 25));
        if (paused)
        {
            await host.Happens("alpha", SmallHost.By("p0"), new CommunityPaused(start.AddDays(7 * 45), null));
        }

        host.Clock.AdjustTime(start.AddDays(7 * 39));
        EvidenceSource source = new(host.Activities, host.Directory, host.People, host.Records);
        ValueList<CommunityAlert> alerts = await new CommunityTrends(source, host.Records, host.Clock, StandardIndicators.All, TimeSpan.FromDays(91)).AlertsAsync(alpha);
        LoadedEvidence loaded = await source.LoadAsync(alpha, host.Clock.GetUtcNow(), default);
        TimeWindow last = TimeWindow.Last(TimeSpan.FromDays(91), host.Clock.GetUtcNow());

        Assert.Equal(!paused, alerts.Any(a => a.Rule == AlertRules.GoneQuiet));
        Assert.Equal(paused ? null : true, Momentum.IsFalling(new Momentum().Read(loaded.ActivityIn(last))));
        Assert.Equal(loaded.In(last).Breaks, loaded.ActivityIn(last).Breaks);
    }

    private static AlertSignals Signals(int period, int contributions) => new(new(Example.Start.AddDays(28 * period), Example.Start.AddDays(28 * (period + 1))), contributions, Math.Min(9, contributions), 0);
}
