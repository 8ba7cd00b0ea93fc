using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Indicators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Health;

[Properties(Arbitrary = [typeof(SmallCommunities)])]
public sealed class HealthAssessorTests
{
    private static readonly HealthAssessor Assessor = new();

    [Property, Trait("Law", "1")]
    public void Law1_TheOrderOfTheFacts_DoesNotShow(SmallCommunity community, int seed) => Assert.Equal(Report(community), Report(community.Shuffled(seed)));

    [Property, Trait("Law", "2")]
    public void Law2_NamesOfPeople_DoNotShow(LivelyCommunity lively, int seed) => Assert.Equal(Unseeded(lively.Community), Unseeded(lively.Community.Renamed(seed)));

    private static HealthReport Unseeded(SmallCommunity community) => Report(community) is var report
        ? report with { Indicators = report.Indicators.Select(i => i with { Reading = Expected.Unseeded(i.Reading) }).ToValueList() }
        : report;

    [Property, Trait("Law", "18")]
    public void Law18_ABotsActivity_ShowsOnlyInTheCountOfBots(SmallCommunity community, byte day)
    {
        Activity bot = Example.Did("a new bot", Act.Ask, day - 100, null, "gone") with { Actor = ActorKind.Bot, To = [new("ana")] };
        HealthReport before = Report(community), after = Report(community.With(bot));
        Assert.Equal(before with { Activity = before.Activity with { Bots = after.Activity.Bots } }, after);
        Assert.Equal(before.Activity.Bots + (community.Window.Contains(bot.At) ? 1 : 0), after.Activity.Bots);
    }

    [Property, Trait("Law", "19")]
    public void Law19_AnyCommunity_HasAReport(SmallCommunity community)
    {
        HealthReport report = Report(community);
        Assert.Equal(report.Verdict == HealthVerdict.Scored, report.Missing.All(m => m.Code.StartsWith("indicator.", StringComparison.Ordinal)));
        Assert.Equal(report.Indicators.Count(i => i.Dimension is not null && i.Value is null), report.Missing.Count(m => m.Code.StartsWith("indicator.", StringComparison.Ordinal)));
        Assert.Equal(report.Verdict == HealthVerdict.Scored, report.Score is >= 0 and <= 100);
        Assert.NotEmpty(report.Summary);
    }

    [Property, Trait("Law", "27")]
    public void Law27_Contributions_AddUpToScoreMinusBaseline(LivelyCommunity lively)
    {
        HealthReport report = Report(lively.Community);
        if (report.Score is { } score)
        {
            Assert.Equal(score - report.Baseline!.Value, report.Explanation.Sum(s => s.Amount), 1e-9);
            Assert.Equal(score - report.Baseline!.Value, report.Dimensions.Sum(d => d.Contribution ?? 0), 1e-9);
            Assert.All(report.Dimensions, d => Assert.Equal(d.Contribution ?? 0, report.Indicators.Where(i => i.Dimension == d.Id).Sum(i => i.Contribution ?? 0), 1e-9));
            Assert.All(report.Indicators, i => Assert.Equal(i.Score is not null && report.Dimensions.Single(d => d.Id == i.Dimension).Score is not null, i.Contribution is not null));
        }
    }

    [Property, Trait("Law", "30")]
    public void Law30_OtherCommunitiesAndPeopleElsewhere_DoNotShow(LivelyCommunity lively)
    {
        SmallCommunity community = lively.Community;
        SmallCommunity alone = community with { Activities = community.Activities.Where(a => a.Community == SmallCommunity.Id).ToValueList() };
        Assert.Equal(Report(alone), Report(community));
        Assert.Equal(Report(alone with { People = [] }), Report(community with { People = [new(new("somebody elsewhere"), [new() { Department = "x" }])] }));
    }

