using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Indicators;

/// <summary>How participation is spread (domain A), against the obvious computation.</summary>
[Properties(Arbitrary = [typeof(SmallCommunities)])]
public sealed class SpreadTests
{
    [Property]
    public void MemberParticipation_AnyCommunity_IsTheShareWhoGaveSomething(SmallCommunity community) => Expected.Same<MemberParticipation>(
        community,
        t => t.MembersKnown ? Expected.Share(Counts(t).Count(c => c > 0), t.Population.Count, 20, "people") : Expected.No("members.unknown"),
        ("silent", t => Counts(t).Count(c => c == 0)),
        ("some", t => Counts(t).Count(c => c is > 0 and < 5)),
        ("many", t => Counts(t).Count(c => c >= 5)));

    [Property]
    public void MemberGini_AnyCommunity_IsTheMeanDifferenceOverTwiceTheMean(SmallCommunity community) => Expected.Same<MemberGini>(
        community,
        t =>
        {
            int[] counts = Counts(t);
            double n = counts.Length, total = counts.Sum();
            return !t.MembersKnown ? Expected.No("members.unknown")
                : n < 5 ? Expected.TooFew("members", n, 5)
                : total == 0 ? Expected.TooFew("contributions", 0, 1)
                : Expected.Value(counts.Sum(a => counts.Sum(b => (double)Math.Abs(a - b))) / (2 * n * total) * n / (n - 1), counts.Length);
        });

    [Property, Trait("Law", "5")]
    public void Law5_AbsenceFactorsOfActs_AreTheFewestWhoDidHalf(SmallCommunity community)
    {
        Same<AnswerAbsenceFactor>((t, a) => a.Act == Act.Answer || (a.Act == Act.Reply && t.Parent(a)?.Act == Act.Ask), "answers", "answers.none");
        Same<HostingAbsenceFactor>((_, a) => a.Act == Act.Host, "gatherings hosted", "hosting.none");
        Same<CurationAbsenceFactor>((_, a) => a.Act == Act.Curate, "acts of curation", "curation.none");

        void Same<T>(Func<Truth, Activity, bool> does, string what, string never)
            where T : IHealthIndicator, new() => Expected.Same<T>(community, t =>
        {
            int[] counts = [.. t.InWindow.Where(a => does(t, a)).GroupBy(a => a.Person).Select(g => g.Count()).OrderDescending()];
            return !t.History.Any(a => does(t, a)) ? Expected.No(never)
                : counts.Length == 0 ? Expected.TooFew(what, 0, 1)
                : Expected.Value(Enumerable.Range(1, counts.Length).First(k => 2 * counts.Take(k).Sum() >= counts.Sum()), counts.Length);
        });
    }

    [Property]
    public void ElephantFactor_AnyCommunity_CountsDepartmentsAsOfEachContribution(SmallCommunity community) => Expected.Same<DepartmentElephantFactor>(
        community,
        t =>
        {
            string?[] departments = [.. t.InWindow.Where(a => a.Act.IsContribution()).Select(a => t.DepartmentOf(a.Person, a.At))];
            int[] counts = [.. departments.OfType<string>().GroupBy(d => d).Select(g => g.Count()).OrderDescending()];
            return departments.Length == 0 ? Expected.TooFew("contributions", 0, 1)
                : counts.Length == 0 ? Expected.No("departments.unknown")
                : 10 * counts.Sum() < 7 * departments.Length ? Expected.TooFew("per cent of contributions with known departments", 100 * counts.Sum() / departments.Length, 70)
                : Expected.Value(Enumerable.Range(1, counts.Length).First(k => 2 * counts.Take(k).Sum() >= counts.Sum()), departments.Length);
        });

    /// <summary>One department makes everything: the most dependent case, and not one of which nothing can be said.</summary>
    [Fact]
    public void ElephantFactor_OneDepartment_IsOne()
    {
        SmallCommunity one = Example.Posts(4, 3) with { People = [.. new[] { "p0", "p1" }.Select(p => new Person(new(p), [new() { Department = "a" }]))] };
        Expected.Same(Expected.Value(1, 7), one.Read<DepartmentElephantFactor>().Measurement);
    }

