using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Indicators;

/// <summary>Activation and return of newcomers against the obvious computation, and at the edges of their brackets.</summary>
[Properties(Arbitrary = [typeof(SmallCommunities)])]
public sealed class NewcomerTests
{
    private const double Tick = 1.0 / TimeSpan.TicksPerDay;

    [Property]
    public void Activation_AnyCommunity_IsTheShareOfTheCohort(SmallCommunity community) => Expected.Same<NewcomerActivation>(
        community,
        t => !t.MembersKnown ? Expected.No("members.unknown")
            : t.AsOf - t.From <= TimeSpan.FromDays(30) ? Expected.No("window.short")
            : Expected.Share(t.Cohort.Count(n => n.Then.Any(a => a.Act.IsContribution() && a.At - n.Start < TimeSpan.FromDays(30))), t.Cohort.Count, 5, "newcomers with 30 days since they joined"));

    [Property]
    public void Return_AnyCommunity_IsTheShareOfTheCohort(SmallCommunity community) => Expected.Same<NewcomerReturn>(
        community,
        t => t.AsOf - t.From <= TimeSpan.FromDays(30) ? Expected.No("window.short") : Expected.Share(t.Cohort.Count(n => n.Then.Any(a => a.At - n.Start >= TimeSpan.FromDays(7) && a.At - n.Start < TimeSpan.FromDays(30))), t.Cohort.Count, 5, "newcomers with 30 days since they started"));

    [Property, Trait("Law", "16")]
    public void Law16_ALaterAsOf_NeverShrinksTheCohort(SmallCommunity community, byte days)
    {
        SmallCommunity later = community with { Window = new(community.Window.From, community.AsOf.AddDays(days)) };
        Assert.True(CohortOf(later) >= CohortOf(community));
    }

    /// <summary>Five members who joined on day 10; the fifth does one thing so many days after.</summary>
    [Theory]
    [InlineData(-1, 0, 0)]
    [InlineData(0, 1, 0)]
    [InlineData(7 - Tick, 1, 0)]
    [InlineData(7, 1, 1)]
    [InlineData(30 - Tick, 1, 1)]
    [InlineData(30, 0, 0)]
    public void Brackets_AtTheirEdges_AreHalfOpen(double days, int activated, int returned)
    {
        SmallCommunity five = Example.Of(Example.Did("m4", Act.Post, 10) with { At = Example.Start.AddDays(10) + TimeSpan.FromTicks((long)Math.Round(days * TimeSpan.TicksPerDay)) })
            .WithRoster([.. Enumerable.Range(0, 5).Select(i => Example.Member($"m{i}", 10))]);
        Assert.Equal(activated / 5.0, five.Read<NewcomerActivation>().Measurement.Amount);
        Assert.Equal(returned / 5.0, five.Read<NewcomerReturn>().Measurement.Amount);
    }

    /// <summary>One of the five joined on another day: only in the window, and only with 30 days since, does it count.</summary>
    [Theory]
    [InlineData(-Tick, false)]
    [InlineData(0, true)]
    [InlineData(61, true)]
    [InlineData(61 + Tick, false)]
    public void Cohort_OfFiveWithOneAtTheEdge_HasAValueWhenItCounts(double joined, bool counts)
    {
        SmallCommunity five = Example.Of().WithRoster(
            [.. Enumerable.Range(0, 4).Select(i => Example.Member($"m{i}", 10)), new(SmallCommunity.Id, new("m4"), Example.Start + TimeSpan.FromTicks((long)Math.Round(joined * TimeSpan.TicksPerDay)))]);
        Assert.Equal(counts, five.Read<NewcomerActivation>().Measurement is Measurement.Value);
        Assert.Equal(counts, five.Read<NewcomerReturn>().Measurement is Measurement.Value);
    }

