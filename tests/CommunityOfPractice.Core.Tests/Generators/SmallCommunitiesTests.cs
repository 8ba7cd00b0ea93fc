using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Fluent;

namespace CommunityOfPractice.Core.Tests.Generators;

/// <summary>The generators reach what the laws speak of: a law that is never put to the test proves nothing.</summary>
public sealed class SmallCommunitiesTests
{
    private static readonly SmallCommunity[] Any = [.. SmallCommunities.Any().Generator.Same(4000)];

    [Fact]
    public void Any_ManyCommunities_GiveEachIndicatorValuesAndTooLittleData()
    {
        Dictionary<string, List<Measurement>> readings = StandardIndicators.All.ToDictionary(i => i.Info.Id, _ => new List<Measurement>());
        foreach (SmallCommunity community in Any)
        {
            HealthEvidence evidence = community.Evidence;
            foreach (IHealthIndicator indicator in StandardIndicators.All)
            {
                readings[indicator.Info.Id].Add(indicator.Read(evidence).Measurement);
            }
        }

        string[] always = ["contributors/v1", "active-facilitators/v1", "backlog-age/v1"];
        string[] alwaysOfPractice = ["purpose-freshness/v1", "charter-completeness/v1", "sponsor-present/v1", "orphaned-artifacts/v1", "value-stories/v1"];
        string[] never = ["contributors/v1", "top-tenth-share/v1", "gini-contributors/v1", "absence-factor/v1", "absence-factor/v2", "momentum/v1", "newcomer-return-90d/v1", "inactive-contributors/v1", "shared-weeks/v1", "new-contributors/v1", "effective-contributors/v1"];
        string[] neverOfRhythm = ["activity-burstiness/v1", "ladder-momentum/v1"];
        Assert.All(readings, r => Assert.True(r.Value.Count(m => m is Measurement.Value) > 5, r.Key));
        Assert.All(readings, r => Assert.Equal(!always.Concat(alwaysOfPractice).Contains(r.Key), r.Value.Count(m => m is Measurement.InsufficientData) > 5));
        Assert.All(readings, r => Assert.Equal(!never.Concat(neverOfRhythm).Contains(r.Key), r.Value.Count(m => m is Measurement.NotApplicable) > 5));
    }

    [Fact]
    public void Any_ManyCommunities_HoldEveryKindOfBrokenReplyAndTiesInTime()
    {
        string[] codes = [.. Any.SelectMany(c => c.Log.BrokenReplies).Select(b => b.Code).Distinct().Order()];
        Assert.Equal(["reply.before-parent", "reply.cycle", "reply.itself"], codes);
        Assert.Contains(Any, c => c.Activities.GroupBy(a => (a.At, a.Id is null)).Any(g => g.Key.Item2 && g.Count() > 1));
        Assert.Contains(Any, c => c.Activities.Any(a => a.At == c.AsOf) && c.Activities.Any(a => a.At == c.Window.From));
    }

    [Fact]
    public void Lively_ManyCommunities_AreMostlyScored()
    {
        HealthAssessor assessor = new();
        HealthReport[] reports = [.. SmallCommunities.Lively().Generator.Same(200).Select(l => assessor.Assess(l.Community.Evidence))];
        Assert.InRange(reports.Count(r => r.Score is not null), 100, 200);
        Assert.Contains(reports, r => r.Score is not null && r.Indicators.Any(i => i.Dimension is not null && i.Score is null));
        Assert.Contains(reports, r => r.NextSteps.Count == 3);
    }
}
