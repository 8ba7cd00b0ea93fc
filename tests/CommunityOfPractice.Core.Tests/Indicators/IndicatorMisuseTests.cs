using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Indicators;

/// <summary>Each misuse, and the argument it is named after; and what stands in for a list that is not there.</summary>
public sealed class IndicatorMisuseTests
{
    public static TheoryData<string> All => [.. StandardIndicators.All.Select(i => i.Info.Id)];

    [Theory]
    [MemberData(nameof(All))]
    public void Read_WithoutEvidence_NamesIt(string id) =>
        Assert.Equal("evidence", Assert.Throws<ArgumentNullException>(() => StandardIndicators.All.Single(i => i.Info.Id == id).Read(null!)).ParamName);

    [Fact]
    public void What_is_read_beside_needs_evidence_too()
    {
        Assert.Equal("evidence", Assert.Throws<ArgumentNullException>(() => WeeklyActivity.Of(null!)).ParamName);
        Assert.Equal("evidence", Assert.Throws<ArgumentNullException>(() => AnsweredInTime.WaitingCurve(null!)).ParamName);
        Assert.Equal("indicator", Assert.Throws<ArgumentNullException>(() => StandardSources.Of(null!)).ParamName);
    }

    [Fact]
    public void Permutations_are_none_or_more()
    {
        Assert.Equal("permutations", Assert.Throws<ArgumentOutOfRangeException>(() => new CrossDepartmentTies(-1)).ParamName);
        Assert.Equal("permutations", Assert.Throws<ArgumentOutOfRangeException>(() => new CrossLocationTies(-1)).ParamName);
        Assert.NotNull(new CrossDepartmentTies(0).Info);
        Assert.NotNull(new CrossLocationTies(0).Info);
    }

    [Fact]
    public void Evidence_is_of_one_community()
    {
        CommunityId id = SmallCommunity.Id;
        Assert.Equal("log", Assert.Throws<ArgumentNullException>(() => new HealthEvidence(id, null!, Example.Quarter)).ParamName);
        Assert.Equal("roster", Assert.Throws<ArgumentException>(() => new HealthEvidence(new("other"), ActivityLog.Empty, Example.Quarter, Example.Of().WithRoster().Roster)).ParamName);
        ArgumentException other = Assert.Throws<ArgumentException>(() => new HealthEvidence(id, ActivityLog.Empty, Example.Quarter) { State = new(new("other")) });
        Assert.Contains("'other'", other.Message, StringComparison.Ordinal);
        Assert.Equal("value", other.ParamName);
        Assert.Null(new HealthEvidence(id, ActivityLog.Empty, Example.Quarter) { State = null }.State);
        Assert.Equal(id, new HealthEvidence(id, ActivityLog.Empty, Example.Quarter) { State = new(id) }.State!.Id);
    }

    [Fact]
    public void What_is_not_given_is_the_default_or_empty()
    {
        HealthEvidence evidence = new(SmallCommunity.Id, ActivityLog.Empty, Example.Quarter) { PracticePolicy = null!, Breaks = null! };
        Assert.Same(PracticePolicy.Default, evidence.PracticePolicy);
        Assert.Empty(evidence.Breaks);
        Assert.Empty(new Reading(new Measurement.Value(1, 1)) { Details = null! }.Details);
        ReadingSources sources = new([Act.Ask]) { Attributes = null!, Records = null!, PeopleDetails = null!, WithheldDetails = null! };
        Assert.Equal(new ReadingSources([Act.Ask]), sources);
        Assert.Equal((0, 0, 0, 0), (sources.Attributes.Count, sources.Records.Count, sources.PeopleDetails.Count, sources.WithheldDetails.Count));
    }
}
