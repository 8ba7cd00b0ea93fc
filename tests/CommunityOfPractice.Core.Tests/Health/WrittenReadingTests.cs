using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Indicators;
using CommunityOfPractice.Core.Tests.Indicators.Life;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>Intervals of readings that people drawn anew say nothing about: what is written down, and what has no value in a draw.</summary>
[Properties(Arbitrary = [typeof(SmallCommunities)])]
public sealed class WrittenReadingTests
{
    private static readonly AssessmentOptions Chance = new() { Uncertainty = new() { Draws = 60, WeightConcentration = null, GoalpostShift = 0 } };

    /// <summary>Law 34 where domain and practice are known, by a model that asks for little, so that nearly every community has a score.</summary>
    [Property(MaxTest = 60), Trait("Law", "34")]
    public void Law34_EveryIntervalOfAKnownPractice_ContainsWhatItIsAbout(SmallCommunity community)
    {
        HealthModel lenient = new("lenient/1", HealthModel.Standard.Dimensions, HealthModel.Standard.Bands, new() { Dimensions = 1, DimensionCoverage = 0.01, Contributors = 0, Contributions = 0, ObservedDays = 0 });
        HealthReport report = new HealthAssessor(lenient, StandardIndicators.All).Assess(community.Evidence, Chance);
        if (report.Score is not { } score)
        {
            return;
        }

        Assert.True(report.Uncertainty!.Interval.Contains(score));
        Assert.Equal(report.Uncertainty.BandStability >= 0.8, report.Uncertainty.StableBand is not null);
        Assert.Equal(report.Uncertainty.StableBand, report.Band); // a band is printed only where it is firm
        Assert.Equal(report.Band is null ? [report.Uncertainty.BetweenLow, report.Uncertainty.BetweenHigh] : [], report.BetweenBands);
        Assert.All(report.Dimensions.Where(d => d.Score is not null), d => Assert.True(d.Interval!.Value.Contains(d.Score!.Value)));
        Assert.All(report.Indicators.Where(i => i.ScoreInterval is not null), i => Assert.True(i.ScoreInterval!.Value.Contains(i.Score!.Value)));
    }

    /// <summary>Stewards are members by the names that the practice has for them; in a draw everybody has another name.</summary>
    [Fact]
    public void Assess_ArtifactsWithStewards_AreTendedInTheDrawsToo()
    {
        Artifact[] shelf = [.. Enumerable.Range(0, 20).Select(i => Known.Artifact($"a{i}", -50, steward: i == 0 ? null : "p1"))];
        SmallCommunity community = (Stub.Enough() with { Practice = Known.Shelf(shelf), State = Known.Active() }).WithRoster([.. Enumerable.Range(0, 5).Select(i => Example.Member($"p{i}", -100))]);
        HealthModel model = new("shelf/1", [new("a", "A", 1, [new(Core.Indicators.OrphanedArtifacts.Id, 1, Goalposts.Linear(1, 0))])], [new("Low", 0)], new() { Dimensions = 1 });
        HealthReport report = new HealthAssessor(model, [new Core.Indicators.OrphanedArtifacts()]).Assess(community.Evidence, Chance with { Uncertainty = Chance.Uncertainty! with { Draws = 500 } });
        (double low, double high) = Wilson.Interval(1, 20)!.Value;
        Assert.Equal(95, report.Score!.Value, 1e-9);
        Assert.InRange(report.Uncertainty!.Interval.Low, (100 * (1 - high)) - 4, (100 * (1 - high)) + 4);
        Assert.InRange(report.Uncertainty.Interval.High, (100 * (1 - low)) - 4, 100);
    }

    /// <summary>Five newcomers are the fewest for a value, and most draws have fewer: those draws vary within the interval of the reading.</summary>
    [Fact]
    public void Assess_AReadingThatMostDrawsDoNotHave_StillHasAnInterval()
    {
        SmallCommunity community = Example.Of(
        [
            .. Enumerable.Range(0, 20).Select(i => Example.Did($"old{i}", Act.Post, 1)),
            .. Enumerable.Range(0, 3).Select(i => Example.Did($"new{i}", Act.Post, 35)),
        ]).WithRoster([.. Enumerable.Range(0, 20).Select(i => Example.Member($"old{i}", -300)), .. Enumerable.Range(0, 5).Select(i => Example.Member($"new{i}", 30))]);
        HealthModel model = new("new/1", [new("a", "A", 1, [new(NewcomerActivation.Id, 1, Goalposts.Linear(0, 1))])], [new("Low", 0)], new() { Dimensions = 1 });
        HealthReport report = new HealthAssessor(model, [new NewcomerActivation()]).Assess(community.Evidence, Chance with { Uncertainty = Chance.Uncertainty! with { Draws = 500 } });
        (double low, double high) = Wilson.Interval(3, 5)!.Value;
        Assert.Equal(60, report.Score!.Value, 1e-9);
        Assert.InRange(report.Uncertainty!.Interval.Low, 0, (100 * low) + 8);
        Assert.InRange(report.Uncertainty.Interval.High, (100 * high) - 8, 100);
    }

    /// <summary>Leave and the reasons of ends go with the people who are drawn.</summary>
    [Property(MaxTest = 50)]
    public void Draw_Memberships_KeepHowSomebodyStoodAndWhyTheyLeft(SmallCommunity community, int seed)
    {
        HealthEvidence now = community.Evidence, drawn = new PeopleResampler(now).Draw(new((ulong)seed));
        HashSet<(MembershipStatus, LeaveReason?, DateTimeOffset, DateTimeOffset?, Role?)> known = [.. now.Roster?.Periods.Select(p => (p.Status, p.Reason, p.From, p.Until, p.Role)) ?? []];
        Assert.All(drawn.Roster?.Periods ?? [], p => Assert.Contains((p.Status, p.Reason, p.From, p.Until, p.Role), known));
    }
}