    [Fact]
    public void Newcomers_WithAndWithoutKnownMembers_AreJoinersOrFirstActors()
    {
        SmallCommunity unknown = Example.Of([.. Enumerable.Range(0, 5).Select(i => Example.Did($"p{i}", Act.View, 10)), Example.Did("p0", Act.View, 20)]);
        Assert.Equal(0.2, unknown.Read<NewcomerReturn>().Measurement.Amount);
        Assert.IsType<Measurement.NotApplicable>(unknown.Read<NewcomerActivation>().Measurement);
        SmallCommunity known = unknown.WithRoster(Example.Member("p0", -100), Example.Member("p1", 5, role: Core.Memberships.Role.Sponsor), Example.Member("p2", 12));
        Assert.Equal(new Measurement.InsufficientData("newcomers with 30 days since they started", 1, 5), known.Read<NewcomerReturn>().Measurement);
    }

    [Property]
    public void EnoughOn_AnyCommunity_IsEnoughThenWithoutAnythingHappening(SmallCommunity community)
    {
        if (community.Read<NewcomerReturn>().Measurement is Measurement.InsufficientData { EnoughOn: { } on })
        {
            SmallCommunity quiet = community with { Activities = community.Activities.Where(a => a.At < community.AsOf).ToValueList() };
            SmallCommunity then = quiet with { Window = new(on - (community.AsOf - community.Window.From), on) };
            bool Later(DateTimeOffset? at) => at >= community.AsOf && at < on;
            if (!community.Evidence.MembersKnown || !new Truth(then).Roster!.Periods.Any(p => Later(p.From) || Later(p.Until)))
            {
                Assert.IsType<Measurement.Value>(then.Read<NewcomerReturn>().Measurement);
            }
        }
    }

    [Fact]
    public void Cohort_OfEnoughPeopleWhoAreStillNew_SaysWhenTheyWillCount()
    {
        SmallCommunity five = Example.Of().WithRoster([.. Enumerable.Range(0, 5).Select(i => Example.Member($"m{i}", 80 + i))]);
        Assert.Equal(Example.Start.AddDays(84 + 30), Assert.IsType<Measurement.InsufficientData>(five.Read<NewcomerActivation>().Measurement).EnoughOn);
        Assert.Equal(Example.Start.AddDays(84 + 30), Assert.IsType<Measurement.InsufficientData>(five.Read<NewcomerReturn>().Measurement).EnoughOn);
        SmallCommunity four = Example.Of().WithRoster([.. Enumerable.Range(0, 4).Select(i => Example.Member($"m{i}", 80))]);
        Assert.Null(Assert.IsType<Measurement.InsufficientData>(four.Read<NewcomerReturn>().Measurement).EnoughOn);
    }

    [Theory]
    [InlineData(30 - Tick, 10)]
    [InlineData(30, 9)]
    public void Welcome_FirstPostAtTheEndOfTheFirst30Days_CountsWhileNew(double days, int waiting)
    {
        SmallCommunity community = Example.Of(
        [
            .. Enumerable.Range(0, 10).Select(i => Example.Did($"m{i}", Act.Post, 20, $"p{i}")).Select((a, i) => i == 0 ? a with { At = Example.Start + TimeSpan.FromTicks((long)Math.Round(days * TimeSpan.TicksPerDay)) } : a),
            Example.Did("host", Act.Welcome, 20, null, "p5"),
            Example.Did("host", Act.React, 20, null, "p6"),
            Example.Did("m7", Act.Comment, 20, null, "p7"),
        ]).WithRoster([.. Enumerable.Range(0, 10).Select(i => Example.Member($"m{i}", 0))]);
        Assert.Equal(
            waiting < 10 ? Expected.TooFew("newcomers' first posts", waiting, 10) : Expected.Value(0.1, 10),
            community.Read<NewcomerWelcome>().Measurement switch { Measurement.Value v => Expected.Value(Math.Round(v.Number, 12), v.Count), var other => other });
    }

    private static double CohortOf(SmallCommunity community) =>
        community.Read<NewcomerReturn>().Measurement.Match(v => v.Count, few => few.Have, _ => -1, _ => -1);
}
