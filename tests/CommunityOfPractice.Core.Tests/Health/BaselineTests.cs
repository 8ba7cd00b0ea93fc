using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Indicators.Life;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Health;

[Properties(Arbitrary = [typeof(SmallCommunities)], MaxTest = 60)]
public sealed class BaselineTests
{
    private static readonly HealthAssessor Assessor = new();

    /// <summary>The quarter, and the same again with the facts moved so that they lie in the window before, or a year before.</summary>
    [Property, Trait("Law", "27")]
    public void Law27_AgainstAnEarlierPeriod_ContributionsAddUp(LivelyCommunity lively, LivelyCommunity earlier, bool year)
    {
        TimeSpan back = TimeSpan.FromDays(year ? 364 : 91);
        SmallCommunity both = lively.Community with
        {
            Activities = [.. earlier.Community.Shifted(-back).Activities.Where(a => a.At < lively.Community.Window.From).Select(a => a with { Id = a.Id is { } i ? new($"e{i}") : null, InReplyTo = a.InReplyTo is { } r ? new($"e{r}") : null }), .. lively.Community.Activities],
        };
        HealthReport report = Assessor.Assess(both.Evidence, new() { Baseline = year ? HealthBaseline.LastYear : HealthBaseline.PreviousPeriod });
        HealthReport then = Assessor.Assess((both with { Window = new(both.Window.From - back, both.Window.Until - back) }).Evidence);
        if (report.Score is { } score)
        {
            Assert.Equal(then.Score ?? 50, report.Baseline!.Value, 1e-9);
            Assert.Equal(then.Score is null ? HealthBaseline.Okay : year ? HealthBaseline.LastYear : HealthBaseline.PreviousPeriod, report.BaselineUsed!.Kind);
            Assert.Equal((then.Score is null ? "baseline.no-score" : null, then.Score is null ? null : then.Window), (report.BaselineUsed.Why?.Code, report.BaselineUsed.Window));
            Assert.Equal(score - report.Baseline.Value, report.Explanation.Sum(s => s.Amount), 1e-9);
            Assert.Equal(score - report.Baseline.Value, report.Dimensions.Sum(d => d.Contribution ?? 0), 1e-9);
        }
    }

    /// <summary>Three quarters alike, each with people of its own who come at its beginning and are gone at its end: the last one is explained against the one before, and nothing is left to explain.</summary>
    [Property, Trait("Law", "28")]
    public void Law28_TheSamePeriodAgain_ExplainsNothing(LivelyCommunity lively)
    {
        SmallCommunity quarter = Enclosed(lively.Community);
        SmallCommunity[] rounds = [.. Enumerable.Range(0, 3).Select(round => Named(quarter.Shifted(TimeSpan.FromDays(91 * (round - 2))), round))];
        SmallCommunity all = quarter with
        {
            Activities = rounds.SelectMany(r => r.Activities).ToValueList(),
            Roster = new(SmallCommunity.Id, rounds.SelectMany(r => r.Roster!.Periods).ToValueList()),
            People = rounds.SelectMany(r => r.People).ToValueList(),
        };
        HealthReport report = Assessor.Assess(all.Evidence, new() { Baseline = HealthBaseline.PreviousPeriod });
        if (report.Score is { } score)
        {
            Assert.Equal(HealthBaseline.PreviousPeriod, report.BaselineUsed!.Kind);
            Assert.Equal(score, report.Baseline!.Value, 1e-9);
            Assert.All(report.Explanation, s => Assert.Equal(0, s.Amount, 1e-9));
        }
    }

    /// <summary>Domain and practice as they stood then, and not only people and what they did.</summary>
    [Fact]
    public void Assess_WithEarlierEvidence_IsExplainedAgainstDomainAndPracticeOfThen()
    {
        SmallCommunity now = GoldenCommunity.Known.With(Known.Active(-300) with { Charters = [Known.Charter(-300, 250)], Rhythm = new(TimeSpan.FromDays(14), "w") }, Shelf()), then = now.Shifted(TimeSpan.FromDays(-91));
        SmallCommunity both = Both(now, Named(then, 0));
        AssessmentOptions options = new() { Baseline = HealthBaseline.PreviousPeriod };
        HealthEvidence Earlier(TimeWindow window) => (both with { Window = window, State = now.State, Practice = then.Practice }).Evidence;

        HealthReport told = Assessor.Assess(both.Evidence, options, Earlier, default), untold = Assessor.Assess(both.Evidence, options);
        Assert.Equal((HealthBaseline.PreviousPeriod, HealthBaseline.Okay, "baseline.other-model"), (told.BaselineUsed!.Kind, untold.BaselineUsed!.Kind, untold.BaselineUsed.Why!.Code));
        Assert.Equal(Assessor.Assess(Earlier(then.Window)).Score!.Value, told.Baseline!.Value, 1e-9);
        Assert.Equal(told.Score!.Value - told.Baseline.Value, told.Explanation.Sum(s => s.Amount), 1e-9);
        Assert.True(told.Indicators.Single(i => i.Info.Id == PurposeFreshness.Id).Contribution < -1); // 0.8 then, 0.44 now
        Assert.Throws<ArgumentException>(() => Assessor.Assess(both.Evidence, options, _ => both.Evidence, default));
    }

