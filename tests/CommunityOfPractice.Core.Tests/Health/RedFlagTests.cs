using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Indicators;
using CommunityOfPractice.Core.Tests.Indicators.Life;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Health;

[Properties(Arbitrary = [typeof(SmallCommunities)], MaxTest = 50)]
public sealed class RedFlagTests
{
    private static readonly HealthAssessor Assessor = new();

    /// <summary>A flag is a status of its own and never a hidden cap.</summary>
    [Property]
    public void Flags_Raised_LeaveTheScoreAlone(SmallCommunity community)
    {
        HealthReport without = new HealthAssessor(HealthModels.Shipped, Core.Indicators.StandardIndicators.All, flags: []).Assess(community.Evidence);
        HealthReport with = Assessor.Assess((community with { SuccessorReady = false }).Evidence, new() { Facts = new() { OpenSafetyReports = 3 } });
        Assert.Equal(without, with with { Flags = [] });
        Assert.Equal(StandardRedFlags.All.Select(f => f.Id), with.Flags.Select(f => f.Id));
    }

    [Fact]
    public void Flags_NothingKnown_AreNotApplicable() => Assert.All(Assessor.Assess(Example.Posts(3, 4).Evidence).Flags, f => Assert.Equal(RedFlagStatus.NotApplicable, f.Status));

    [Theory]
    [InlineData(-10.0, null, true, RedFlagStatus.Clear)] // contributes, holds the role
    [InlineData(-10.0, 50.0, true, RedFlagStatus.Raised)] // gave the role up: nobody facilitates
    [InlineData(-10.0, null, false, RedFlagStatus.Raised)] // holds it and does nothing
    public void NoActiveFacilitator_IsRaised(double from, double? until, bool contributes, RedFlagStatus status) =>
        Assert.Equal(status, Flag("no-active-facilitator/v1", Example.Of(Example.Did(contributes ? "f" : "m", Act.Post, 3)).WithRoster(Example.Facilitator("f", from, until)), new()).Status);

    [Theory]
    [InlineData(90.99, true, RedFlagStatus.NotApplicable)] // minutes old
    [InlineData(63.001, true, RedFlagStatus.NotApplicable)]
    [InlineData(63.0, true, RedFlagStatus.Raised)] // 28 days: as long as a score needs
    [InlineData(63.001, false, RedFlagStatus.NotApplicable)]
    [InlineData(63.0, false, RedFlagStatus.Raised)]
    [InlineData(null, true, RedFlagStatus.NotApplicable)] // nobody did anything yet
    public void NoActiveFacilitator_ObservedTooShortly_IsNotRaised(double? first, bool facilitated, RedFlagStatus status)
    {
        Activity[] acts = first is { } day ? [Example.Did("m", Act.Post, day)] : [];
        RedFlag flag = Flag("no-active-facilitator/v1", Example.Of(acts).WithRoster(Example.Facilitator("f", -10, facilitated ? null : 50)), new());
        Assert.Equal(status, flag.Status);
        Assert.Equal(status == RedFlagStatus.NotApplicable, flag.Text.StartsWith("Too early to tell", StringComparison.Ordinal));
    }

    [Fact]
    public void NoActiveFacilitator_AFacilitatorWhoActedInAYoungCommunity_IsClear() =>
        Assert.Equal(RedFlagStatus.Clear, Flag("no-active-facilitator/v1", Example.Of(Example.Did("f", Act.Post, 90.9)).WithRoster(Example.Facilitator("f", 90)), new()).Status);

    [Theory]
    [InlineData(1, null, RedFlagStatus.Raised)]
    [InlineData(1, false, RedFlagStatus.Raised)]
    [InlineData(1, true, RedFlagStatus.Clear)]
    [InlineData(2, null, RedFlagStatus.Clear)]
    public void LastFacilitator_IsRaised(int facilitators, bool? successor, RedFlagStatus status) =>
        Assert.Equal(status, Flag("last-facilitator/v1", Example.Of().WithRoster([.. Enumerable.Range(0, facilitators).Select(i => Example.Facilitator($"f{i}", 0))]) with { SuccessorReady = successor }, new()).Status);

    [Theory]
    [InlineData(60, null, RedFlagStatus.Clear)] // exactly twice the cadence
    [InlineData(60.001, null, RedFlagStatus.Raised)]
    [InlineData(500, 60.0, RedFlagStatus.Clear)] // reviewed since
    [InlineData(500, 61.0, RedFlagStatus.Raised)]
    public void PurposeOverdue_IsRaisedBeyondTwiceTheCadence(double charteredAgo, double? reviewedAgo, RedFlagStatus status)
    {
        Community state = Known.Active(-600) with { Charters = [Known.Charter(91 - charteredAgo, 30)], Reviews = reviewedAgo is { } ago ? [new(Known.Day(91 - ago), ReviewVerdict.Reaffirm, 1, 3, null)] : [] };
        Assert.Equal(91, (Example.Of().AsOf - Known.Day(0)).TotalDays);
        Assert.Equal(status, Flag("purpose-overdue/v1", Example.Of().With(state), new()).Status);
    }

    [Theory]
    [InlineData(null, "1 of the artifacts in use has nobody among the members who looks after it.")]
    [InlineData("gone", "1 of the artifacts in use has nobody among the members who looks after it.")]
    [InlineData("m", "Everything in use is looked after.")]
    public void OrphanedArtifacts_AreRaisedByOne(string? steward, string text)
    {
        SmallCommunity community = Example.Of().WithRoster(Example.Member("m", 0), Example.Member("gone", 0, 10)).With(Known.Active(), Known.Shelf([Known.Artifact("x", 3, null, steward), Known.Artifact("y", 3, null, "m")]));
        RedFlag flag = Flag("orphaned-artifacts/v1", community, new());
        Assert.Equal((steward == "m" ? RedFlagStatus.Clear : RedFlagStatus.Raised, text), (flag.Status, flag.Text));
    }

    [Theory]
    [InlineData(0, RedFlagStatus.Clear)]
    [InlineData(1, RedFlagStatus.Raised)]
    public void SafetyReport_IsRaisedByOne(int count, RedFlagStatus status) => Assert.Equal(status, Flag("safety-report-open/v1", Example.Of(), new() { OpenSafetyReports = count }).Status);

    [Fact]
    public void Assessor_TwoFlagsOfOneId_Throws() =>
        Assert.Throws<ArgumentException>(() => new HealthAssessor(HealthModel.Activity, Core.Indicators.StandardIndicators.All, flags: [.. StandardRedFlags.All, StandardRedFlags.All[0]]));

    private static RedFlag Flag(string id, SmallCommunity community, FlagFacts facts) => StandardRedFlags.All.Single(f => f.Id == id).Look(community.Evidence, facts);
}
