using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Tests.Generators;
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

    [Fact, Trait("Law", "28")]
    public void Law28_TheSamePeriodAgain_ExplainsNothing()
    {
        SmallCommunity twice = GoldenCommunity.Known with { Roster = null, People = [] };
        twice = twice with { Activities = [.. twice.Shifted(TimeSpan.FromDays(-91)).Activities.Select(a => a with { Person = new($"then {a.Person}"), Id = a.Id is { } i ? new($"e{i}") : null, InReplyTo = a.InReplyTo is { } r ? new($"e{r}") : null, To = [] }), .. twice.Activities.Select(a => a with { To = [] })] };
        HealthReport report = Assessor.Assess(twice.Evidence, new() { Baseline = HealthBaseline.PreviousPeriod });
        Assert.Equal(HealthBaseline.PreviousPeriod, report.BaselineUsed!.Kind);
        Assert.Equal(report.Score!.Value, report.Baseline!.Value, 1e-9);
        Assert.All(report.Explanation, s => Assert.Equal(0, s.Amount, 1e-9));
    }

    [Fact]
    public void Assess_AtTheBeginningOfTime_FallsBackToOkay()
    {
        HealthReport report = Assessor.Assess((GoldenCommunity.Known with { Window = new(DateTimeOffset.MinValue, GoldenCommunity.Known.AsOf) }).Evidence, new() { Baseline = HealthBaseline.PreviousPeriod });
        Assert.Equal((HealthBaseline.Okay, HealthBaseline.PreviousPeriod, "baseline.no-score"), (report.BaselineUsed!.Kind, report.BaselineUsed.Asked, report.BaselineUsed.Why!.Code));
    }
}