    [Property, Trait("Law", "31")]
    public void Law31_MissingIndicators_CountAsIfTheModelDidNotNameThem(LivelyCommunity lively)
    {
        HealthReport report = Report(lively.Community);
        if (report.Score is not null)
        {
            HashSet<string> counted = [.. report.Explanation.Select(s => s.Of)];
            HealthDimension[] dimensions = [.. HealthModel.Activity.Dimensions
                .Where(d => d.Indicators.Any(i => counted.Contains(i.Indicator)))
                .Select(d => new HealthDimension(d.Id, d.Name, d.Weight, d.Indicators.Where(i => counted.Contains(i.Indicator)).ToValueList()))];
            HealthModel less = new("less", [.. dimensions], HealthModel.Activity.Bands, HealthModel.Activity.Minimum with { Dimensions = dimensions.Length });
            HealthReport other = new HealthAssessor(less, StandardIndicators.All).Assess(lively.Community.Evidence);
            Assert.Equal(report.Score.Value, other.Score!.Value, 1e-9);
            Assert.Equal(report.Explanation.Select(s => s.Amount), other.Explanation.Select(s => s.Amount), (a, b) => Math.Abs(a - b) < 1e-9);
        }
    }

    [Property]
    public void Assess_Scored_IsTheGeometricMeanOfWeightedMeans(LivelyCommunity lively)
    {
        HealthReport report = Report(lively.Community);
        double product = 0, weights = 0;
        foreach (HealthDimension dimension in HealthModel.Activity.Dimensions)
        {
            var there = dimension.Indicators.Select(i => (i.Weight, Value: report.Indicators.Single(r => r.Info.Id == i.Indicator).Value, i.Goalposts)).Where(i => i.Value is not null).ToList();
            if (report.Dimensions.Single(d => d.Id == dimension.Id).Score is { } score)
            {
                Assert.Equal(there.Sum(i => i.Weight * i.Goalposts.ScoreOf(i.Value!.Value).Value) / there.Sum(i => i.Weight), score, 1e-9);
                product += dimension.Weight * Math.Log(Math.Max(1, score));
                weights += dimension.Weight;
            }
        }

        if (report.Score is { } total)
        {
            Assert.Equal(Math.Exp(product / weights), total, 1e-9);
            Assert.Equal(50, report.Baseline!.Value, 1e-9);
            Assert.Null(report.Band); // nobody worked out whether it is firm
        }
    }

    [Property]
    public void Coverage_OfActivities_IsCounted(SmallCommunity community)
    {
        Truth truth = new(community);
        ActivityCoverage coverage = Report(community).Activity;
        Assert.Equal((truth.InWindow.Count, truth.History.Count(a => a.At < community.Window.From)), (coverage.InWindow, coverage.Before));
        Assert.Equal(community.Activities.Count(a => a.Community == SmallCommunity.Id && a.Actor == ActorKind.Bot && community.Window.Contains(a.At)), coverage.Bots);
        Assert.Equal((truth.History.FirstOrDefault()?.At, truth.History.LastOrDefault()?.At), (coverage.First, coverage.Last));
    }

    [Fact]
    public void Assess_IndicatorsBesideTheModel_AreReportedWithoutPart()
    {
        HealthReport report = new HealthAssessor(Stub.Model(new()), [Stub.Of("x", 7), Stub.Of("a1", 80), Stub.Of("a2", 20), Stub.Of("a3", 80), Stub.Of("b1", 0)]).Assess(Stub.Enough().Evidence);
        Assert.Equal(["x", "a1", "a2", "a3", "b1"], report.Indicators.Select(i => i.Info.Id));
        Assert.Equal((null, 0, null, null, 7), (report.Indicators[0].Dimension, report.Indicators[0].Weight, report.Indicators[0].Score, report.Indicators[0].Contribution, report.Indicators[0].Value));
        Assert.Equal([0.5, 0.3, 0.2, 1], report.Indicators.Skip(1).Select(i => i.Weight));
        Assert.Equal([0.75, 0.25], report.Dimensions.Select(d => d.Weight));
        Assert.Empty(report.NextSteps); // nobody told what to do for these
        Assert.Null(report.Band);
        Assert.Equal(Math.Pow(62, 0.75), report.Score!.Value, 1e-9);
    }

    [Fact]
    public void Evidence_RosterOfAnotherCommunity_Throws() =>
        Assert.Throws<ArgumentException>(() => new HealthEvidence(new("other"), ActivityLog.Empty, Example.Quarter, Example.Of().WithRoster().Roster));

    private static HealthReport Report(SmallCommunity community) => Assessor.Assess(community.Evidence);
}
