using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Tests.Generators;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>Explanations against a baseline in which other indicators and dimensions counted.</summary>
[Properties(Arbitrary = [typeof(ScoreTables)], MaxTest = 300)]
public sealed class StandingTests
{
    [Property, Trait("Law", "27")]
    public void Law27_WhateverCountedThen_ContributionsAddUpToTheDifference(ScoreTable table, int seed)
    {
        (Standing now, Standing then) = Two(table, seed);
        Dictionary<string, double> parts = now.Against(then);
        Assert.Equal(now.Score - then.Score, parts.Values.Sum(), 1e-9);
        Assert.Equal(Ids(now).Union(Ids(then)).Order(), parts.Keys.Order());
    }

    [Property, Trait("Law", "27")]
    public void Law27_ShownParts_AddUpToTheShownTotal(ScoreTable table, int seed)
    {
        (Standing now, Standing then) = Two(table, seed);
        double[] parts = [.. now.Against(then).Values];
        Assert.Equal(Math.Round(parts.Sum(p => (decimal)p), 1, MidpointRounding.AwayFromZero), LargestRemainder.Round(parts, 1).Sum());
    }

    [Property, Trait("Law", "28")]
    public void Law28_AgainstItselfNothing_AndSwappedTheOpposite(ScoreTable table, int seed)
    {
        (Standing now, Standing then) = Two(table, seed);
        Assert.All(now.Against(now).Values, part => Assert.Equal(0, part));
        Dictionary<string, double> there = now.Against(then), back = then.Against(now);
        Assert.All(there, part => Assert.Equal(-part.Value, back[part.Key], 1e-9));
    }

    /// <summary>An indicator that appears exactly where its dimension stood then moved nothing.</summary>
    [Property]
    public void Against_WhatAppearsWhereItsDimensionStood_AddsNothing(ScoreTable table)
    {
        Standing then = Of(table, table.Scores, (_, _) => true);
        StandingDimension first = then.Dimensions[0];
        Standing now = new([first with { Indicators = [.. first.Indicators, new("new", 0.4, first.Score)] }, .. then.Dimensions.Skip(1)]);
        Assert.All(now.Against(then).Values, part => Assert.Equal(0, part, 1e-9));
    }

    [Property, Trait("Law", "29")]
    public void Law29_TheScoreNeeded_BringsTheGain(ScoreTable table, byte tenths)
    {
        Standing now = Of(table, table.Scores, (_, _) => true);
        double gain = (tenths + 1) / 10.0;
        foreach (StandingIndicator indicator in now.Dimensions.SelectMany(d => d.Indicators))
        {
            double needed = Counterfactual.Needed(now, indicator.Id, gain);
            Assert.True(needed > indicator.Score - 1e-9);
            if (needed <= 100)
            {
                Assert.Equal(now.Score + gain, now.With(indicator.Id, needed), 1e-7);
            }
            else
            {
                Assert.True(now.With(indicator.Id, 100) < now.Score + gain + 1e-9);
            }
        }
    }

    [Fact, Trait("Law", "29")]
    public void Needed_GeometricGoldenVector_IsAsThere()
    {
        Standing now = new([.. new[] { (.5, 80.0), (.3, 60), (.2, 40) }.Select((p, d) => new StandingDimension($"d{d}", p.Item1, p.Item2, [new($"i{d}", 1, p.Item2)]))]);
        Assert.Equal(58.30255, Counterfactual.Needed(now, "i2", 5), 1e-5);
        Assert.Equal(93.01243, Counterfactual.Needed(now, "i0", 5), 1e-5);
    }

    private static (Standing Now, Standing Then) Two(ScoreTable table, int seed)
    {
        Random random = new(seed);
        return (Of(table, table.Scores, (_, i) => i == 0 || random.Next(3) > 0, () => random.Next(5) > 0), Of(table, table.Baseline, (_, i) => i == 0 || random.Next(3) > 0, () => random.Next(5) > 0));
    }

    private static IEnumerable<string> Ids(Standing standing) => standing.Dimensions.SelectMany(d => d.Indicators).Select(i => i.Id);

    private static Standing Of(ScoreTable table, double[][] scores, Func<int, int, bool> there, Func<bool>? dimensionThere = null)
    {
        List<StandingDimension> all = [];
        for (int d = 0; d < scores.Length; d++)
        {
            double total = table.Weights[d].Sum();
            StandingIndicator[] indicators = [.. scores[d].Select((score, i) => new StandingIndicator($"i{d}.{i}", table.Weights[d][i] / total, score)).Where((_, i) => there(d, i))];
            if (d == 0 || dimensionThere?.Invoke() != false)
            {
                all.Add(new($"d{d}", table.DimensionWeights[d], indicators.Sum(i => i.Weight * i.Score) / indicators.Sum(i => i.Weight), indicators));
            }
        }

        return new(all);
    }
}
