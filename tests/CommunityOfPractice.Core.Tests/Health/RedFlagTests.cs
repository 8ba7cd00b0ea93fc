using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Indicators;
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
        FlagFacts worst = new() { OpenSafetyReports = 3, OrphanedArtifacts = 2, SuccessorReady = false, PurposeReviewDue = DateTimeOffset.MinValue, PurposeReviewCadence = TimeSpan.FromTicks(1) };
        HealthReport without = Assessor.Assess(community.Evidence), with = Assessor.Assess(community.Evidence, new() { Facts = worst });
        Assert.Equal(without, with with { Flags = without.Flags });
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
    [InlineData(1, null, RedFlagStatus.Raised)]
    [InlineData(1, false, RedFlagStatus.Raised)]
    [InlineData(1, true, RedFlagStatus.Clear)]
    [InlineData(2, null, RedFlagStatus.Clear)]
    public void LastFacilitator_IsRaised(int facilitators, bool? successor, RedFlagStatus status) =>
        Assert.Equal(status, Flag("last-facilitator/v1", Example.Of().WithRoster([.. Enumerable.Range(0, facilitators).Select(i => Example.Facilitator($"f{i}", 0))]), new() { SuccessorReady = successor }).Status);

    [Theory]
    [InlineData(30, RedFlagStatus.Clear)] // due 30 days ago: 60 days since the last review, exactly twice the cadence
    [InlineData(30.001, RedFlagStatus.Raised)]
    [InlineData(-5, RedFlagStatus.Clear)]
    public void PurposeOverdue_IsRaisedBeyondTwiceTheCadence(double daysAgo, RedFlagStatus status) =>
        Assert.Equal(status, Flag("purpose-overdue/v1", Example.Of(), new() { PurposeReviewCadence = TimeSpan.FromDays(30), PurposeReviewDue = Example.Quarter.Until.AddDays(-daysAgo) }).Status);

    [Theory]
    [InlineData(0, RedFlagStatus.Clear)]
    [InlineData(1, RedFlagStatus.Raised)]
    public void SafetyReportAndOrphans_AreRaisedByOne(int count, RedFlagStatus status)
    {
        FlagFacts facts = new() { OpenSafetyReports = count, OrphanedArtifacts = count };
        Assert.Equal((status, status), (Flag("safety-report-open/v1", Example.Of(), facts).Status, Flag("orphaned-artifacts/v1", Example.Of(), facts).Status));
    }

    [Fact]
    public void Assessor_TwoFlagsOfOneId_Throws() =>
        Assert.Throws<ArgumentException>(() => new HealthAssessor(HealthModel.Activity, Core.Indicators.StandardIndicators.All, flags: [.. StandardRedFlags.All, StandardRedFlags.All[0]]));

    private static RedFlag Flag(string id, SmallCommunity community, FlagFacts facts) => StandardRedFlags.All.Single(f => f.Id == id).Look(community.Evidence, facts);
}
