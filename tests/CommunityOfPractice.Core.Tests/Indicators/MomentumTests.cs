using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Indicators;

/// <summary>Weeks counted back from the as-of instant, and their trend, against the obvious computation.</summary>
[Properties(Arbitrary = [typeof(SmallCommunities)])]
public sealed class MomentumTests
{
    [Property]
    public void Momentum_AnyCommunity_IsTheMedianSlopeOfLogarithms(SmallCommunity community)
    {
        community = community with { Breaks = [] };
        int[] weeks = Weeks(new(community));
        Reading reading = community.Read<Momentum>();
        if (weeks.Length < 8)
        {
            Expected.Same(Expected.TooFew("whole weeks observed", weeks.Length, 8), reading.Measurement);
            return;
        }

        double[] y = [.. weeks.Select(w => Math.Log(1 + w))];
        var pairs = (from i in Enumerable.Range(0, y.Length) from j in Enumerable.Range(i + 1, y.Length - i - 1) select (Slope: (y[j] - y[i]) / (j - i), Sign: Math.Sign(y[j] - y[i]))).ToArray();
        double[] slopes = [.. pairs.Select(p => p.Slope).Order()];
        double median = (slopes[(slopes.Length - 1) / 2] + slopes[slopes.Length / 2]) / 2;
        Expected.Same(Expected.Value(median, y.Length), reading.Measurement);
        int s = pairs.Sum(p => p.Sign);
        double n = y.Length, variance = ((n * (n - 1) * ((2 * n) + 5)) - y.GroupBy(v => v).Sum(g => g.Count() * (g.Count() - 1d) * ((2d * g.Count()) + 5))) / 18;
        double p = variance == 0 ? 1 : Normal.TwoSidedP((s - Math.Sign(s)) / Math.Sqrt(variance));
        Assert.Equal([p, s, weeks[^1]], reading.Details.Select(d => d.Number), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal(p >= 0.05 ? "no detectable trend" : s > 0 ? "rising" : "falling", reading.Finding);
    }

    [Property]
    public void WeeklyActivity_AnyCommunity_CountsPeopleAndContributions(SmallCommunity community)
    {
        ValueList<WeeklyActivity> weekly = WeeklyActivity.Of(community.Evidence);
        Truth truth = new(community);
        Assert.Equal(Weeks(truth), weekly.Select(w => w.Contributors));
        Assert.All(weekly, w => Assert.Equal(truth.InWindow.Count(a => a.Act.IsContribution() && a.At >= w.From && a.At < w.From.AddDays(7)), w.Contributions));
        Assert.All(weekly.Select((w, i) => community.AsOf - w.From - TimeSpan.FromDays(7 * (weekly.Count - i))), left => Assert.Equal(TimeSpan.Zero, left));
    }

    /// <summary>Eight weeks need the first activity exactly 56 days back, or earlier.</summary>
    [Theory]
    [InlineData(35, 8)]
    [InlineData(35.0001, 7)]
    public void Momentum_FirstActivityAroundEightWeeksBack_HasAValueFromThere(double day, int weeks)
    {
        SmallCommunity community = Example.Of(Example.Did("a", Act.Post, day), Example.Did("b", Act.Post, 36));
        Assert.Equal(weeks, WeeklyActivity.Of(community.Evidence).Count);
        Assert.Equal(weeks == 8, community.Read<Momentum>().Measurement is Measurement.Value);
    }

    [Fact]
    public void Momentum_TooFewWeeks_SaysWhenThereWillBeEnough()
    {
        SmallCommunity young = Example.Of(Example.Did("bot", Act.Post, 1) with { Actor = ActorKind.Bot }, Example.Did("a", Act.Post, 60));
        Assert.Equal(Example.Start.AddDays(60 + 56), Assert.IsType<Measurement.InsufficientData>(young.Read<Momentum>().Measurement).EnoughOn);
        SmallCommunity narrow = young with { Window = new(young.AsOf.AddDays(-55), young.AsOf) };
        Assert.Null(Assert.IsType<Measurement.InsufficientData>(narrow.Read<Momentum>().Measurement).EnoughOn);
    }

    [Theory]
    [InlineData(1, "rising")]
    [InlineData(-1, "falling")]
    [InlineData(0, "no detectable trend")]
    public void Momentum_SteadyChange_IsFound(int change, string finding)
    {
        SmallCommunity community = Example.Of(
            Enumerable.Range(0, 13).SelectMany(w => Enumerable.Range(0, 20 + (change * w)).Select(i => Example.Did($"p{i}", Act.Post, 7 * w))));
        Reading reading = community.Read<Momentum>();
        Assert.Equal(finding, reading.Finding);
        Assert.Equal(change, Math.Sign(reading.Measurement.Amount!.Value));
    }

    [Fact]
    public void Momentum_SeveralThousandYears_StillReads()
    {
        SmallCommunity old = Example.Of(Example.Did("a", Act.Post, 1) with { At = DateTimeOffset.MinValue }, Example.Did("a", Act.Post, 1)) with
        {
            Window = new(DateTimeOffset.MinValue, Example.Quarter.Until),
        };
        Assert.Equal("no detectable trend", old.Read<Momentum>().Finding);
    }

    /// <summary>A hundred years of weeks are looked at; what lies before them is not counted in any week.</summary>
    [Theory]
    [InlineData(5217, 5217)]
    [InlineData(5218, 5218)]
    [InlineData(5219, 5218)]
    [InlineData(6000, 5218)]
    public void WeeklyActivity_LongerThanAHundredYears_IsTheLastHundredYears(int observed, int weeks)
    {
        DateTimeOffset until = Example.Quarter.Until, first = until.AddDays(-7 * observed);
        SmallCommunity old = Example.Of(Example.Did("a", Act.Post, 0) with { At = first }, Example.Did("a", Act.Post, 0) with { At = until.AddTicks(-1) }) with { Window = new(first, until) };

        ValueList<WeeklyActivity> weekly = WeeklyActivity.Of(old.Evidence);

        Assert.Equal(weeks, weekly.Count);
        Assert.Equal(until.AddDays(-7 * weeks), weekly[0].From);
        Assert.Equal(observed == weeks ? 2 : 1, weekly.Sum(w => w.Contributions));
    }

    private static int[] Weeks(Truth truth)
    {
        List<int> weeks = [];
        DateTimeOffset until = truth.AsOf;
        if (truth.History.Count > 0)
        {
            while (until - TimeSpan.FromDays(7) is var from && from >= truth.History[0].At && from >= truth.From)
            {
                weeks.Insert(0, truth.InWindow.Where(a => a.Act.IsContribution() && a.At >= from && a.At < until).Select(a => a.Person).Distinct().Count());
                until = from;
            }
        }

        return [.. weeks];
    }
}