    /// <summary>A department is left after half of the contributions: the earlier ones stay where they were made.</summary>
    [Fact]
    public void ElephantFactor_SomebodyMoved_SplitsTheirContributions()
    {
        SmallCommunity moved = Example.Posts(4) with
        {
            People = [new(new("p0"), [new() { Until = Example.Start.AddDays(1), Department = "a" }, new() { From = Example.Start.AddDays(1), Until = Example.Start.AddDays(2), Department = "b" }, new() { From = Example.Start.AddDays(2), Department = "c" }])],
        };
        Assert.Equal((1, 3), (moved.Read<DepartmentElephantFactor>().Measurement.Amount, moved.Read<DepartmentElephantFactor>().Details.Single(d => d.Name == "departments").Number));
    }

    [Property]
    public void LevelShares_AnyCommunity_AreThoseOfThePolicy(SmallCommunity community)
    {
        Expected.Same<LevelShares>(
            community,
            t => !t.MembersKnown ? Expected.No("members.unknown")
                : t.AsOf - t.From < TimeSpan.FromDays(91) ? Expected.No("window.short")
                : Weeks(t) < 13 ? Expected.TooFew("whole weeks observed", Weeks(t), 13)
                : Expected.Share(Levels(t).Count(l => l == ParticipationLevel.Core), t.Population.Count, 5, "members"),
            ("active", t => Levels(t).Count(l => l == ParticipationLevel.Active)),
            ("peripheral", t => Levels(t).Count(l => l == ParticipationLevel.Peripheral)));
    }

    /// <summary>Ana answers in six weeks, three people, and is core; one week less, or two people, and she is active.</summary>
    [Theory]
    [InlineData(6, 3, 1, 0)]
    [InlineData(5, 3, 0, 1)]
    [InlineData(6, 2, 0, 1)]
    public void LevelShares_SixWeeksWithThreePeople_IsCore(int weeks, int people, int core, int active)
    {
        SmallCommunity community = Example.Of(
        [
            Example.Did("old", Act.View, -1),
            .. Enumerable.Range(0, weeks).SelectMany(week => new[]
            {
                Example.Did($"p{week % people}", Act.View, (7 * week) + 1),
                Example.Did("ana", Act.Answer, (7 * week) + 2) with { To = [new($"p{week % people}")] },
            }),
        ]).WithRoster([.. new[] { "ana", "p0", "p1", "p2", "old" }.Select(p => Example.Member(p, -50))]);
        Reading reading = community.Read<LevelShares>();
        Assert.Equal(core / 5.0, reading.Measurement.Amount);
        Assert.Equal(active, reading.Details.Single(d => d.Name == "active").Number);
    }

    [Theory]
    [InlineData(19, false)]
    [InlineData(20, true)]
    public void MemberParticipation_AroundTwentyPeople_IsAShareFromTwentyAndCountsBelow(int people, bool enough)
    {
        SmallCommunity posts = Example.Posts([.. Enumerable.Range(0, people).Select(i => i < 2 ? 5 : 1)]);
        Reading reading = posts.WithRoster([.. posts.Activities.Select(a => a.Person).Distinct().Select(p => Example.Member(p.Text, -100))]).Read<MemberParticipation>();
        Assert.Equal(enough, reading.Measurement.Amount == 1);
        Assert.Equal([people, 0, people - 2, 2], reading.Details.Take(4).Select(d => d.Number));
    }

    private static int[] Counts(Truth t) => [.. t.Population.Select(p => t.InWindow.Count(a => a.Person == p && a.Act.IsContribution()))];

    private static int Weeks(Truth t) => t.History.Count == 0 ? 0 : (int)((t.AsOf - t.History[0].At).Ticks / TimeSpan.FromDays(7).Ticks);

    private static List<ParticipationLevel> Levels(Truth t)
    {
        List<(PersonId From, PersonId To, DateTimeOffset At)> ties = t.Ties;
        return [.. t.Population.Select(p =>
        {
            Activity[] did = [.. t.InWindow.Where(a => a.Person == p && a.Act.IsContribution() && t.AsOf - a.At <= TimeSpan.FromDays(91))];
            int weeks = did.Select(a => (t.AsOf - a.At - TimeSpan.FromTicks(1)).Ticks / TimeSpan.FromDays(7).Ticks).Distinct().Count();
            int stewardship = did.Count(a => a.Act.IsStewardship() || (a.Act == Act.Reply && t.Parent(a)?.Act == Act.Ask));
            int counterparts = ties.Where(x => x.From == p).Select(x => x.To).Concat(ties.Where(x => x.To == p).Select(x => x.From)).Distinct().Count();
            return weeks >= 6 && stewardship >= 3 && counterparts >= 3 ? ParticipationLevel.Core : weeks >= 2 ? ParticipationLevel.Active : ParticipationLevel.Peripheral;
        })];
    }
}
