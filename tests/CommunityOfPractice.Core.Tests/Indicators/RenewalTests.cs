using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Indicators;

/// <summary>Weeks shared by several, new contributors and the effective number of contributors against the obvious computation.</summary>
[Properties(Arbitrary = [typeof(SmallCommunities)])]
public sealed class RenewalTests
{
    [Property]
    public void SharedWeeks_AnyCommunity_AreTheWeeksWithTwoContributors(SmallCommunity community) => Expected.Same<SharedWeeks>(community with { Breaks = [] }, t =>
    {
        DateTimeOffset? first = t.History.Count > 0 ? t.History[0].At : null;
        int weeks = first is null ? 0 : (int)((t.AsOf - (first > t.From ? first.Value : t.From)).Ticks / (7 * TimeSpan.TicksPerDay));
        int shared = Enumerable.Range(0, Math.Max(0, weeks)).Count(w => t.InWindow.Where(a => a.Act.IsContribution() && WeeksBack(t, a) == w).Select(a => a.Person).Distinct().Count() >= 2);
        return Expected.Share(shared, weeks, 8, "whole weeks observed");
    });

    [Property]
    public void NewContributors_AnyCommunity_HadNotContributedBefore(SmallCommunity community) => Expected.Same<NewContributors>(community, t =>
    {
        double observed = t.History.Count > 0 && t.History[0].At < t.From ? Math.Floor((t.From - t.History[0].At).TotalDays) : 0;
        PersonId[] now = [.. t.Contributors.Select(g => g.Key)];
        return observed < 28
            ? Expected.TooFew("days observed before the window", observed, 28)
            : Expected.Share(now.Count(p => !t.History.Any(a => a.Person == p && a.At < t.From && a.Act.IsContribution())), now.Length, 5, "contributors");
    });

    [Property]
    public void EffectiveContributors_AnyCommunity_IsTheHillNumberOfActiveWeeks(SmallCommunity community) => Expected.Same<EffectiveContributors>(community, t =>
    {
        int[] weeks = [.. t.Contributors.Select(g => g.Select(a => WeeksBack(t, a)).Distinct().Count())];
        return weeks.Length == 0
            ? Expected.TooFew("contributions", 0, 1)
            : Expected.Value(1 / weeks.Aggregate(1.0, (product, w) => product * Math.Pow((double)w / weeks.Sum(), (double)w / weeks.Sum())), weeks.Sum());
    });

    /// <summary>Ten weeks of two people, a busy third in one week only, and seven newcomers after a month of the first two alone.</summary>
    [Fact]
    public void AnExample_ReadByHand()
    {
        TimeWindow window = new(Example.Start.AddDays(28), Example.Start.AddDays(28 + 70));
        SmallCommunity community = Example.Of(
            [
                .. Enumerable.Range(0, 14).SelectMany(w => new[] { Example.Did("ann", Act.Publish, 7 * w), Example.Did("ben", Act.Publish, (7 * w) + 2) }),
                .. Enumerable.Range(0, 50).Select(i => Example.Did("cas", Act.Publish, 30 + (i / 100.0))),
            ]) with
        { Window = window };

        Assert.Equal(1, Number(community.Read<SharedWeeks>()));
        Assert.Equal(Math.Exp(-((2 * 10.0 / 21 * Math.Log(10.0 / 21)) + (1.0 / 21 * Math.Log(1.0 / 21)))), Number(community.Read<EffectiveContributors>()), 1e-12);
        Assert.Equal((3, 5), community.Read<NewContributors>().Measurement is Measurement.InsufficientData few ? (few.Have, few.Need) : default);

        SmallCommunity grown = community.With([.. Enumerable.Range(0, 7).Select(i => Example.Did($"new{i}", Act.Publish, 40 + i))]);
        Assert.Equal(0.8, Number(grown.Read<NewContributors>()), 1e-12);
    }

    /// <summary>The communities that the properties above are put to give both values and too little data.</summary>
    [Fact]
    public void Any_ManyCommunities_ReachEveryCase()
    {
        SmallCommunity[] many = [.. SmallCommunities.Any().Generator.Same(1000)];
        foreach (IHealthIndicator indicator in (IHealthIndicator[])[new SharedWeeks(), new NewContributors(), new EffectiveContributors()])
        {
            Measurement[] read = [.. many.Select(c => indicator.Read(c.Evidence).Measurement)];
            Assert.InRange(read.Count(m => m is Measurement.Value), 20, 980);
            Assert.Equal(read.Length, read.Count(m => m is Measurement.Value or Measurement.InsufficientData));
        }
    }

    [Fact]
    public void ObservedTooBriefly_SaysWhenItWillBeEnough()
    {
        SmallCommunity young = Example.Of(Example.Did("ann", Act.Publish, 80), Example.Did("ben", Act.Publish, 81));
        Assert.Equal(Example.Start.AddDays(80 + 28 + 91), Assert.IsType<Measurement.InsufficientData>(young.Read<NewContributors>().Measurement).EnoughOn);
        Assert.Equal(Example.Start.AddDays(80 + 56), Assert.IsType<Measurement.InsufficientData>(young.Read<SharedWeeks>().Measurement).EnoughOn);
        Assert.Null(Assert.IsType<Measurement.InsufficientData>(Example.Of().Read<NewContributors>().Measurement).EnoughOn);
    }

    private static double Number(Reading reading) => Assert.IsType<Measurement.Value>(reading.Measurement).Number;

    private static int WeeksBack(Truth t, Activity a) => (int)(((t.AsOf - a.At).Ticks - 1) / (7 * TimeSpan.TicksPerDay));
}
