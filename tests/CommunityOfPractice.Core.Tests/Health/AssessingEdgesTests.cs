using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Indicators;
using CommunityOfPractice.Core.Tests.Indicators.Life;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>Which model measures, what counts in a dimension, what a flag says, and which earlier evidence is taken.</summary>
public sealed class AssessingEdgesTests
{
    private static readonly string[] Ids = ["a1", "a2", "a3", "b1"];

    /// <summary>Both domain and practice have to be known, and not one of them.</summary>
    [Fact]
    public void The_whole_model_needs_domain_and_practice()
    {
        Community chartered = new(SmallCommunity.Id) { Charters = [Known.Charter(0)] };
        PracticeState shelf = Known.Shelf([Known.Artifact("x", 1)]);
        HealthModels models = HealthModels.Shipped;
        Assert.Same(models.Activity, models.For(Example.Of().Evidence));
        Assert.Same(models.Activity, models.For((Example.Of() with { State = chartered }).Evidence));
        Assert.Same(models.Activity, models.For((Example.Of() with { Practice = shelf }).Evidence));
        Assert.Same(models.Standard, models.For((Example.Of() with { State = chartered, Practice = shelf }).Evidence));
        SmallCommunity posts = Stub.Enough();
        Assert.Equal(models.Activity.Version, new HealthAssessor().Assess(posts.Evidence).ModelVersion);
        Assert.Equal(models.Standard.Version, new HealthAssessor().Assess((posts with { State = chartered, Practice = shelf }).Evidence).ModelVersion);
        Assert.Equal(models.Standard.Version, new HealthAssessor(models.Standard, StandardIndicators.All).Assess(posts.Evidence).ModelVersion); // one model measures everything
        Assert.Equal((models.Standard, models), (new HealthAssessor().Model, new HealthAssessor().Models));
    }

    /// <summary>However little is asked for, nothing is not enough.</summary>
    [Fact]
    public void A_dimension_of_which_nothing_is_known_has_no_score()
    {
        HealthReport report = Stub.Assess(new() { DimensionCoverage = 1e-12, Dimensions = 1 }, Stub.Of("a1", Stub.Few), Stub.Of("a2", Stub.None), Stub.Of("a3", Stub.Few), Stub.Of("b1", 50));
        Assert.Equal((null, 0.0), (report.Dimensions[0].Score, report.Dimensions[0].Coverage));
        Assert.Equal(50, report.Score!.Value, 1e-9);
    }

    /// <summary>A young community is too early to tell, whatever else it lacks; each lack is told.</summary>
    [Fact]
    public void What_is_missing_is_told_one_by_one()
    {
        HealthReport young = new HealthAssessor(Stub.Model(new()), Ids.Select(id => Stub.Of(id, 50))).Assess(Stub.Enough(people: 4, days: 20).Evidence);
        Assert.Equal((HealthVerdict.TooEarlyToTell, "observed.short contributors.few"), (young.Verdict, string.Join(" ", young.Missing.Select(m => m.Code))));
        HealthReport parts = Stub.Assess(new(), Stub.Of("a1", 80), Stub.Of("a2", Stub.None), Stub.Of("a3", Stub.Few), Stub.Of("b1", 80));
        Assert.Equal(["indicator.not-applicable: a2: None.", "indicator.short: a3: 1 stubs are needed, 0 are there."], parts.Missing.Select(m => $"{m.Code}: {m.Text}"));
        Assert.Contains("A model has at least one dimension.", Assert.Throws<ArgumentException>(() => new HealthModel("v", [], [new("Low", 0)], new() { Dimensions = 1 })).Message, StringComparison.Ordinal);
    }

