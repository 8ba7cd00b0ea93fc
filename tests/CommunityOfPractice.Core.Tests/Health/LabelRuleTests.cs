using CommunityOfPractice.Core.DependencyInjection;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Indicators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>Labels of the host's own: ordered rules, the first that fits wins.</summary>
[Properties(Arbitrary = [typeof(SmallCommunities)])]
public sealed class LabelRuleTests
{
    private static readonly HealthReport Report = Stub.Assess(new(), Stub.Of("a1", 80), Stub.Of("a2", 80), Stub.Of("a3", Stub.Few), Stub.Of("b1", 80));

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(80.0, null, true)]
    [InlineData(80.1, null, false)]
    [InlineData(null, 80.0, false)]
    [InlineData(null, 80.1, true)]
    [InlineData(80.0, 80.1, true)]
    public void A_range_is_half_open(double? atLeast, double? below, bool fits)
    {
        Assert.Equal(80, Report.Score!.Value, 1e-9);
        Assert.Equal(fits, LabelRule.FirstFor([new("it") { Reading = "a1", AtLeast = atLeast, Below = below }], Report) is not null);
    }

    [Fact]
    public void What_has_no_value_fits_no_range_and_a_rule_without_conditions_always_fits()
    {
        Assert.Null(LabelRule.FirstFor([new("it") { Reading = "a3" }, new("it") { Reading = "nothing", Below = 1e9 }], Report));
        Assert.Equal("otherwise", LabelRule.FirstFor([new("it") { RedFlag = "no-active-facilitator/v1" }, new("it") { Verdict = HealthVerdict.TooEarlyToTell }, new("otherwise"), new("never")], Report)!.Label);
    }

    /// <summary>The first that fits wins: what comes after it changes nothing, and what comes before and does not fit neither.</summary>
    [Property(MaxTest = 40)]
    public void The_first_that_fits_wins(LivelyCommunity lively)
    {
        HealthAssessor assessor = new();
        LabelRule[] rules =
        [
            new("young") { Verdict = HealthVerdict.TooEarlyToTell }, new("alone") { RedFlag = "no-active-facilitator/v1" }, new("weak") { Below = 40 },
            new("slow") { Reading = AnsweredInTime.Id, Below = 0.5 }, new("good") { AtLeast = 60, Verdict = HealthVerdict.Scored }, new("else"),
        ];
        string? label = assessor.Assess(lively.Community.Evidence, AssessmentOptions.Default with { Labels = [.. rules] }).Label;
        int first = Array.FindIndex(rules, r => r.Label == label);
        Assert.InRange(first, 0, rules.Length - 1);
        Assert.All(rules[..first], r => Assert.Null(assessor.Assess(lively.Community.Evidence, AssessmentOptions.Default with { Labels = [r] }).Label));
        Assert.Equal(label, assessor.Assess(lively.Community.Evidence, AssessmentOptions.Default with { Labels = [.. rules.Take(first + 1)] }).Label);
        Assert.Null(assessor.Assess(lively.Community.Evidence).Label);
    }

    [Fact]
    public void A_red_flag_that_is_raised_gives_its_label()
    {
        SmallCommunity lonely = Example.Posts(9, 9, 9, 9, 9).WithRoster(Example.Facilitator("away", -100), Example.Member("p0", -100));
        Assert.Equal("alone", new HealthAssessor().Assess(lonely.Evidence, AssessmentOptions.Default with { Labels = [new("alone") { RedFlag = "no-active-facilitator/v1" }, new("else")] }).Label);
    }

    [Fact]
    public void Rules_that_fit_nothing_are_refused_with_the_options()
    {
        AssessmentOptions wrong = AssessmentOptions.Default with { Labels = [new(" "), new("never") { AtLeast = 2, Below = 2 }] };
        Assert.Equal(["label.blank", "label.range"], wrong.Problems().Select(p => p.Code));
        Assert.Throws<ArgumentException>(() => new HealthAssessor().Assess(Example.Posts(1).Evidence, wrong));
        Assert.Empty((AssessmentOptions.Default with { Labels = null! }).Labels);
    }

    [Fact]
    public void A_label_that_asks_for_what_there_is_not_stops_the_start()
    {
        ServiceCollection services = new();
        services.AddCommunityOfPractice(options => options.Assessment = options.Assessment with { Labels = [new("x") { RedFlag = "no-facilitator/v1" }, new("y") { Reading = "answered/v1", AtLeast = 7 }, new("z") { Reading = "answered-48h/v1", Below = 0.5 }] });
        using ServiceProvider provider = services.BuildServiceProvider();
        OptionsValidationException told = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());
        Assert.Contains("The rule for 'x' asks for the red flag 'no-facilitator/v1', which there is not.", told.Message, StringComparison.Ordinal);
        Assert.Contains("The rule for 'y' asks for the reading 'answered/v1', which there is not.", told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("'z'", told.Message, StringComparison.Ordinal);
    }
}
