using System.Text.Json;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Indicators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck;
using FsCheck.Fluent;
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
        bool few = evidence.Contributions.Length is > 0 and < 5 || evidence.Population.Count is > 0 and < 5;
        foreach (IHealthIndicator indicator in SmallGroupGuard.Around(StandardIndicators.All))
        {
            Reading reading = indicator.Read(evidence);
            bool open = indicator.Sources!.Group is ReadingGroup.Office or ReadingGroup.Nobody;
            Assert.False(few && !open && (reading.Measurement is not (Measurement.Suppressed or Measurement.NotApplicable) || reading.Details.Count > 0), indicator.Info.Id);
        }
    }

    /// <summary>Looks at the JSON that a host passes on: every number in it that counts people, and every sentence.</summary>
    [Property(MaxTest = 200), Trait("Law", "44")]
    public void Law44_AWholeReportTellsNoNumberOfFewerThanKPeople(SmallCommunity community, LivelyCommunity lively)
    {
        HealthAssessor assessor = new(HealthModels.Shipped, SmallGroupGuard.Around(StandardIndicators.All));
        foreach (HealthReport report in (HealthReport[])[assessor.Assess(community.Evidence), assessor.Assess(lively.Community.Evidence)])
        {
            JsonElement json = JsonSerializer.SerializeToElement(report, HealthJson.Report);
            foreach (JsonElement indicator in json.GetProperty("indicators").EnumerateArray())
            {
                string id = indicator.GetProperty("id").GetString()!;
                Assert.All(ReportedPeople.NumbersOf(indicator, StandardSources.Of(id)!), n => Assert.False(n.Number is > 0 and < 5, $"{id} {n.Name}: {n.Number}"));
            }

            foreach (JsonElement step in json.GetProperty("nextSteps").EnumerateArray().Where(s => StandardSources.Of(s.GetProperty("indicator").GetString()!)!.Group == ReadingGroup.People))
            {
                Assert.False(step.GetProperty("available") is { ValueKind: JsonValueKind.Number } available && available.GetInt32() < 5);
            }

            // how many are to be asked in is a facilitator's choice and counts nobody
            Assert.All(ReportedPeople.Sentences(json).Where(s => !s.Contains("who never contributed", StringComparison.Ordinal)), s => Assert.DoesNotMatch(ReportedPeople.Few, s));
        }
    }

    /// <summary>Every number beside a reading is known to count people, or known not to.</summary>
    [Fact]
    public void EveryDetail_IsKnownToCountPeopleOrNot()
    {
        HashSet<string> unknown = [];
        foreach (SmallCommunity community in SmallCommunities.Any().Generator.Same(300))
        {
            HealthEvidence evidence = community.Evidence;
            foreach (IHealthIndicator indicator in StandardIndicators.All)
            {
                ReadingSources sources = indicator.Sources!;
                unknown.UnionWith(indicator.Read(evidence).Details.Select(d => d.Name).Except(sources.PeopleDetails).Except(sources.WithheldDetails).Except(ReportedPeople.NotCounts).Select(n => $"{indicator.Info.Id} {n}"));
            }
        }

        Assert.Empty(unknown);
    }

    [Property(MaxTest = 60)]
    public void AGuardedScore_RestsOnNothingWithheld(LivelyCommunity community)
    {
        HealthReport report = new HealthAssessor(HealthModel.Activity, SmallGroupGuard.Around(StandardIndicators.All)).Assess(community.Community.Evidence);
        Assert.All(report.Indicators.Where(i => i.Reading.Measurement is Measurement.Suppressed), i => Assert.Null(i.Score));
    }

    /// <summary>Who looks for what is missing is told that it was withheld, and the report comes back equal from JSON.</summary>
    [Fact]
    public void AGuardedReport_SaysWhatIsWithheld_AndComesBackEqual()
    {
        SmallCommunity few = Example.Of([.. Enumerable.Range(0, 40).Select(i => Example.Did($"p{i % 3}", Act.Post, i * 2))]).WithRoster([.. Enumerable.Range(0, 3).Select(i => Example.Member($"p{i}", -10))]);
        HealthReport report = new HealthAssessor(HealthModel.Activity, SmallGroupGuard.Around(StandardIndicators.All)).Assess(few.Evidence);
        Assert.Contains(report.Indicators, i => i.Reading.Measurement is Measurement.Suppressed { Rule.Arguments.Count: > 0 });
        Assert.Contains("indicator.withheld", report.Missing.Select(m => m.Code));
        Assert.EndsWith("What is about very few people is withheld.", report.Summary, StringComparison.Ordinal);
        Assert.Equal(report, JsonSerializer.Deserialize(JsonSerializer.Serialize(report, HealthJson.Report), HealthJson.Report));
    }

    [Fact]
    public void EveryStandardIndicator_DeclaresWhatItReads() =>
        Assert.Empty(StandardIndicators.All.Where(i => i.Sources is null).Select(i => $"{i.Info.Id} has no row in StandardSources"));

    /// <summary>What is not declared may be gone, as a whole or in half: the readings stay the same to the last bit.</summary>
    [Property(MaxTest = 60)]
    public void WhatIsNotDeclared_IsNotRead(SmallCommunity community)
    {
        HealthEvidence evidence = community.Evidence;
        foreach (IHealthIndicator indicator in StandardIndicators.All)
        {
            string[] free = [.. Variations.All.Except(Variations.DeclaredBy(indicator.Sources!))];
            Reading reading = indicator.Read(evidence);
            for (int part = 0; part < 2; part++)
            {
                Reading other = indicator.Read(Variations.Of(community, free, part).Evidence);
                Assert.True(reading == other, $"{indicator.Info.Id} without part {part} of {string.Join(", ", free)}:\n{reading}\n{other}");
            }
        }
    }

    /// <summary>A row that names too much would frighten people for nothing. Where all acts are declared, single ones are not asked for; a question is read through the replies to it.</summary>
    [Fact, Trait("Category", "Slow")]
    public void WhatIsDeclared_IsRead()
    {
        Dictionary<string, HashSet<string>> idle = StandardIndicators.All.ToDictionary(i => i.Info.Id, i => Variations.DeclaredBy(i.Sources!)
            .Where(k => !k.StartsWith("act", StringComparison.Ordinal) || (i.Sources!.Acts.Count < Enum.GetValues<Act>().Length && (k, i.Info.Id) != ("act Ask", AnswerAbsenceFactor.Id))).ToHashSet());
        string[] kinds = [.. Variations.All];
        foreach (SmallCommunity community in SmallCommunities.Any().Generator.Same(6000).Concat(SmallCommunities.Lively().Generator.Same(800).Select(TwoQuarters)))
        {
            HealthEvidence evidence = community.Evidence;
            foreach (string kind in kinds.Where(k => idle.Values.Any(i => i.Contains(k))))
            {
                HealthEvidence other = Variations.Of(community, [kind], 0).Evidence;
                foreach (IHealthIndicator indicator in StandardIndicators.All.Where(i => idle[i.Info.Id].Contains(kind) && i.Read(evidence) != i.Read(other)))
                {
                    idle[indicator.Info.Id].Remove(kind);
                }
            }
        }

        Assert.Empty(idle.Where(i => i.Value.Count > 0).Select(i => $"{i.Key}: {string.Join(", ", i.Value)}"));
    }

    /// <summary>The same acts a quarter earlier as well, without replies: whoever is replied to moves on the ladder.</summary>
    private static SmallCommunity TwoQuarters(LivelyCommunity lively) => lively.Community with
    {
        Roster = null,
        Activities = lively.Community.Activities.Concat(lively.Community.Activities.Select(a => a with { Id = null, InReplyTo = null, To = [], Accepted = null, At = a.At.AddDays(-91) })).ToValueList(),
    };

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