    /// <summary>Below the floor nothing counts; from it on, what moved up and what moved down are told apart.</summary>
    [Fact]
    public void Contributions_where_a_dimension_did_not_move()
    {
        Composite one = new([1], [[1, 1]]);
        Assert.Equal([0.0, 0], one.Contributions([[0, 1]], [[1, 0]]).Single());
        Assert.Equal([-1.0, 1], one.Contributions([[0, 2]], [[2, 0]]).Single(), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([-5.0, 5], one.Contributions([[40, 60]], [[50, 50]]).Single(), (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void Flags_say_what_they_saw()
    {
        SmallCommunity none = Example.Of(Example.Did("m", Act.Post, 0)).WithRoster(Example.Facilitator("f", -10, 50)), idle = Example.Of(Example.Did("m", Act.Post, 0)).WithRoster(Example.Facilitator("f", -10)), two = Example.Of().WithRoster(Example.Facilitator("f", -10), Example.Facilitator("g", -10));
        Assert.Equal("Nobody facilitates.", Text("no-active-facilitator/v1", none));
        Assert.Equal("Who facilitates contributed nothing in the window.", Text("no-active-facilitator/v1", idle));
        Assert.Equal("Somebody facilitates.", Text("no-active-facilitator/v1", idle.With(Example.Did("f", Act.Post, 1))));
        Assert.Equal("It does not hang on one facilitator.", Text("last-facilitator/v1", two));
        Assert.Equal("One person facilitates; whether somebody is ready to follow is not known.", Text("last-facilitator/v1", idle));
        Assert.Equal("One person facilitates, and nobody is ready to follow.", Text("last-facilitator/v1", idle with { SuccessorReady = false }));
        Assert.Equal("One person facilitates, and somebody is ready to follow.", Text("last-facilitator/v1", idle with { SuccessorReady = true }));
        SmallCommunity shelf = Example.Of().WithRoster(Example.Member("m", 0)).With(Known.Active(), Known.Shelf([Known.Artifact("x", 3), Known.Artifact("y", 3)]));
        Assert.Equal("2 of the artifacts in use have nobody among the members who looks after them.", Text("orphaned-artifacts/v1", shelf));
        SmallCommunity old = Example.Of().With(Known.Active(-600) with { Charters = [Known.Charter(-9, 30)] });
        Assert.Equal("The purpose was last looked at 100 days ago, more than twice its cadence of 30 days.", Text("purpose-overdue/v1", old));
    }

    /// <summary>The evidence of then is of the window that was asked for, and of this community.</summary>
    [Fact]
    public void Earlier_evidence_has_to_fit()
    {
        HealthAssessor assessor = new(Stub.Model(new()), Ids.Select(id => Stub.Of(id, 60)));
        SmallCommunity now = Stub.Enough();
        AssessmentOptions before = new() { Baseline = HealthBaseline.PreviousPeriod }, year = new() { Baseline = HealthBaseline.LastYear };
        List<TimeWindow> asked = [];
        HealthEvidence Then(TimeWindow window)
        {
            asked.Add(window);
            return now.Shifted(window.Until - now.AsOf).Evidence;
        }

        Assert.Equal(60, assessor.Assess(now.Evidence, before, Then, default).Baseline!.Value, 1e-9);
        Assert.Equal(60, assessor.Assess(now.Evidence, year, Then, default).Baseline!.Value, 1e-9);
        Assert.Equal([new TimeWindow(now.Window.From.AddDays(-91), now.Window.From), new TimeWindow(now.Window.From.AddDays(-364), now.AsOf.AddDays(-364))], asked);
        Assert.Throws<ArgumentException>(() => assessor.Assess(now.Evidence, before, _ => now.Evidence, default));
        Assert.Throws<ArgumentException>(() => assessor.Assess(now.Evidence, before, w => new(new("other"), ActivityLog.Empty, w), default));
        HealthReport okay = assessor.Assess(now.Evidence, new(), _ => throw new InvalidOperationException("Nobody asked."), default);
        Assert.Equal((HealthBaseline.Okay, null, null), (okay.BaselineUsed!.Kind, okay.BaselineUsed.Why, okay.BaselineUsed.Window));
        Assert.Equal(50, okay.Baseline!.Value, 1e-9);
    }

    private static string Text(string flag, SmallCommunity community) => StandardRedFlags.All.Single(f => f.Id == flag).Look(community.Evidence, new()).Text;
}
