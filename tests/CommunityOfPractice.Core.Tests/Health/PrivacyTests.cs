using System.Text.Json;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>Small groups, declared sources and the processing record.</summary>
[Properties(Arbitrary = [typeof(SmallCommunities)])]
public sealed class PrivacyTests
{
    [Property(MaxTest = 200), Trait("Law", "44")]
    public void Law44_NoReadingIsAboutFewerThanK(SmallCommunity community)
    {
        HealthEvidence evidence = community.Evidence;
        bool few = evidence.Contributions.Length is > 0 and < 5;
        foreach (IHealthIndicator indicator in SmallGroupGuard.Around(StandardIndicators.All))
        {
            Reading reading = indicator.Read(evidence);
            if (indicator.Sources!.Group == ReadingGroup.Office || reading.Measurement is Measurement.NotApplicable)
            {
                continue;
            }

            Assert.False(few && reading.Measurement is not Measurement.Suppressed, indicator.Info.Id);
            if (indicator.Sources.Group == ReadingGroup.People)
            {
                Assert.False(reading.Measurement is Measurement.Value { Count: > 0 and < 5 } or Measurement.InsufficientData { Have: > 0 and < 5 }, indicator.Info.Id);
            }

            Detail[] people = [.. reading.Details.Where(d => indicator.Sources.PeopleDetails.Contains(d.Name))];
            Assert.All(people, d => Assert.False(Math.Abs(d.Number) is > 0 and < 5, $"{indicator.Info.Id} {d.Name}"));
            if (indicator.Sources.PartsOfTheWhole && reading.Measurement is Measurement.Value whole)
            {
                Assert.NotEqual(indicator.Sources.PeopleDetails.Count - 1, people.Length);
                Assert.True(people.Length == 0 || whole.Number >= 10);
            }
        }
    }

    [Property(MaxTest = 60)]
    public void AGuardedScore_RestsOnNothingWithheld(LivelyCommunity community)
    {
        HealthReport report = new HealthAssessor(HealthModel.Activity, SmallGroupGuard.Around(StandardIndicators.All)).Assess(community.Community.Evidence);
        Assert.All(report.Indicators.Where(i => i.Reading.Measurement is Measurement.Suppressed), i => Assert.Null(i.Score));
    }

    [Fact]
    public void EveryStandardIndicator_DeclaresWhatItReads() =>
        Assert.Empty(StandardIndicators.All.Where(i => i.Sources is null).Select(i => $"{i.Info.Id} has no row in StandardSources"));

    /// <summary>What is not declared may be anything else: the readings stay the same to the last bit.</summary>
    [Property(MaxTest = 100)]
    public void WhatIsNotDeclared_IsNotRead(SmallCommunity community)
    {
        foreach (IHealthIndicator indicator in StandardIndicators.All)
        {
            ReadingSources sources = indicator.Sources!;
            SmallCommunity other = community with
            {
                Activities = sources.Replies ? community.Activities : community.Activities.Select(a => a with { Topics = [], Accepted = null }).ToValueList(),
                People = community.People.Select(p => new Person(p.Id, p.History.Select(a => a with
                {
                    Department = sources.Attributes.Contains("department") ? a.Department : "elsewhere",
                    Location = sources.Attributes.Contains("location") ? a.Location : "nowhere",
                    Seniority = "any",
                    TimeZone = null,
                }).ToValueList())).ToValueList(),
            };
            Assert.Equal(indicator.Read(community.Evidence), indicator.Read(other.Evidence));
        }
    }

    [Theory]
    [InlineData(5, 10, false, true)]
    [InlineData(4, 10, false, false)]
    [InlineData(3, 10, true, true)]
    [InlineData(2, 10, true, false)]
    [InlineData(8, 7, false, false)]
    public void Policy_TheFloorIsFiveUnlessCodeSaysThree(int group, int distribution, bool smaller, bool fine) =>
        Assert.Equal(fine, new SuppressionPolicy { SmallestGroup = group, SmallestDistribution = distribution, SmallerGroups = smaller }.Problems().Count == 0);

    [Fact]
    public void Policy_FromConfiguration_CannotAllowSmallerGroups() =>
        Assert.NotEmpty(JsonSerializer.Deserialize<SuppressionPolicy>("""{"SmallestGroup":3,"SmallerGroups":true}""")!.Problems());

    [Fact]
    public void Record_NamesEveryIndicatorAndOnlySwitchedOnViews()
    {
        ProcessingRecord record = ProcessingRecord.Of(StandardIndicators.All);
        Assert.Equal(StandardIndicators.All.Select(i => i.Info.Id), record.Entries.Take(StandardIndicators.All.Count).Select(e => e.Id));
        Assert.DoesNotContain(record.Entries, e => e.Id is "own-readings" or "facilitator-readings");
        Assert.Contains(ProcessingRecord.Of([], views: AnalyticsViews.Facilitator).Entries, e => e.Id == "facilitator-readings");
        string page = ProcessingRecordText.Markdown(record);
        Assert.All(record.Entries, e => Assert.Contains($"(`{e.Id}`)", page, StringComparison.Ordinal));
        Assert.DoesNotContain("not declared", page, StringComparison.Ordinal);
        Assert.All(page.Split('\n').Where(l => l.StartsWith('|')), l => Assert.Equal(9, l.Count(c => c == '|')));
    }

    [Theory]
    [InlineData("2000-01-03T00:00:00Z", "2000-01-03T00:00:00Z")]
    [InlineData("2000-04-02T23:59:59Z", "2000-01-03T00:00:00Z")]
    [InlineData("2000-04-03T00:00:00Z", "2000-04-03T00:00:00Z")]
    [InlineData("2000-01-02T23:00:00Z", "1999-10-04T00:00:00Z")]
    public void Grid_IsTheLastMomentAtOrBefore(string at, string moment) =>
        Assert.Equal(DateTimeOffset.Parse(moment, null), PublicationGrid.Quarterly.At(DateTimeOffset.Parse(at, null)));
}