    /// <summary>Before it was chartered the community would have been measured by the other model, and scores of two models are not compared.</summary>
    [Fact]
    public void Assess_OtherModelThen_FallsBackToOkay()
    {
        SmallCommunity now = GoldenCommunity.Known.With(Known.Active(0) with { Charters = [Known.Charter(0)], Rhythm = new(TimeSpan.FromDays(14), "w") }, Shelf());
        SmallCommunity both = Both(now, Named(now.Shifted(TimeSpan.FromDays(-91)), 0));
        HealthReport report = Assessor.Assess(both.Evidence, new() { Baseline = HealthBaseline.PreviousPeriod }, window => (both.ActivityOnly with { Window = window }).Evidence, default);
        Assert.Equal(("community/2", HealthBaseline.Okay, "baseline.other-model"), (report.ModelVersion, report.BaselineUsed!.Kind, report.BaselineUsed.Why!.Code));
        Assert.Equal(50, report.Baseline!.Value, 1e-9);
    }

    [Fact]
    public void Assess_AtTheBeginningOfTime_FallsBackToOkay()
    {
        HealthReport report = Assessor.Assess((GoldenCommunity.Known with { Window = new(DateTimeOffset.MinValue, GoldenCommunity.Known.AsOf) }).Evidence, new() { Baseline = HealthBaseline.PreviousPeriod });
        Assert.Equal((HealthBaseline.Okay, HealthBaseline.PreviousPeriod, "baseline.no-score"), (report.BaselineUsed!.Kind, report.BaselineUsed.Asked, report.BaselineUsed.Why!.Code));
    }

    private static PracticeState Shelf() => Known.Shelf([.. Enumerable.Range(0, 3).Select(i => Known.Artifact($"x{i}", -120, null, "p0"))], new ArtifactUse(new("x1"), Known.Day(9), new("p1"))) with
    {
        Gatherings = [.. Enumerable.Range(0, 6).Select(i => Known.Gathering(3 + (14 * i)))],
    };

    private static SmallCommunity Both(SmallCommunity now, SmallCommunity then) => now with
    {
        Activities = [.. then.Activities, .. now.Activities],
        Roster = new(SmallCommunity.Id, [.. then.Roster!.Periods, .. now.Roster!.Periods]),
        People = [.. then.People, .. now.People],
    };

    /// <summary>What happened in the window, among those who came and went in it.</summary>
    private static SmallCommunity Enclosed(SmallCommunity community) => community with
    {
        Activities = community.Activities.Where(a => community.Window.Contains(a.At) && a.Community == SmallCommunity.Id).ToValueList(),
        Roster = new(SmallCommunity.Id, (community.Roster?.Periods ?? []).Where(p => p.From < community.Window.Until && !(p.Until <= community.Window.From)).Select(p => new MembershipPeriod(
            SmallCommunity.Id, p.Person, p.From < community.Window.From ? community.Window.From : p.From, p.Until < community.Window.Until ? p.Until : community.Window.Until, p.Role) { Status = p.Status, Reason = p.Until < community.Window.Until ? p.Reason : null }).ToValueList()),
    };

    private static SmallCommunity Named(SmallCommunity community, int round)
    {
        PersonId Name(PersonId person) => new($"{round} {person}");
        ActivityId? Id(ActivityId? id) => id is { } i ? new($"{round} {i}") : null;
        return community with
        {
            Activities = community.Activities.Select(a => a with { Person = Name(a.Person), To = a.To.Select(Name).ToValueList(), Id = Id(a.Id), InReplyTo = Id(a.InReplyTo), Accepted = Id(a.Accepted) }).ToValueList(),
            Roster = community.Roster is null ? null : new(SmallCommunity.Id, community.Roster.Periods.Select(p => new MembershipPeriod(SmallCommunity.Id, Name(p.Person), p.From, p.Until, p.Role) { Status = p.Status, Reason = p.Reason }).ToValueList()),
            People = community.People.Select(p => new Person(Name(p.Id), p.History)).ToValueList(),
        };
    }
}
